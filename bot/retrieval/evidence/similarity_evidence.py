"""The evidence that similarity in meaning gives for candidates, beside their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence.evidence import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.meaning.embedded_articles import Similarities

SIMILARITY_FEATURES = (
    "passage_similarity",
    "sentence_similarity",
    "headline_similarity",
    "bm25_share",
)
"""What is measured of each candidate, in the order of :func:`measure_similarities`'s columns."""

_BM25 = FEATURES.index("bm25")


def measure_similarities(evidence: Evidence, similarities: Similarities) -> NDArray[np.float64]:
    """Measure candidates by meaning, and their BM25 beside that of the best.

    Args:
        evidence: What their words say.
        similarities: Their similarity in meaning to the question.

    Returns:
        One row a candidate, one column each of ``SIMILARITY_FEATURES``.
    """
    sentence = np.maximum.reduceat(similarities.sentences, evidence.sentence_starts[:-1])
    bm25 = evidence.features[:, _BM25]
    share = bm25 / max(float(bm25.max()), 1e-9)
    return np.column_stack((similarities.passages, sentence, similarities.titles, share))
