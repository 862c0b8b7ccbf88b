"""Choose the sentence of a passage that most likely holds the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.retrieval.cues import cue

if TYPE_CHECKING:
    from bot.ingest.article import Passage
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

# Fitted on the answer sentences of the development set.
_COVERAGE = 3.22
_GRAMS = 3.83
_BIGRAMS = 0.78
_CUE = 1.72

_ASKED = re.compile(r"[\w’'-]+")


class Highlight(NamedTuple):
    """Name a passage's best sentence: its position, how well it fits, and its cue (0 to 1)."""

    sentence: int
    score: float
    cue: float


def asked_words(text: str) -> frozenset[str]:
    """Collect the words of a question in lower case."""
    return frozenset(_ASKED.findall(text.lower()))


def best_sentence(
    question: Question, asked: frozenset[str], passage: Passage, evidence: Evidence, candidate: int
) -> Highlight:
    """Find the best sentence of a candidate; of two that fit alike, the first.

    Args:
        question: The question.
        asked: Its words, from :func:`asked_words`.
        passage: The candidate's passage.
        evidence: What was gathered for all candidates.
        candidate: Which of them the passage is.
    """
    weights = question.weights()
    total = max(float(weights.sum()), 1e-9)
    # One further on: the first sentence of the evidence stands for the heading.
    first = int(evidence.sentence_starts[candidate]) + 1
    last = first + len(passage.sentences)
    coverage = evidence.sentence_present[first:last] @ weights / total
    partial = (
        _COVERAGE * coverage
        + _GRAMS * evidence.sentence_grams[first:last]
        + _BIGRAMS * evidence.sentence_bigrams[first:last] / total
    )
    best = Highlight(0, float("-inf"), 0.0)
    for number, (start, end) in enumerate(passage.sentences):
        found = cue(question.kind, passage.text[start:end], asked)
        score = float(partial[number]) + _CUE * found
        if score > best.score + 1e-9:
            best = Highlight(number, score, found)
    return best
