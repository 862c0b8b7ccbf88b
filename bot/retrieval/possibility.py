"""Estimate how likely one of the first three passages answers, by words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.retrieval.confidence import chance, measure
from bot.retrieval.confidence_by_language import known_share
from bot.retrieval.meaning.embeddings import UNDERSTOOD

if TYPE_CHECKING:
    from bot.retrieval.candidates import Candidates
    from bot.retrieval.evidence import Evidence
    from bot.retrieval.question import Question

# Fitted by tests/benchmarks/fit_possibility.py on half of the questions in 19 languages, in
# libraries of 6, 18 and 36 articles. What is added to the evidence of a language counts less here
# than in the confidence, where the most evidence is looked at.
_WEIGHTS = {
    "bias": -4.37,
    "soft_coverage": 1.21,
    "sentence_coverage": 1.24,
    "best_sentence": 0.67,
    "bm25": 1.5,
    "grams": 0.62,
    "bigrams": -0.27,
    "missed_names": -0.85,
    "misspelt": -0.56,
    "title": 0.94,
    "mass": 1.42,
    "rarity": -0.19,
    "forms": 0.86,
    "no_cue": -0.41,
    "known": 2.42,
    "sureness": 0.66,
}


def possibility_of(
    candidates: Candidates, question: Question, evidence: Evidence, best: int, sentence: int
) -> float:
    """Rate the candidates that come first.

    Where meaning could be known, it has to decide which passages may answer; and in a passage in
    another language than the question, a few words in common say nothing. There it is 0.

    Args:
        candidates: The candidates.
        question: The question that they were found for.
        evidence: What was found in them.
        best: Which of them comes first.
        sentence: The position of its best sentence.

    Returns:
        About the chance that one of the first three answers, 0 to 1.
    """
    asked = question.asked
    if asked.language == UNDERSTOOD:
        return 0.0
    if pack_for(candidates.found[best][0].language).code != asked.language:
        return 0.0
    measured = measure_possibility(question, evidence, best, sentence)
    return chance(_WEIGHTS, measured)


def measure_possibility(
    question: Question, evidence: Evidence, best: int, sentence: int
) -> dict[str, float]:
    """Measure what speaks for one of the first candidates being the answer.

    Args:
        question: The question.
        evidence: What was found in the candidates.
        best: Which of them comes first.
        sentence: The position of its best sentence.
    """
    return {
        **measure(question, evidence, best, sentence),
        "known": known_share(question, evidence),
        "sureness": question.asked.sureness,
    }
