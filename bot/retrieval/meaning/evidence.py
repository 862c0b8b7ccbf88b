"""The evidence that likeness in meaning gives for candidates, beside their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.evidence import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence import Evidence
    from bot.retrieval.meaning.embedded_articles import Likenesses

LIKENESS_FEATURES = ("passage_likeness", "sentence_likeness", "headline_likeness", "bm25_share")
"""What is measured of each candidate, in the order of :func:`measure_likenesses`'s columns."""

_BM25 = FEATURES.index("bm25")


def measure_likenesses(evidence: Evidence, likenesses: Likenesses) -> NDArray[np.float64]:
    """Measure candidates by meaning, and their BM25 beside that of the best.

    Args:
        evidence: What their words say.
        likenesses: How like the question they are.

    Returns:
        One row a candidate, one column each of ``LIKENESS_FEATURES``.
    """
    sentence = np.maximum.reduceat(likenesses.sentences, evidence.sentence_starts[:-1])
    bm25 = evidence.features[:, _BM25]
    share = bm25 / max(float(bm25.max()), 1e-9)
    return np.column_stack((likenesses.passages, sentence, likenesses.titles, share))
