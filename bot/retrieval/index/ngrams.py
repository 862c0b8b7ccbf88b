"""Index strings by their character n-grams; ``^`` and ``$`` stand for a string's ends."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

GRAM_LENGTH = 4
_LONGEST = 1 << 20
_SYLLABLE = re.compile("[\uac00-\ud7a3]")


class GramTable:
    """The 4-grams of many strings, to be looked up by the string's number.

    Args:
        strings: The strings.

    Attributes:
        size: How many distinct 4-grams there are; they are numbered from 0.
        table: One row a string: the numbers of its first ``WIDTH`` 4-grams, filled up with
            ``size``.
        counts: How many 4-grams each string has, at least 1.
    """

    WIDTH = 12

    def __init__(self, strings: Sequence[str]) -> None:
        keys, owners = pack_ngrams(strings, GRAM_LENGTH)
        distinct, numbers = np.unique(keys, return_inverse=True)
        self.size = len(distinct)
        self._numbers = dict(zip(_unpack(distinct), range(self.size), strict=True))
        counts = np.bincount(owners, minlength=len(strings))
        place = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
        fits = place < self.WIDTH
        self.table = np.full((len(strings), self.WIDTH), self.size, dtype=np.int32)
        self.table[owners[fits], place[fits]] = numbers[fits]
        self.counts = np.maximum(counts, 1)

    def numbers_of(self, grams: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of 4-grams, −1 for one that none of the strings has."""
        known = self._numbers
        return np.array([known.get(gram, -1) for gram in grams], dtype=np.int64)


class SimilarStrings:
    """Finds the string that a misspelt one most likely stands for, by shared bigrams.

    Args:
        strings: The strings to choose from.
    """

    def __init__(self, strings: Sequence[str]) -> None:
        keys, owners = pack_ngrams(list(map(by_letters, strings)), 2)
        order = np.argsort(keys, kind="stable")
        self._keys, starts = np.unique(keys[order], return_index=True)
        self._starts = np.append(starts, len(keys))
        self._owners = owners[order]
        self._counts = np.bincount(owners, minlength=len(strings))

    def nearest(
        self, string: str, least: float, among: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Return the strings that share the most bigrams with another.

        Args:
            string: The other string.
            least: The least Dice coefficient (twice the shared bigrams over all) that counts.
            among: Which strings to look at; all if left out.

        Returns:
            Positions and coefficients of the best string and its equals.
        """
        shared, size = self._shared(string)
        if not shared.any():
            return []
        dice = 2 * shared / (self._counts + size)
        if among is not None:
            dice *= among
        best = float(dice.max())
        if best < least:
            return []
        return [(position, best) for position in np.flatnonzero(dice >= best).tolist()]

    def sharing(self, string: str, count: int) -> list[int]:
        """Return the positions of the strings that share the most bigrams with another.

        Args:
            string: The other string.
            count: How many strings to give, about; of those that share as many, the shorter.
        """
        shared, _ = self._shared(string)
        having = np.cumsum(np.bincount(shared)[::-1])[::-1]
        floor = max(1, int(np.count_nonzero(having >= count)) - 1)
        near = np.flatnonzero(shared >= floor)
        rating = self._counts[near] - shared[near] * _LONGEST
        if len(near) > count:
            best = np.argpartition(rating, count)[:count]
            near, rating = near[best], rating[best]
        found: list[int] = near[np.lexsort((near, rating))].tolist()
        return found

    def _shared(self, string: str) -> tuple[NDArray[np.int64], int]:
        """Return how many bigrams each string shares with another, and how many that one has."""
        keys = np.unique(pack_ngrams([by_letters(string)], 2)[0])
        if not len(self._keys):
            return np.zeros(len(self._counts), dtype=np.int64), len(keys)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        at = at[self._keys[at] == keys]
        spans = [self._owners[self._starts[gram] : self._starts[gram + 1]] for gram in at]
        owners = np.concatenate([*spans, np.empty(0, dtype=self._owners.dtype)])
        return np.bincount(owners, minlength=len(self._counts)), len(keys)


def by_letters(string: str) -> str:
    """Return a string with Korean syllables as their letters, in one of which a slip is made."""
    if string.isascii() or not _SYLLABLE.search(string):
        return string
    return unicodedata.normalize("NFD", string)


def gram_count(string: str) -> int:
    """Return how many 4-grams a string has, at least 1."""
    return max(1, len(string) + 2 - GRAM_LENGTH + 1)


def grams_of(string: str) -> list[str]:
    """Return the 4-grams of a string in order, repeated as they are."""
    marked = f"^{string}$"
    return [marked[at : at + GRAM_LENGTH] for at in range(len(marked) - GRAM_LENGTH + 1)]


def pack_ngrams(
    strings: Sequence[str], length: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Pack the n-grams of many strings into numbers, 16 bits for each character's code.

    Returns:
        The packed n-grams of all strings in order, and the position of each one's string.
    """
    marked = [f"^{string}$" for string in strings]
    codes = np.frombuffer("".join(marked).encode("utf-32-le", "surrogatepass"), np.uint32)
    low = codes.astype(np.uint64) & np.uint64(0xFFFF)
    owner = np.repeat(np.arange(len(marked)), [len(string) for string in marked])
    total = len(codes) - length + 1
    if total <= 0:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    keys = np.zeros(total, dtype=np.uint64)
    for position in range(length):
        keys = (keys << np.uint64(16)) | low[position : position + total]
    inside = owner[:total] == owner[length - 1 :]
    return keys[inside], owner[:total][inside]


def _unpack(keys: NDArray[np.uint64]) -> list[str]:
    """Turn packed 4-grams into strings again."""
    shifts = np.arange(GRAM_LENGTH - 1, -1, -1, dtype=np.uint64) * np.uint64(16)
    codes = (keys[:, None] >> shifts & np.uint64(0xFFFF)).astype("<u4")
    grams: list[str] = np.ascontiguousarray(codes).view(f"<U{GRAM_LENGTH}")[:, 0].tolist()
    return grams
