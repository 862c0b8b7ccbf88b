"""Choose the sentence of a passage that most likely holds the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.retrieval.rescorer import Evidence

# Fitted on the answer sentences of the development set.
_COVERAGE = 3.2
_GRAMS = 3.8
_BIGRAMS = 0.8
_CUE = 1.7


def sentence_scores(evidence: Evidence) -> NDArray[np.float64]:
    """Rate every candidate's sentences as the place of the answer, all in one row."""
    scores: NDArray[np.float64] = (
        _COVERAGE * evidence.soft_coverage
        + _GRAMS * evidence.sentence_grams
        + _BIGRAMS * evidence.sentence_bigrams
        + _CUE * evidence.cues
    ).round(9)
    return scores


def best_sentence(scores: NDArray[np.float64], evidence: Evidence, candidate: int) -> int:
    """Return the position of a candidate's best sentence; of two that fit alike, the first.

    Args:
        scores: The scores of all sentences, from :func:`sentence_scores`.
        evidence: The evidence that they are of.
        candidate: Which of the candidates is meant.
    """
    # One further on: the first sentence of each candidate stands for its heading.
    start, end = evidence.sentence_starts[candidate : candidate + 2].tolist()
    return int(scores[start + 1 : end].argmax())
