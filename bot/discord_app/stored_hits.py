"""Convert a hit to the reference that is stored of it, and back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.discord_app.user_error import UserError
from bot.retrieval.answer import Hit
from bot.storage.answers import StoredHit

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.library.library import Library

DIGEST_LENGTH = 6
"""The number of characters of an article's digest that identify its version."""


def store_hit(hit: Hit) -> StoredHit:
    """Return the reference to a hit."""
    return StoredHit(
        hit.article.id,
        hit.article.digest[:DIGEST_LENGTH],
        hit.article.place_of(hit.passage),
        hit.passage.sentences.index(hit.sentence),
    )


def find_article(article_id: str, library: Library) -> Article:
    """Return an article of today's library.

    Raises:
        UserError: The library no longer holds it.
    """
    article = library.article(article_id)
    if article is None:
        raise UserError("That article is no longer here. `/articles` lists those that are.")
    return article


def find_hit(stored: StoredHit, library: Library) -> Hit:
    """Return a hit in today's library.

    Raises:
        UserError: The article is gone or has changed.
    """
    article = find_article(stored.article, library)
    same = article.digest[:DIGEST_LENGTH] == stored.digest
    if same and min(stored.passage, stored.sentence) >= 0:
        with suppress(IndexError):  # a number in a forged button
            passage = article.passages[stored.passage]
            return Hit(Quote(article, passage, passage.sentences[stored.sentence]), 0.0, ())
    raise UserError("That article has changed since. Ask again to see what it says now.")
