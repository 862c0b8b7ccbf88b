"""Rank candidates by their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence.evidence import FEATURES
from bot.retrieval.evidence.similarity_evidence import SIMILARITY_FEATURES, measure_similarities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence

# Fitted on the development set by tests/benchmarks/fit_ranking.py.
_BY_WORDS = {
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
_BY_MEANING = {
    "bm25": 0.105,
    "bigrams": 0.198,
    "coverage": 0.671,
    "soft_coverage": 0.449,
    "best_sentence": 2.300,
    "sentence_grams": 0.019,
    "forms": 0.097,
    "title": 0.280,
    "length": 0.098,
    "passage_similarity": 10.257,
    "sentence_similarity": 12.531,
    "headline_similarity": -2.339,
    "bm25_share": -1.044,
}
WEIGHTS = np.array([_BY_WORDS[name] for name in FEATURES])
"""What each feature weighs where words decide alone, in the order of ``FEATURES``."""

MEANING_WEIGHTS = np.array([_BY_MEANING[name] for name in (*FEATURES, *SIMILARITY_FEATURES)])
"""What each feature weighs where meaning is known, too: ``FEATURES``, ``SIMILARITY_FEATURES``."""


def feature_names() -> tuple[str, ...]:
    """Return the names of the columns of :func:`features_of`, the last of which need meaning."""
    return (*FEATURES, *SIMILARITY_FEATURES)


def features_of(evidence: Evidence, candidates: Candidates) -> NDArray[np.float64]:
    """Return what speaks for each candidate, one row each."""
    if candidates.similarities is None:
        return evidence.features
    similarities = measure_similarities(evidence, candidates.similarities)
    return np.column_stack((evidence.features, similarities))


def totals_of(evidence: Evidence, candidates: Candidates) -> NDArray[np.float64]:
    """Return how well each candidate fits; comparable only among those of one question."""
    weights = WEIGHTS if candidates.similarities is None else MEANING_WEIGHTS
    totals: NDArray[np.float64] = features_of(evidence, candidates) @ weights
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
