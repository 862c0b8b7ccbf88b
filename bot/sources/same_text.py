"""Tell whether two articles read the same, and which sources brought one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.library.shelves.shelf import Shelf
    from bot.storage.sources import Source


def shows_the_same(one: Article, other: Article) -> bool:
    """Return whether two articles read the same, whatever else their pages hold."""
    return _shown(one) == _shown(other)


def says_the_same(one: Article, other: Article) -> bool:
    """Return whether two articles have the same text, whatever their metadata."""
    return len(one.passages) == len(other.passages) and _words(one) == _words(other)


def sources_with_text(shelf: Shelf, article: Article) -> list[Source]:
    """Return the sources in service that brought an article, or one with the same text.

    Args:
        shelf: A server's shelf.
        article: The article, on the shelf or not.
    """
    ids = {
        one.id
        for one in shelf.library.articles
        if one.id == article.id or says_the_same(one, article)
    }
    brought = {entry.source for entry in shelf.entries if entry.article in ids}
    return [source for source in shelf.kept() if source.id in brought]


def _shown(article: Article) -> tuple[object, ...]:
    fields = (article.title, article.source, article.author, article.date, article.url)
    return (*fields, *((one.number, one.heading, one.text) for one in article.passages))


def _words(article: Article) -> list[list[str]]:
    return [one.text.split() for one in article.passages]
