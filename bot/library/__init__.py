"""The library of articles in service, and what keeps it current."""

from bot.library.library import Library, UnknownArticleError

__all__ = ["Library", "UnknownArticleError"]
