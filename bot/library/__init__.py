"""The library of the articles in service, and the classes that keep it current."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = ["Library", "UnknownArticleError"]

if TYPE_CHECKING:
    from bot.library.article_choice import UnknownArticleError
    from bot.library.library import Library
else:

    def __getattr__(name: str) -> object:
        """Import lazily: the processes that read articles need no library."""
        if name in __all__:
            module = "library" if name == "Library" else "article_choice"
            return getattr(import_module(f"bot.library.{module}"), name)
        raise AttributeError(name)
