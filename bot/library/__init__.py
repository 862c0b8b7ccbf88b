"""The library of articles in service, and what keeps it current."""

from bot.library.article_choice import UnknownArticleError
from bot.library.library import Library

__all__ = ["Library", "UnknownArticleError"]
