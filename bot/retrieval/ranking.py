"""Rank candidates by their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.rescorer import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.candidates import Candidates
    from bot.retrieval.rescorer import Evidence

# Fitted on the development set by tests/benchmarks/fit_ranking.py.
_BY_FEATURE = {
    "bm25": 0.16,
    "bigrams": 0.207,
    "coverage": 0.358,
    "soft_coverage": 2.948,
    "best_sentence": 4.601,
    "sentence_grams": 0.067,
    "forms": 0.161,
    "title": 0.432,
    "length": -0.688,
}
WEIGHTS = np.array([_BY_FEATURE[name] for name in FEATURES])
"""What each feature weighs, in the order of ``FEATURES``."""


def totals_of(evidence: Evidence) -> NDArray[np.float64]:
    """Return how well each candidate fits; comparable only among those of one question."""
    totals: NDArray[np.float64] = evidence.features @ WEIGHTS
    return totals


def rank_candidates(
    candidates: Candidates,
    totals: NDArray[np.float64],
    before_all: NDArray[np.int64] | None = None,
) -> list[int]:
    """Return the positions of the candidates, best first; equals in reading order.

    Args:
        candidates: The candidates.
        totals: How well each fits.
        before_all: What counts before that, if anything: a number each, the most comes first.
    """
    keys = [candidates.order, -totals.round(9)]
    if before_all is not None:
        keys.append(-before_all)
    ranked: list[int] = np.lexsort(keys).tolist()
    return ranked
