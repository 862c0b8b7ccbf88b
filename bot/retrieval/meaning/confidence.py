"""Estimate how likely the best candidates answer, where their meaning is known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence import measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.retrieval.evidence import Evidence
    from bot.retrieval.meaning.embedded_articles import Similarities
    from bot.retrieval.question import Question

SHOWN = 3
"""Passages that are shown where it is not sure that the first one answers."""

SURE_FROM = 0.8
"""The chance that the first one answers from which it is given as the answer.

Of the questions that have no answer, 3, 6 and 2 in a hundred get one from there on in
``natural-dev``, ``news_f`` and ``news_l``, with each article held out of the fit; nine in ten of
the answers given are right there.
"""

PERHAPS_FROM = 0.3
"""The chance that one of the first three answers from which they are shown."""

# Fitted by tests/benchmarks/fit_chances.py, on questions that people asked in their own words
# and on the development set's, in libraries of one article, of some, and of hundreds.
_FIRST_RIGHT = {
    "bias": -5.399,
    "soft_coverage": 0.486,
    "sentence_coverage": 0.561,
    "best_sentence": -0.264,
    "bm25": -0.345,
    "grams": 0.798,
    "bigrams": -0.913,
    "missed_names": -1.366,
    "misspelt": 0.294,
    "title": -0.211,
    "mass": -0.400,
    "rarity": -0.040,
    "forms": -1.033,
    "no_cue": -0.579,
    "passage_similarity": 1.661,
    "sentence_similarity": 1.861,
    "headline_similarity": -0.043,
    "most_like": 1.799,
    "share": 2.851,
    "share_of_three": 1.250,
    "size": 0.002,
    "size_bm25": -0.606,
    "size_soft": -0.580,
}
_ONE_OF_THREE_RIGHT = {
    "bias": -5.107,
    "soft_coverage": 0.979,
    "sentence_coverage": 0.983,
    "best_sentence": -0.482,
    "bm25": -0.607,
    "grams": 0.925,
    "bigrams": -1.220,
    "missed_names": -1.707,
    "misspelt": 0.083,
    "title": 0.333,
    "mass": -0.718,
    "rarity": -0.014,
    "forms": -1.149,
    "no_cue": -0.522,
    "passage_similarity": 2.281,
    "sentence_similarity": 1.769,
    "headline_similarity": 0.435,
    "most_like": 2.627,
    "share": 1.015,
    "share_of_three": 2.284,
    "size": -0.124,
    "size_bm25": -0.825,
    "size_soft": -0.607,
}
# The same where the best candidates were read, too.
_READ_FIRST_RIGHT = {
    "bias": -4.938,
    "soft_coverage": -0.284,
    "sentence_coverage": 0.443,
    "best_sentence": -0.396,
    "bm25": -0.006,
    "grams": 0.928,
    "bigrams": -0.729,
    "missed_names": -1.347,
    "misspelt": 0.458,
    "title": 0.166,
    "mass": -0.248,
    "rarity": 0.725,
    "forms": -0.679,
    "no_cue": -0.203,
    "passage_similarity": 1.286,
    "sentence_similarity": 1.520,
    "headline_similarity": -0.205,
    "most_like": 0.460,
    "share": 2.957,
    "share_of_three": 0.639,
    "size": -0.534,
    "size_bm25": -0.161,
    "size_soft": -0.620,
    "answerable": 0.205,
    "span_score": -0.341,
    "most_answerable": 0.280,
    "best_span_score": -0.289,
}
_READ_ONE_OF_THREE_RIGHT = {
    "bias": -3.720,
    "soft_coverage": -0.001,
    "sentence_coverage": 0.851,
    "best_sentence": -0.693,
    "bm25": -0.379,
    "grams": 0.971,
    "bigrams": -0.820,
    "missed_names": -1.669,
    "misspelt": 0.457,
    "title": 0.265,
    "mass": -0.555,
    "rarity": 0.728,
    "forms": -1.059,
    "no_cue": -0.221,
    "passage_similarity": 1.443,
    "sentence_similarity": 1.132,
    "headline_similarity": 0.477,
    "most_like": 1.121,
    "share": 1.076,
    "share_of_three": 1.431,
    "size": -0.637,
    "size_bm25": -0.460,
    "size_soft": -0.687,
    "answerable": 0.186,
    "span_score": -0.639,
    "most_answerable": 0.433,
    "best_span_score": -0.392,
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
    similarities: Similarities,
    totals: NDArray[np.float64],
    ranked: Sequence[int],
    sentence: int,
) -> dict[str, float]:
    """Measure what speaks for the first candidate being the answer.

    Args:
        question: The question.
        evidence: What was found in the candidates.
        similarities: Their similarity in meaning to the question.
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
        "passage_similarity": float(similarities.passages[best]),
        "sentence_similarity": float(similarities.sentences[min(start + 1 + sentence, end - 1)]),
        "headline_similarity": float(similarities.titles[best]),
        "most_like": float(similarities.passages.max()),
        "share": float(shares[best]),
        "share_of_three": float(shares[list(ranked[:SHOWN])].sum()),
        "size": size,
        "size_bm25": size * by_words["bm25"],
        "size_soft": size * by_words["soft_coverage"],
    }


def _chance(weights: Mapping[str, float], measured: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(weights[name] * value for name, value in measured.items())
    return 1 / (1 + math.exp(-total))
