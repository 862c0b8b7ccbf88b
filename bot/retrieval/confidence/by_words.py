"""Rate how sure it is that a passage answers, from the evidence and not from a raw score.

What is measured is the same in all languages; the weights here are for English.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.language.sentence_cues import Kind
from bot.retrieval.evidence.evidence import FEATURES
from bot.retrieval.index.bm25 import K1
from bot.retrieval.sentences.highlight import best_sentence, sentence_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.articles.article import Passage
    from bot.language.analysis.analyser import Analyser
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

ANSWER_FROM = 0.5
"""The confidence from which a passage is given as the answer."""

MAX_SEARCHED = 20_000
"""Characters of a passage that are searched for a name; usual passages have some 1,500."""

_WORD = re.compile(r"[^\W_]+")

# Fitted by logistic regression on the development set, on corpora of 15, about 40 and about 320
# passages, to tell questions that the corpus answers from those of other articles; another draw
# of questions, as tests/benchmarks/fit_confidence.py makes it, gives weights a few tenths apart.
# Every feature is a share or a ratio, so that the size of the corpus changes little.
_BIAS = -4.95
_WEIGHTS = {
    "soft_coverage": 1.81,
    "sentence_coverage": 1.83,
    "best_sentence": 1.83,
    "bm25": 1.8,
    "grams": 1.72,
    "bigrams": 1.45,
    "missed_names": -2.09,
    "misspelt": -0.88,
    "title": 0.91,
    "mass": 2.55,
    "rarity": -1.14,
    "forms": 0.8,
    "no_cue": -0.38,
}
# What brings the larger features near 1, so that one ridge fits them all.
_MOST_MASS = 6.0
_MASS_SCALE = 3.0
_FORMS_SCALE = 2.0
# From the evidence to the share of answers that were right (reliability, in the same corpora).
_OFFSET = -0.32
_SLOPE = 0.71
_SLOPE_BELOW = 0.98


def confidence_of(question: Question, evidence: Evidence, candidate: int) -> float:
    """Rate a candidate as the answer.

    Args:
        question: The question.
        evidence: What was gathered for all candidates.
        candidate: Which of them is meant.

    Returns:
        About the share of answers with such evidence that are right, 0 to 1.
    """
    sentence = best_sentence(sentence_scores(evidence), evidence, candidate)
    measured = measure(question, evidence, candidate, sentence)
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in measured.items())
    logit = _OFFSET + _SLOPE * total + _SLOPE_BELOW * min(total, 0.0)
    return 1 / (1 + math.exp(-logit))


def measure(
    question: Question, evidence: Evidence, candidate: int, sentence: int
) -> dict[str, float]:
    """Measure what speaks for a candidate being the answer.

    Args:
        question: The question.
        evidence: What was gathered for all candidates.
        candidate: Which of them is meant.
        sentence: The position of its best sentence.
    """
    weights, total, most = question.weights, question.total, question.rarest
    found = dict(zip(FEATURES, evidence.features[candidate].tolist(), strict=True))
    start, end = evidence.sentence_starts[candidate], evidence.sentence_starts[candidate + 1]
    best = start + 1 + sentence
    missed = float((~evidence.present[candidate] & question.names) @ weights)
    misspelt = sum(term.weight for term in question.terms if 0 < term.similarity < 1)
    return {
        "soft_coverage": found["soft_coverage"],
        "sentence_coverage": float(evidence.soft_coverage[start:end].max()),
        "best_sentence": found["best_sentence"],
        "bm25": found["bm25"] / (total * (K1 + 1)),
        "grams": float(evidence.sentence_grams[start:end].max()),
        "bigrams": found["bigrams"] / total,
        "missed_names": missed / total,
        "misspelt": misspelt / total,
        "title": found["title"] / total,
        "mass": min(found["coverage"] * total / most, _MOST_MASS) / _MASS_SCALE,
        "rarity": total / max(1, len(weights)) / most,
        "forms": found["forms"] / total / _FORMS_SCALE,
        "no_cue": float(evidence.cues[best] == 0),
    }


def chance(weights: Mapping[str, float], measured: Mapping[str, float], more: float = 0.0) -> float:
    """Return the probability that a logistic regression gives.

    Args:
        weights: The weight of each measurement that counts, and the ``bias``.
        measured: The measurements.
        more: What is added to them, as a log-odds.
    """
    counted = {**measured, "bias": 1.0}
    total = sum(weight * counted[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-total - more))


def lacks_number(question: Question, evidence: Evidence, candidate: int) -> bool:
    """Return whether *how many* is asked of a passage that has no number at all."""
    start, end = evidence.sentence_starts[candidate], evidence.sentence_starts[candidate + 1]
    asked = question.kind is Kind.NUMBER and question.asked.asks_count
    return asked and not evidence.cues[start:end].any()


def is_name_in(passage: Passage, stems: Iterable[str], analyser: Analyser) -> bool:
    """Return whether a passage has a stem as a name: capitalised where no sentence begins.

    Args:
        passage: The passage; only its first ``MAX_SEARCHED`` characters are read.
        stems: The stems, of which one is enough.
        analyser: The analyser that they are from.
    """
    starts = {start for start, _ in passage.sentences}
    wanted = frozenset(stems)
    return any(
        match[0][0].isupper()
        and match.start() not in starts
        and not wanted.isdisjoint(analyser.terms(match[0]))
        for match in _WORD.finditer(passage.text[:MAX_SEARCHED])
    )
