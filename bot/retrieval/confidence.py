"""Say how sure it is that a passage answers, from the evidence and not from a raw score."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

ANSWER_FROM = 0.5
"""The confidence from which a passage is given as the answer."""


def confidence_of(question: Question, evidence: Evidence, candidate: int) -> float:
    """Rate a candidate as the answer, 0 to 1: how much of the question's weight it covers."""
    weights = question.weights()
    total = float(weights.sum())
    covered = float(evidence.present[candidate] @ weights) / total
    first, last = evidence.sentence_starts[candidate], evidence.sentence_starts[candidate + 1]
    in_sentence = float((evidence.sentence_present[first:last] @ weights).max()) / total
    return 1 / (1 + math.exp(-(8 * (0.5 * covered + 0.5 * in_sentence) - 3.6)))
