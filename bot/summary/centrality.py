"""Weigh sentences by what they share with the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.summary.sentences import Candidate

_DAMPING = 0.85
_ROUNDS = 30


def term_counts(candidates: Sequence[Candidate]) -> Counter[str]:
    """Return for each term the number of sentences that have it."""
    return Counter(term for candidate in candidates for term in set(candidate.terms))


def centrality(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return ranks of sentences by the ranks of those they share terms with, the highest being 1.

    This is TextRank (Mihalcea and Tarau, 2004).
    """
    similarity = _similarity(candidates)
    size = len(similarity)
    totals = similarity.sum(1, keepdims=True)
    moves = np.divide(similarity, totals, out=np.full_like(similarity, 1 / size), where=totals > 0)
    rank: NDArray[np.float64] = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        rank = (1 - _DAMPING) / size + _DAMPING * (moves.T @ rank)
    return rank / float(rank.max())


def _similarity(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return the terms that sentences share over the logarithms of their lengths; 0 with itself."""
    ids: dict[str, int] = {}
    for candidate in candidates:
        for term in candidate.terms:
            ids.setdefault(term, len(ids))
    present = np.zeros((len(candidates), max(1, len(ids))))
    for position, candidate in enumerate(candidates):
        present[position, [ids[term] for term in candidate.terms]] = 1
    lengths = np.log(np.maximum(present.sum(1), 2))
    similarity: NDArray[np.float64] = (present @ present.T) / (lengths[:, None] + lengths[None, :])
    np.fill_diagonal(similarity, 0)
    return similarity
