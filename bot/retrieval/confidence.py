"""Say how sure it is that a passage answers, from the evidence and not from a raw score."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.retrieval.bm25 import K1
from bot.retrieval.cues import Kind
from bot.retrieval.rescorer import FEATURES

if TYPE_CHECKING:
    from bot.articles.article import Passage
    from bot.retrieval.index import PassageIndex
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

ANSWER_FROM = 0.5
"""The confidence from which a passage is given as the answer."""

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
_MOST_MASS = 6.0
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
# From the evidence to the share of answers that were right (reliability, in the same corpora).
_OFFSET = -0.32
_SLOPE = 0.71
_SLOPE_BELOW = 0.98


def confidence_of(
    index: PassageIndex, question: Question, evidence: Evidence, candidate: int, sentence: int
) -> float:
    """Rate a candidate as the answer.

    Args:
        index: The index that was asked.
        question: The question.
        evidence: What was gathered for all candidates.
        candidate: Which of them is meant.
        sentence: The position of its best sentence.

    Returns:
        About the share of answers with such evidence that are right, 0 to 1.
    """
    measured = measure(index, question, evidence, candidate, sentence)
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in measured.items())
    logit = _OFFSET + _SLOPE * total + _SLOPE_BELOW * min(total, 0.0)
    return 1 / (1 + math.exp(-logit))


def measure(
    index: PassageIndex, question: Question, evidence: Evidence, candidate: int, sentence: int
) -> dict[str, float]:
    """Measure what speaks for a candidate being the answer."""
    weights = question.weights
    total = max(float(weights.sum()), 1e-9)
    most = index.unseen_idf()
    found = dict(zip(FEATURES, evidence.features[candidate].tolist(), strict=True))
    start, end = evidence.sentence_starts[candidate], evidence.sentence_starts[candidate + 1]
    best = start + 1 + sentence
    missed = float((~evidence.present[candidate] & question.names) @ weights)
    misspelt = sum(term.weight for term in question.terms if 0 < term.likeness < 1)
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
        "mass": min(found["coverage"] * total / most, _MOST_MASS) / 3,
        "rarity": total / len(weights) / most,
        "forms": found["forms"] / total / 2,
        "no_cue": float(best < end and evidence.cues[best] == 0),
    }


def lacks_number(question: Question, evidence: Evidence, candidate: int) -> bool:
    """Tell whether «how many» is asked of a passage that holds no number at all."""
    start, end = evidence.sentence_starts[candidate], evidence.sentence_starts[candidate + 1]
    asked = question.kind is Kind.NUMBER and _HOW_MANY.search(question.text) is not None
    return asked and not evidence.cues[start:end].any()


def is_name_in(index: PassageIndex, passage: Passage, stem: int | None) -> bool:
    """Tell whether a passage has a term as a name: capitalised where no sentence begins."""
    starts = {start for start, _ in passage.sentences}
    return any(
        match[0][0].isupper() and match.start() not in starts
        for match in re.finditer(r"[^\W_]+", passage.text)
        if stem in index.vocabulary.stem_ids(match[0])
    )
