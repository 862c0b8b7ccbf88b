"""Estimate how likely one of the first three passages answers, by words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.retrieval.confidence.by_language import known_share
from bot.retrieval.confidence.by_words import chance, measure
from bot.retrieval.meaning.embeddings import UNDERSTOOD

if TYPE_CHECKING:
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

# Fitted by tests/benchmarks/fit_possibility.py on half of the questions in 19 languages, in
# libraries of 6, 18 and 36 articles. What is added to the evidence of a language counts less here
# than in the confidence, where the most evidence is looked at.
_WEIGHTS = {
    "bias": -4.26,
    "soft_coverage": 1.22,
    "sentence_coverage": 1.19,
    "best_sentence": 0.7,
    "bm25": 1.52,
    "grams": 0.54,
    "bigrams": -0.2,
    "missed_names": -0.87,
    "misspelt": -0.5,
    "title": 1.11,
    "mass": 1.36,
    "rarity": -0.24,
    "forms": 1,
    "no_cue": -0.4,
    "known": 2.33,
    "sureness": 0.61,
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
