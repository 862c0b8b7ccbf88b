"""Which languages a library is in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.language.detection import DEFAULT
from bot.language.packs import pack_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article


def languages_of(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the languages that articles are read in, that of the most passages first.

    Without articles it is English.
    """
    passages: Counter[str] = Counter()
    for article in articles:
        passages[pack_for(article.language).code] += len(article.passages)
    return tuple([language for language, _ in passages.most_common()]) or (DEFAULT,)
