"""Count how often the parts of a question occur, and derive their weights."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEARLY_SPELT = 0.75
"""How alike a word of the articles must be to one that seems misspelt, where little else of a
question is known."""

_SMALL_CORPUS = 200
_BACKGROUND = 20
"""The passages up to which a corpus is small, and how many are then imagined beside them."""


class Neighbour(NamedTuple):
    """The stem that a misspelt one most likely stands for.

    Attributes:
        stem: The stem.
        similarity: How alike the two are, as :meth:`SimilarStrings.nearest` measures it, 0 to 1.
        passages: In how many passages it occurs.
    """

    stem: str
    similarity: float
    passages: int


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """How often the parts of one question occur in the passages that an engine searches.

    Attributes:
        passages: How many passages there are.
        words: How many words they have together.
        stems: For each of the question's stems, in how many passages it occurs.
        titled: For each of them, whether a headline has it.
        neighbours: For each of them that occurs nowhere, the stem that may be meant.
        others: For each of them the other stems that stand for it.
        forms: For each of the question's forms, how often it occurs.
        grams: For each of the question's 4-grams, how often words that have it occur.
    """

    passages: int
    words: int
    stems: NDArray[np.int64]
    titled: NDArray[np.bool_]
    neighbours: tuple[Neighbour | None, ...]
    others: tuple[tuple[str, ...], ...]
    forms: NDArray[np.int64]
    grams: NDArray[np.int64]

    def __add__(self, other: Statistics) -> Statistics:
        """Return the statistics of both engines' passages together, for the same question."""
        return Statistics(
            self.passages + other.passages,
            self.words + other.words,
            self.stems + other.stems,
            self.titled | other.titled,
            tuple(map(_nearer, self.neighbours, other.neighbours)),
            self._others_of_both(other),
            self.forms + other.forms,
            self.grams + other.grams,
        )

    def _others_of_both(self, other: Statistics) -> tuple[tuple[str, ...], ...]:
        """Return for each stem the others that stand for it in either engine's passages.

        What is merely like a stem counts only if neither has that stem.
        """
        unknown = (self.stems + other.stems == 0).tolist()
        found: list[dict[str, None]] = [{} for _ in unknown]
        for one in (self, other):
            sides = zip(found, unknown, one.neighbours, one.others, strict=True)
            for into, is_unknown, near, others in sides:
                if near is None or is_unknown:
                    into.update(dict.fromkeys(others))
                if near and others and is_unknown:
                    into[near.stem] = None
        return tuple([tuple(of_stem) for of_stem in found])

    @property
    def mean_length(self) -> float:
        """The mean number of words of a passage, a little above 0 where there are none."""
        return max(self.words / self.passages, 1e-9) if self.passages else 1.0

    def idf(self, passages: int) -> float:
        """Return the weight of a stem that occurs in ``passages`` passages, 1 or more.

        This is the idf of rank-bm25's ``BM25Plus``; in a small corpus a few imagined passages
        that have no word are added, so that a word of every passage still weighs something.
        """
        return math.log((self.passages + background_of(self.passages) + 1) / passages)

    def unseen_idf(self) -> float:
        """Return the weight of a stem that no passage has: that of one in a single passage."""
        return self.idf(1)

    def occurrence_idf(self, counts: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the weights of what occurs ``counts`` times, 0 for what does not occur.

        An occurrence counts as a passage.
        """
        share = (self.passages + 1) / np.clip(counts, 1, max(1, self.passages))
        return np.where(counts > 0, np.log(share), 0.0)


def background_of(passages: int) -> int:
    """Return how many passages without any word to imagine beside so many."""
    return _BACKGROUND if passages <= _SMALL_CORPUS else 0


def _nearer(first: Neighbour | None, second: Neighbour | None) -> Neighbour | None:
    """Return the neighbour that is more like the stem; of equals the one in more passages."""
    if first is None or second is None:
        return first or second
    if first.stem == second.stem:
        return first._replace(passages=first.passages + second.passages)
    return max(first, second, key=lambda one: (one.similarity, one.passages, one.stem))
