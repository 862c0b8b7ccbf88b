"""Find names while they are typed: by how they begin, by one of their words, by likeness."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from bot.people.gazetteer import entry_of
from bot.retrieval.index.ngrams import SimilarStrings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_LOOKED_AT = 200
_LAST = "\U0010ffff"
_MAX_TYPED = 100


class NameSearch:
    """Many names, searched in a few milliseconds; it never changes.

    Args:
        names: The names, the ones to be preferred first.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._entries = [entry_of(name) for name in names]
        self._whole = _SortedStrings(self._entries, range(len(names)))
        words = [
            (word, position)
            for position, entry in enumerate(self._entries)
            for word in entry.split()
        ]
        self._words = _SortedStrings([word for word, _ in words], [place for _, place in words])
        self._similar = SimilarStrings(self._entries)

    def complete(self, typed: str, most: int, least: float | None) -> list[int]:
        """Return the names that somebody may be typing.

        Args:
            typed: What has been typed so far; case and accents don't count.
            most: How many names to return at the most.
            least: The least likeness, 0 to 100, of a name that only resembles what was typed;
                ``None`` leaves those out.

        Returns:
            Positions of the names: first those that begin with it, then those of which a word
            does, in the order of the names; then those that resemble it, the likest first.
        """
        wanted = " ".join(entry_of(typed[:_MAX_TYPED]).split())
        if not wanted:
            return list(range(min(most, len(self._entries))))
        found: list[int] = self._whole.beginning_with(wanted)[:most].tolist()
        if len(found) < most:
            first, space, _ = wanted.partition(" ")
            if space:
                having = self._words.equal_to(first).tolist()
                inner = [p for p in having if f" {wanted}" in self._entries[p]]
            else:
                inner = self._words.beginning_with(first)[: 2 * most].tolist()
            found = list(dict.fromkeys(found + inner))[:most]
        if len(found) < most and least is not None:
            alike = [position for position, _ in self.alike(wanted, fuzz.WRatio, least, most)]
            found = list(dict.fromkeys(found + alike))[:most]
        return found

    def alike(
        self, name: str, ratio: Callable[..., float], least: float, most: int
    ) -> list[tuple[int, float]]:
        """Return the names that are most like another.

        Args:
            name: The other name.
            ratio: One of :mod:`rapidfuzz.fuzz`'s ratios.
            least: The least ratio that counts, 0 to 100.
            most: How many names to return at the most.

        Returns:
            Positions and ratios, the likest first.
        """
        near = self._similar.sharing(name[:_MAX_TYPED], _LOOKED_AT)
        choices = {position: self._entries[position] for position in near}
        matches = process.extract(name, choices, scorer=ratio, limit=most, score_cutoff=least)
        return [(position, score) for _, score, position in matches]


class _SortedStrings:
    """Strings looked up by how they begin, each standing for a position."""

    def __init__(self, strings: Sequence[str], positions: Sequence[int]) -> None:
        order = sorted(range(len(strings)), key=strings.__getitem__)
        self._strings = [strings[place] for place in order]
        self._positions: NDArray[np.int64] = np.array([positions[p] for p in order], dtype=np.int64)

    def beginning_with(self, start: str) -> NDArray[np.int64]:
        """Return the positions of the strings that begin so."""
        return self._between(start, start + _LAST)

    def equal_to(self, string: str) -> NDArray[np.int64]:
        """Return the positions of the strings that are so."""
        return self._between(string, string + "\0")

    def _between(self, low: str, high: str) -> NDArray[np.int64]:
        begin, end = bisect_left(self._strings, low), bisect_left(self._strings, high)
        return np.unique(self._positions[begin:end])
