"""Judge a question's candidates: their order, their best sentences, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.retrieval.confidence import confidence_of
from bot.retrieval.highlight import best_sentence, sentence_scores
from bot.retrieval.meaning.confidence import chances_of, measure_by_meaning
from bot.retrieval.ranking import rank_candidates, totals_of
from bot.retrieval.rescorer import gather_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from bot.retrieval.candidates import Candidates
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """What is thought of the candidates for one question.

    Attributes:
        evidence: What was found in them.
        totals: How well each fits; comparable only among those of one question.
        ranked: Their positions, best first.
        sentences: The position of each candidate's best sentence in its passage.
        confidence: About the chance that the first one answers, 0 to 1.
        hope: About the chance that one of the first three answers, 0 to 1; 0 where words decide
            alone, as they can't tell.
        measured: What speaks for the first one, by name, where meaning is known.
    """

    evidence: Evidence
    totals: NDArray[np.float64]
    ranked: list[int]
    sentences: list[int]
    confidence: float
    hope: float
    measured: Mapping[str, float]


def assess(
    candidates: Candidates, question: Question, own: NDArray[np.bool_] | None = None
) -> Assessment:
    """Judge the candidates for a question.

    Args:
        candidates: The candidates, at least one.
        question: The question that they were found for.
        own: Which of its terms are a follow-up's own. Where words decide alone, passages that
            have more of them come first.
    """
    evidence = gather_evidence(candidates, question)
    totals = totals_of(evidence, candidates)
    by_meaning = candidates.likenesses is not None
    before_all = None if own is None or by_meaning else evidence.present[:, own].sum(1)
    ranked = rank_candidates(candidates, totals, before_all)
    scores = sentence_scores(evidence, candidates.likenesses)
    sentences = [best_sentence(scores, evidence, place) for place in range(len(candidates))]
    if candidates.likenesses is None:
        confidence = confidence_of(question, evidence, ranked[0])
        return Assessment(evidence, totals, ranked, sentences, confidence, 0.0, {})
    measured = measure_by_meaning(
        question, evidence, candidates.likenesses, totals, ranked, sentences[ranked[0]]
    )
    sure, hope = chances_of(measured)
    return Assessment(evidence, totals, ranked, sentences, sure, hope, measured)
