"""Find the stems of an index that a question's stems stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.language.analysis.word_analyser import TYPED_BARE
from bot.retrieval.index.ngrams import by_letters
from bot.retrieval.index.statistics import Neighbour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.index.index import LanguageStatistics, PassageIndex
    from bot.retrieval.question import ParsedQuestion

LEAST_LIKENESS = 0.6
"""How alike a misspelt word and the word it stands for must be, by :class:`SimilarStrings`."""

_LEAST_BY_LETTERS = 0.65
"""The same of pairs of Korean syllables, which are compared by their letters."""

_OWN = 0.15
"""How much less alike a word of the question's own language may be than one of another."""

_MIN_MISSPELT = 4
_SHARES_CHARACTER = 0.35
"""How alike two words are that have a character in common which has a meaning."""


class StemMatch(NamedTuple):
    """What one stem of a question stands for.

    Attributes:
        passages: In how many passages it occurs, or one of ``others`` if it does.
        titled: Whether a headline has it.
        neighbour: The stem that may be meant, if it occurs nowhere.
        others: Other stems that stand for it, or for its neighbour.
    """

    passages: int = 0
    titled: bool = False
    neighbour: Neighbour | None = None
    others: tuple[str, ...] = ()


def match_stems(index: PassageIndex, asked: ParsedQuestion) -> list[StemMatch]:
    """Return what each stem of a question stands for in an index."""
    numbers = index.vocabulary.stem_numbers(asked.stems)
    frequencies = taken(index.ranking.frequencies, numbers)
    known = [one for one, count in zip(asked.stems, frequencies.tolist(), strict=True) if count]
    matcher = _Matcher(index, asked, frozenset("".join(known)))
    own = matcher.own
    counts = own.counts_of_stems(index.ranking, numbers) if own else frequencies
    found = zip(numbers.tolist(), frequencies.tolist(), counts.tolist(), strict=True)
    return [matcher.match(place, *one) for place, one in enumerate(found)]


def taken(counts: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the count of each number, 0 for numbers that have none."""
    known = (numbers >= 0) & (numbers < len(counts))
    of_each = np.zeros(len(numbers), dtype=np.int64)
    of_each[known] = counts[numbers[known]]
    return of_each


class _Matcher:
    """Matches the stems of one question.

    Args:
        index: The index.
        asked: The question.
        known: The characters of those of its stems that occur in the passages.
    """

    def __init__(self, index: PassageIndex, asked: ParsedQuestion, known: frozenset[str]) -> None:
        self._index = index
        self._asked = asked
        self._known = known
        self._language = asked.language
        self._is_bare = asked.language in TYPED_BARE and asked.text.isascii()
        self.own: LanguageStatistics | None = index.languages.get(asked.language)

    def match(self, place: int, number: int, occurs: int, passages: int) -> StemMatch:
        """Match a stem.

        Args:
            place: Which of the question's stems it is.
            number: Its number, −1 if it has none.
            occurs: In how many passages it occurs.
            passages: What that counts for in the question's language.
        """
        stem = self._asked.stems[place]
        titled = number in self._index.titled
        if self._is_bare and (marked := self._index.others.with_marks(stem)):
            # Most words that are written alike without marks are another one, typed plain.
            return self._with_others(number, marked)
        compounds = self._index.others.compounds_of(stem, self._asked.forms[place], self._language)
        if compounds:
            return self._with_others(number, compounds)
        if occurs or titled:
            return StemMatch(passages, titled=titled)
        near = self._neighbour(stem)
        if near is None:
            left = [one for one in stem if one not in self._known]
            alike = self._index.others.sharing_character(left, self._language)
            return self._by_others(alike)
        return StemMatch(neighbour=near)

    def _with_others(self, number: int, others: Sequence[int]) -> StemMatch:
        """Match a stem that others are as good as; whether it occurs itself makes no difference."""
        names = tuple([self._index.vocabulary.stems[one] for one in others])
        return StemMatch(self._passages_of([number, *others]), others=names)

    def _by_others(self, numbers: Sequence[int]) -> StemMatch:
        """Match a stem that stands for some others: the most frequent is its neighbour."""
        frequencies = taken(self._index.ranking.frequencies, np.array(numbers, dtype=np.int64))
        if not frequencies.any():
            return StemMatch()
        names = [self._index.vocabulary.stems[one] for one in numbers]
        near = names.pop(int(frequencies.argmax()))
        found = Neighbour(near, _SHARES_CHARACTER, self._passages_of(numbers))
        return StemMatch(neighbour=found, others=tuple(names))

    def _passages_of(self, stems: Sequence[int]) -> int:
        """Return in how many passages of the question's language any of some stems occurs."""
        held = np.unique(np.concatenate([self._index.ranking.documents_of(one) for one in stems]))
        in_own = int(self.own.passages[held].sum()) if self.own else len(held)
        return in_own or len(held)

    def _neighbour(self, stem: str) -> Neighbour | None:
        """Return the stem of the passages that a misspelt one most likely stands for.

        Of several that are equally alike it is the one in the most passages. Those of its own
        language go before others.
        """
        letters = by_letters(stem)
        if len(letters) < _MIN_MISSPELT or stem[0].isdigit():
            return None
        similar = self._index.similar
        least = LEAST_LIKENESS if letters == stem else _LEAST_BY_LETTERS
        nearest = similar.nearest(stem, least)
        if self.own and nearest:
            own_least = max(least, nearest[0][1] - _OWN)
            nearest = similar.nearest(stem, own_least, self.own.stems) or nearest
        positions = np.array([position for position, _ in nearest], dtype=np.int64)
        passages = taken(self._index.ranking.frequencies, positions)
        if not passages.any():
            return None
        best = int(passages.argmax())
        position, similarity = nearest[best]
        return Neighbour(self._index.vocabulary.stems[position], similarity, int(passages[best]))
