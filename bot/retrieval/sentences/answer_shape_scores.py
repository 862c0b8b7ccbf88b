"""Raise the scores of sentences that have the shape of an answer: an age, a sum, a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.quote import Quote
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

_IN_PASSAGE = 3.0
_IN_SENTENCE = 3.0
_IN_SENTENCE_BY_WORDS = 7.5
"""More where words decide alone: the words of a question often name its subject, and another
sentence than the one that answers."""


def add_shape(
    question: Question,
    candidates: Candidates,
    evidence: Evidence,
    totals: NDArray[np.float64],
    scores: NDArray[np.float64],
) -> None:
    """Raise, in place, the scores of sentences that look like what is asked for.

    A passage gains only where it has one of the question's names, if that has any.

    Args:
        question: The question.
        candidates: The candidates.
        evidence: What was found in them.
        totals: How well each fits.
        scores: How well each of their sentences fits, headings among them.
    """
    shape = question.asked.shape
    if shape is None:
        return
    gain = _IN_SENTENCE_BY_WORDS if candidates.similarities is None else _IN_SENTENCE
    named: NDArray[np.bool_] = np.ones(len(candidates), dtype=np.bool_)
    if question.names.any():
        named = np.asarray(evidence.present[:, question.names].any(1))
    for candidate, (_, passage) in enumerate(candidates.found):
        first = int(evidence.sentence_starts[candidate]) + 1
        pattern = shape.pattern
        fits = [pattern.search(passage.text, *span) is not None for span in passage.sentences]
        scores[first : first + len(fits)] += gain * np.array(fits, dtype=np.float64)
        if any(fits) and shape.is_rare and named[candidate]:
            totals[candidate] += _IN_PASSAGE


def looks_right(question: Question, quote: Quote, present: NDArray[np.bool_]) -> bool:
    """Return whether a sentence gives the rare thing that is asked for.

    That is an age in a passage that has the name asked about, or what somebody is.

    Args:
        question: The question.
        quote: The sentence.
        present: Which of the question's terms its passage has.
    """
    shape = question.asked.shape
    if shape is None or not shape.is_rare:
        return False
    if not (shape.has_name or present[question.names].any()):
        return False
    return shape.pattern.search(quote.passage.text, *quote.span) is not None
