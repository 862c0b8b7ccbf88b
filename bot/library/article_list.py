"""List articles by source, and by words of their title, source or author, newest first."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.library.library import Library

_MOST_ALIKE = 25
_MARK_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles to list.

    Attributes:
        source: The mark of their source, as :func:`mark_of` returns it; empty for every source.
        search: Words of their title, source or author; empty for all.
    """

    source: str = ""
    search: str = ""

    @classmethod
    def read(cls, text: str) -> Wanted:
        """Return what :meth:`write` wrote."""
        source, _, search = text.partition(":")
        return cls(source, search)

    def write(self) -> str:
        """Return it as a text; empty if all are wanted."""
        return f"{self.source}:{self.search}" if self.source or self.search else ""


def mark_of(source: str) -> str:
    """Return a short identifier of a source, however long its name."""
    return hashlib.sha256(source.encode()).hexdigest()[:_MARK_LENGTH]


def sources_of(articles: Sequence[Article]) -> list[str]:
    """Return the names of the sources of articles, in order."""
    return sorted({article.source for article in articles if article.source}, key=entry_of)


def list_newest(library: Library, wanted: Wanted) -> list[Article]:
    """Return the wanted articles, the newest first and those without a date last.

    If no article has all words of the search, similar ones are returned.
    """
    found = [a for a in library.articles if not wanted.source or _is_from(a, wanted.source)]
    words = entry_of(wanted.search).split()
    if words:
        alike = {
            library.articles[position].id
            for position in library.titles.complete(wanted.search, _MOST_ALIKE)
        }
        having = [article for article in found if _has(article, words)]
        found = having or [article for article in found if article.id in alike]
    return sorted(found, key=lambda article: article.date or dt.date.min, reverse=True)


def _is_from(article: Article, mark: str) -> bool:
    return article.source is not None and mark_of(article.source) == mark


def _has(article: Article, words: Sequence[str]) -> bool:
    known = entry_of(f"{article.title} {article.source or ''} {article.author or ''}")
    return all(word in known for word in words)
