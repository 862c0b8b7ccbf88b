"""Look up which articles may name something, by the capitalised words that they hold."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article

_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")
_WORD = re.compile(r"\w+")


class CapitalisedWords:
    """The capitalised words of many articles, four bytes for each in each article.

    Args:
        articles: The articles.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._holding: dict[str, array[int]] = {}
        for position, article in enumerate(articles):
            words = {word for p in article.passages for word in _CAPITALISED.findall(p.text)}
            for word in {word.lower() for word in words}:
                holding = self._holding.get(word)
                if holding is None:
                    holding = self._holding[word] = array("I")
                holding.append(position)

    def holding(self, name: str) -> list[Article]:
        """Return the articles that have the first word of a name, written with a capital."""
        first = _WORD.search(name)
        if first is None:
            return []
        return [self._articles[position] for position in self._holding.get(first[0].lower(), ())]
