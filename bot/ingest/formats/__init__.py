"""The formats that articles come in: HTML, Markdown, PDF, Word and feeds."""
