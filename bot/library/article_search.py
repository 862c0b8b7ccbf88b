"""Find articles by title or id, with parts of them and misspellings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.people.gazetteer import entry_of
from bot.people.lookup.name_search import NameSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article

_ALIKE = 80.0
_LOOSELY_ALIKE = 60.0
"""The least similarity to what was typed, as rapidfuzz rates it, 0 to 100."""

_SHORTEST = 3
_MOST_ALIKE = 20
_MOST_WORDS = 12


class ArticleSearch:
    """The titles and ids of some articles; it never changes.

    Args:
        articles: The articles.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        titles = [article.title for article in articles]
        ids = [_spaced(article.id) for article in articles]
        self._count = len(articles)
        self._names = NameSearch(titles + ids)
        self._words: defaultdict[str, set[int]] = defaultdict(set)
        for position, name in enumerate(titles + ids):
            for word in entry_of(name).split():
                self._words[word].add(position % self._count)

    def complete(self, typed: str, most: int) -> list[int]:
        """Return the positions of the articles that best match what was typed, best first.

        Args:
            typed: What has been typed so far of a title or an id.
            most: How many to return at most.
        """
        return self._find(typed, most, _LOOSELY_ALIKE)

    def find(self, typed: str) -> int | None:
        """Return the position of the article with a title, an id or a part of either.

        It is the first result of :meth:`complete`, if that matches well enough.
        """
        found = self._find(typed, 1, _ALIKE) if _spaced(typed).strip() else []
        return found[0] if found else None

    def _find(self, typed: str, most: int, least: float) -> list[int]:
        found = self._named(typed, most, None)
        if len(found) < most and typed.strip():
            found += self._having_words_like(typed) + self._named(typed, most, least)
        return list(dict.fromkeys(found))[:most]

    def _named(self, typed: str, most: int, least: float | None) -> list[int]:
        found = self._names.complete(_spaced(typed), 2 * most, least)
        return [place % self._count for place in found]

    def _having_words_like(self, typed: str) -> list[int]:
        """Return the articles with a word similar to each typed word, however long their titles."""
        words = [word for word in entry_of(_spaced(typed)).split() if len(word) >= _SHORTEST]
        scores = [self._similarity(word) for word in words[:_MOST_WORDS]]
        if not scores:
            return []
        having = sorted(set(scores[0]).intersection(*scores[1:]))
        return sorted(having, key=lambda position: -sum(one[position] for one in scores))

    def _similarity(self, word: str) -> dict[int, float]:
        """Return the similarity of the article's word most similar to a word, by article."""
        best: dict[int, float] = {}
        alike = process.extract(
            word, list(self._words), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_ALIKE
        )
        for known, score, _ in alike:
            for position in self._words[known]:
                best.setdefault(position, score)
        return best


def _spaced(text: str) -> str:
    return text.replace("-", " ")
