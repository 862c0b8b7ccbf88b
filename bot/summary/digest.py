"""One sentence of each of many articles, the newest first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.summary.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.article import Article
    from bot.articles.quote import Quote

DIGESTED = 12
"""How many articles are quoted where nobody says how many."""

_WORDS = 25
"""About as many words as the sentence of an article is to have."""


def day_of(text: str) -> dt.date | None:
    """Return the day that somebody wrote as ``2026-02-15``, or ``None`` if it is none."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Return articles by their dates, the newest first; those without a date come last."""
    return sorted(articles, key=lambda article: article.date or dt.date.min, reverse=True)


def digest(articles: Iterable[Article], most: int) -> tuple[Quote, ...]:
    """Return one sentence an article, the newest article first.

    Args:
        articles: The articles of a day, of a tag, or all of them.
        most: How many articles to quote at the most.
    """
    found = (
        summarise(article, pack_for(article.language), _WORDS).sentences
        for article in newest_first(articles)[:most]
    )
    return tuple(sentences[0] for sentences in found if sentences)
