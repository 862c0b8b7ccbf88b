"""Find the stems of a library that stand for a question's stem, beside that stem itself."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.language.analysis.word_analyser import TYPED_BARE, without_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.retrieval.index.vocabulary import Vocabulary

_COMPOUNDING = ("de", "nl")
"""Languages that write compounds as one word, so that *Haushaltsstreit* is about a *Streit*."""

_BY_CHARACTER = ("zh", "ja")
"""Languages in which a character is a word's part that has a meaning: *桥* of *石桥*."""

_LEAST_PART = 5
"""The letters of the shortest word that is looked for within compounds."""

_LEAST_BEFORE, _LEAST_AFTER = 3, 5
"""The letters that a compound must have before or after it: *Brandaris* is no *brand*."""

_MOST = 24
"""Stems that stand for one at the most."""


class OtherStems:
    """Knows which stems of a vocabulary are other spellings, compounds or parts of a stem.

    Args:
        vocabulary: The vocabulary.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        stems = vocabulary.stems
        self._marked = _by_bare_stem(stems, vocabulary.stems_of(TYPED_BARE))
        self._by_character = _by_character(stems, vocabulary.stems_of(_BY_CHARACTER))
        compounds = [one for one in vocabulary.stems_of(_COMPOUNDING) if stems[one].isalpha()]
        self._forwards = sorted((stems[number], number) for number in compounds)
        self._backwards = sorted((stems[number][::-1], number) for number in compounds)

    def with_marks(self, stem: str) -> Sequence[int]:
        """Return the stems that are typed like another where marks are left out.

        They are those of languages in which whole questions are typed so.
        """
        return self._marked.get(stem, ())

    def compounds_of(self, stem: str, form: str, language: str) -> list[int]:
        """Return the stems that begin or end with a stem, in languages that write compounds.

        Args:
            stem: The stem.
            form: The word that it is of, which has to be long enough.
            language: The language of both.
        """
        if language not in _COMPOUNDING or len(form) < _LEAST_PART:
            return []
        found = [
            *_beginning(self._backwards, stem[::-1], _LEAST_BEFORE),
            *_beginning(self._forwards, stem, _LEAST_AFTER),
        ]
        return list(dict.fromkeys(found))[:_MOST]

    def sharing_character(self, characters: Iterable[str], language: str) -> list[int]:
        """Return the stems that have any of some characters, where characters have a meaning."""
        if language not in _BY_CHARACTER:
            return []
        found = [number for one in characters for number in self._by_character.get(one, ())]
        return list(dict.fromkeys(found))[:_MOST]


def _beginning(ordered: Sequence[tuple[str, int]], start: str, longer: int) -> list[int]:
    """Return the numbers of the strings that begin with another and are so much longer."""
    at = bisect_left(ordered, (start, -1))
    some = takewhile(lambda one: one[0].startswith(start), ordered[at : at + 2 * _MOST])
    return [number for text, number in some if len(text) >= len(start) + longer]


def _by_bare_stem(stems: Sequence[str], numbers: Iterable[int]) -> dict[str, list[int]]:
    """Return the numbers of stems that have marks, by the stems without them."""
    found: dict[str, list[int]] = {}
    for number in numbers:
        bare = without_marks(stems[number])
        if bare != stems[number]:
            found.setdefault(bare, []).append(number)
    return found


def _by_character(stems: Sequence[str], numbers: Iterable[int]) -> dict[str, list[int]]:
    """Return the numbers of stems by each of the ideographs that they have, as many as count."""
    found: dict[str, list[int]] = {}
    for number in numbers:
        for character in dict.fromkeys(stems[number]):
            if "\u4e00" <= character <= "\u9fff":
                having = found.setdefault(character, [])
                if len(having) < _MOST:
                    having.append(number)
    return found
