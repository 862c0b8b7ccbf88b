"""Rate how sure it is that a passage answers a question in another language than English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.packs import pack_for
from bot.language.sentence_cues import Kind
from bot.retrieval.confidence.by_words import chance, measure

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage
    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

# Fitted by tests/benchmarks/fit_languages.py on half of the questions in 19 languages.
_WEIGHTS = {
    "bias": -5.946,
    "soft_coverage": 1.315,
    "sentence_coverage": 0.991,
    "best_sentence": 1.691,
    "bm25": 0.450,
    "grams": 0.107,
    "bigrams": -0.002,
    "missed_names": -0.336,
    "misspelt": -0.130,
    "title": -0.156,
    "mass": 0.933,
    "rarity": -0.209,
    "forms": 1.354,
    "no_cue": -0.780,
    "known": 1.938,
    "lacks_shape": -0.576,
    "sentence_alone": 1.378,
    "nameless": 1.216,
    "lacks_number": -0.263,
    "timeless": -2.108,
    "shapeless": -2.887,
    "untold": -3.695,
}
_NEVER_ZERO = 1e-9


def confidence_by_language(
    candidates: Candidates, question: Question, evidence: Evidence, best: int, sentence: int
) -> float:
    """Rate the candidate that comes first as the answer.

    Args:
        candidates: The candidates.
        question: The question that they were found for, in any language but English.
        evidence: What was found in them.
        best: Which of them comes first.
        sentence: The position of its best sentence.

    Returns:
        About the chance that it answers, 0 to 1.
    """
    measured = measure_by_language(candidates, question, evidence, best, sentence)
    return chance(_WEIGHTS, measured, _constant(question, evidence, best))


def _constant(question: Question, evidence: Evidence, best: int) -> float:
    """Return what is added to the evidence in the question's language.

    A bonus makes up for words that a language writes in other ways. Where a passage has a single
    one of a question's words, and nothing like any other, there is nothing to make up for: *Wie
    teuer ist …* would find whatever it is that has a price or not.
    """
    constant = question.asked.sureness
    is_lone = len(question.terms) > 1 and (evidence.alike[best] > 0).sum() <= 1
    return min(constant, 0.0) if is_lone else constant


def measure_by_language(
    candidates: Candidates, question: Question, evidence: Evidence, best: int, sentence: int
) -> dict[str, float]:
    """Measure what speaks for the candidate that comes first being the answer.

    Beyond what is measured in English it is how much of the question no candidate has, whether
    the passage lacks what a measure or a count looks like, how much of it the best sentence
    alone has, how much the passage has of what isn't written like a name (*In welchem Jahr starb
    X* is not answered by any passage on X), whether it lacks a number that the question has, and
    whether the sentence can't be what is asked for.

    Args:
        candidates: The candidates.
        question: The question that they were found for.
        evidence: What was found in them.
        best: Which of them comes first.
        sentence: The position of its best sentence.
    """
    at = int(evidence.sentence_starts[best]) + 1 + sentence
    return {
        **measure(question, evidence, best, sentence),
        "known": known_share(question, evidence),
        "lacks_shape": float(_lacks_shape(question, candidates.found[best][1])),
        "sentence_alone": float(evidence.soft_coverage[at]),
        "nameless": _nameless_share(question, evidence, best),
        "lacks_number": float(_lacks_number(question, evidence, best)),
        **_measure_unmet(question, candidates.found[best], evidence, best, sentence),
    }


def _measure_unmet(
    question: Question,
    found: tuple[Article, Passage],
    evidence: Evidence,
    best: int,
    sentence: int,
) -> dict[str, float]:
    """Measure whether the best sentence can't be what is asked for, however well its words fit.

    Returns:
        ``timeless``, ``shapeless`` and ``untold``, 1 or 0: whether it has no time where *when* is
        asked; nothing that looks like the measure, the count or the age that is asked for; and,
        together with the headline, no word for the birth, the death, the founding, the wedding or
        the writing that is.
    """
    article, passage = found
    span = passage.sentences[sentence]
    shape = question.asked.shape
    at = int(evidence.sentence_starts[best]) + 1 + sentence
    told = f"{passage.text[slice(*span)]}\n{article.title}"
    pack = pack_for(question.asked.language)
    return {
        "timeless": float(question.kind is Kind.TIME and evidence.cues[at] == 0),
        "shapeless": float(shape is not None and not shape.may_be_in(passage.text, span)),
        "untold": float(pack.leaves_untold(question.text, told)),
    }


def known_share(question: Question, evidence: Evidence) -> float:
    """Return the share of a question's weight that candidates have, a like word by its likeness."""
    return float(evidence.alike.max(axis=0) @ question.weights) / question.total


def _lacks_shape(question: Question, passage: Passage) -> bool:
    """Return whether no sentence of a passage looks like what is asked for, where that is known."""
    shape = question.asked.shape
    return shape is not None and not any(
        shape.pattern.search(passage.text, *span) for span in passage.sentences
    )


def _lacks_number(question: Question, evidence: Evidence, best: int) -> bool:
    """Return whether a passage lacks a number that is in the question."""
    found = zip(question.terms, evidence.alike[best].tolist(), strict=True)
    return any(alike < 1 and term.text[0].isdigit() for term, alike in found)


def _nameless_share(question: Question, evidence: Evidence, best: int) -> float:
    """Return how much a passage has of the terms without a capital letter, or of all if none."""
    nameless = question.weights * ~np.array(question.asked.large)
    weights = nameless if nameless.any() else question.weights
    return float(evidence.alike[best] @ weights) / max(float(weights.sum()), _NEVER_ZERO)
