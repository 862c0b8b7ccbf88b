"""Choose the sentence of a passage that most likely holds the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.meaning.embedded_articles import Similarities

# Fitted on the answer sentences of the development set: coverage, grams, bigrams, cue.
_BY_WORDS = np.array([3.2, 3.8, 0.8, 1.7])
# With similarity in meaning behind them, fitted by tests/benchmarks/fit_ranking.py.
_BY_MEANING = np.array([0.651, 0.541, 1.074, 1.640, 12.234])


def sentence_scores(
    evidence: Evidence, similarities: Similarities | None = None
) -> NDArray[np.float64]:
    """Rate every candidate's sentences as the place of the answer, all in one row.

    Args:
        evidence: What was found in the candidates.
        similarities: Their similarity in meaning to the question, if known.
    """
    weights = _BY_WORDS if similarities is None else _BY_MEANING
    scores: NDArray[np.float64] = sentence_features(evidence, similarities) @ weights
    return scores.round(9)


def sentence_features(evidence: Evidence, similarities: Similarities | None) -> NDArray[np.float64]:
    """Return what speaks for each sentence: one row each."""
    features = (
        evidence.soft_coverage,
        evidence.sentence_grams,
        evidence.sentence_bigrams,
        evidence.cues,
    )
    more = () if similarities is None else (similarities.sentences,)
    return np.column_stack((*features, *more))


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
