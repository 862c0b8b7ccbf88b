"""Choose the sentence of a passage that most likely holds the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.retrieval.rescorer import Evidence

# Fitted on the answer sentences of the development set.
_COVERAGE = 3.2
_GRAMS = 3.8
_BIGRAMS = 0.8
_CUE = 1.7


def best_sentence(evidence: Evidence, candidate: int) -> int:
    """Find the position of a candidate's best sentence; of two that fit alike, the first."""
    # One further on: the first sentence of each candidate stands for its heading.
    start = int(evidence.sentence_starts[candidate]) + 1
    span = slice(start, int(evidence.sentence_starts[candidate + 1]))
    scores = (
        _COVERAGE * evidence.soft_coverage[span]
        + _GRAMS * evidence.sentence_grams[span]
        + _BIGRAMS * evidence.sentence_bigrams[span]
        + _CUE * evidence.cues[span]
    )
    return int(scores.round(9).argmax()) if len(scores) else 0
