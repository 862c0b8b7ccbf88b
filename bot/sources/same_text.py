"""Whether two articles are the same for whoever reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article


def shows_the_same(one: Article, other: Article) -> bool:
    """Return whether two articles show the same, whatever else their pages hold."""
    return _shown(one) == _shown(other)


def says_the_same(one: Article, other: Article) -> bool:
    """Return whether two articles have the same text, whatever is said about them beside it."""
    return len(one.passages) == len(other.passages) and _words(one) == _words(other)


def _shown(article: Article) -> tuple[object, ...]:
    fields = (article.title, article.source, article.author, article.date, article.url)
    return (*fields, *((one.number, one.heading, one.text) for one in article.passages))


def _words(article: Article) -> list[list[str]]:
    return [one.text.split() for one in article.passages]
