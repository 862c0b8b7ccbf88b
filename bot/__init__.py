"""Footnote: answer questions about news articles with quoted, cited passages."""
