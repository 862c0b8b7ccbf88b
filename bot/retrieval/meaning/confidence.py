"""Rate how sure it is that the best candidates answer, where it is known what they mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence import measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.retrieval.meaning.embedded_articles import Likenesses
    from bot.retrieval.question import Question
    from bot.retrieval.rescorer import Evidence

SHOWN = 3
"""Passages that are shown where it is not sure that the first one answers."""

SURE_FROM = 0.75
"""The chance that the first one answers from which it is given as the answer.

So three quarters of what is given are right where chances are told well. It was chosen on
``news_e`` and ``news_f``, on which nothing is fitted.
"""

PERHAPS_FROM = 0.25
"""The chance that one of the first three answers from which they are shown."""

# Fitted by tests/benchmarks/fit_chances.py, on questions that people asked in their own words
# and on the development set's, in libraries of one article, of some, and of hundreds.
_FIRST_RIGHT = {
    "bias": -2.453,
    "soft_coverage": 0.169,
    "sentence_coverage": 0.085,
    "best_sentence": -0.643,
    "bm25": 0.704,
    "grams": 0.530,
    "bigrams": -0.378,
    "missed_names": -0.690,
    "misspelt": 0.395,
    "title": -1.064,
    "mass": 0.209,
    "rarity": -0.872,
    "forms": -1.065,
    "no_cue": -1.058,
    "passage_likeness": 0.353,
    "sentence_likeness": 2.024,
    "headline_likeness": 0.492,
    "most_like": 0.245,
    "share": 3.277,
    "share_of_three": 0.284,
    "size": -0.990,
    "size_bm25": 0.175,
    "size_soft": -0.272,
}
_ONE_OF_THREE_RIGHT = {
    "bias": -1.965,
    "soft_coverage": 0.524,
    "sentence_coverage": 0.433,
    "best_sentence": -1.256,
    "bm25": 0.396,
    "grams": 0.767,
    "bigrams": -0.431,
    "missed_names": -1.092,
    "misspelt": 0.623,
    "title": -1.300,
    "mass": 0.029,
    "rarity": -0.921,
    "forms": -1.396,
    "no_cue": -0.862,
    "passage_likeness": 0.934,
    "sentence_likeness": 2.033,
    "headline_likeness": 0.543,
    "most_like": 0.892,
    "share": 1.168,
    "share_of_three": 1.881,
    "size": -1.268,
    "size_bm25": -0.005,
    "size_soft": -0.178,
}
# The same where the best candidates were read, too.
_READ_FIRST_RIGHT = {
    "bias": -5.446,
    "soft_coverage": -0.651,
    "sentence_coverage": 0.623,
    "best_sentence": -0.379,
    "bm25": -0.036,
    "grams": 0.968,
    "bigrams": -0.213,
    "missed_names": -0.939,
    "misspelt": 0.803,
    "title": -0.314,
    "mass": -0.117,
    "rarity": 0.663,
    "forms": -0.710,
    "no_cue": -0.205,
    "passage_likeness": 1.499,
    "sentence_likeness": 1.288,
    "headline_likeness": -0.400,
    "most_like": 0.217,
    "share": 2.853,
    "share_of_three": 0.861,
    "size": 0.070,
    "size_bm25": 0.091,
    "size_soft": -0.300,
    "answerable": 0.098,
    "span_score": -0.094,
    "most_answerable": 0.252,
    "best_span_score": 0.160,
}
_READ_ONE_OF_THREE_RIGHT = {
    "bias": -3.849,
    "soft_coverage": -0.416,
    "sentence_coverage": 0.790,
    "best_sentence": -0.639,
    "bm25": -0.317,
    "grams": 1.038,
    "bigrams": -0.623,
    "missed_names": -1.083,
    "misspelt": 0.389,
    "title": -0.010,
    "mass": -0.184,
    "rarity": 0.571,
    "forms": -1.053,
    "no_cue": -0.056,
    "passage_likeness": 1.638,
    "sentence_likeness": 0.956,
    "headline_likeness": -0.051,
    "most_like": 1.114,
    "share": 0.748,
    "share_of_three": 1.623,
    "size": -0.273,
    "size_bm25": -0.109,
    "size_soft": -0.226,
    "answerable": 0.166,
    "span_score": -0.467,
    "most_answerable": 0.211,
    "best_span_score": 0.595,
}


def chances_of(measured: Mapping[str, float]) -> tuple[float, float]:
    """Rate the best candidates as answers.

    Args:
        measured: What :func:`measure_by_meaning` returns, and ``measure_reading`` if the best
            ones were read.

    Returns:
        About the chance that the first one answers, and that one of the first three does.
    """
    if "answerable" in measured:
        return _chance(_READ_FIRST_RIGHT, measured), _chance(_READ_ONE_OF_THREE_RIGHT, measured)
    return _chance(_FIRST_RIGHT, measured), _chance(_ONE_OF_THREE_RIGHT, measured)


def measure_by_meaning(
    question: Question,
    evidence: Evidence,
    likenesses: Likenesses,
    totals: NDArray[np.float64],
    ranked: Sequence[int],
    sentence: int,
) -> dict[str, float]:
    """Measure what speaks for the first candidate being the answer.

    Args:
        question: The question.
        evidence: What was found in the candidates.
        likenesses: How like the question they are.
        totals: How well each fits.
        ranked: Their positions, best first.
        sentence: The position of the first one's best sentence.
    """
    best = ranked[0]
    by_words = measure(question, evidence, best, sentence)
    start, end = evidence.sentence_starts[best : best + 2].tolist()
    shares = np.exp(totals - totals.max())
    shares /= shares.sum()
    size = question.rarest / 10
    return {
        **by_words,
        "passage_likeness": float(likenesses.passages[best]),
        "sentence_likeness": float(likenesses.sentences[min(start + 1 + sentence, end - 1)]),
        "headline_likeness": float(likenesses.titles[best]),
        "most_like": float(likenesses.passages.max()),
        "share": float(shares[best]),
        "share_of_three": float(shares[list(ranked[:SHOWN])].sum()),
        "size": size,
        "size_bm25": size * by_words["bm25"],
        "size_soft": size * by_words["soft_coverage"],
    }


def _chance(weights: Mapping[str, float], measured: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(weights[name] * value for name, value in measured.items())
    return 1 / (1 + math.exp(-total))
