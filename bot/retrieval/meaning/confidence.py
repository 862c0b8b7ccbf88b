"""Estimate how likely the best candidates answer, where their meaning is known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence import measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.retrieval.candidates import Candidates
    from bot.retrieval.evidence import Evidence
    from bot.retrieval.question import Question

SHOWN = 3
"""Passages that are shown where it is not sure that the first one answers."""

SURE_FROM = 0.78
"""The chance that the first one answers from which it is given as the answer.

Of the questions that have no answer, 4, 6 and 4 in a hundred get one from there on in
``natural-dev``, ``news_f`` and ``news_l``, with each article held out of the fit; nearly nine in
ten of the answers given are right there.
"""

PERHAPS_FROM = 0.3
"""The chance that one of the first three answers from which they are shown."""

# Fitted by tests/benchmarks/fit_chances.py, on questions that people asked in their own words
# and on the development set's, in libraries of one article, of some, and of hundreds.
_FIRST_RIGHT = {
    "bias": -3.881,
    "soft_coverage": 0.426,
    "sentence_coverage": 0.234,
    "best_sentence": -0.544,
    "bm25": -0.578,
    "grams": 0.509,
    "bigrams": -1.230,
    "missed_names": -0.813,
    "misspelt": 0.462,
    "title": -0.313,
    "mass": -0.199,
    "rarity": 0.206,
    "forms": -1.263,
    "no_cue": -0.617,
    "passage_similarity": 1.405,
    "sentence_similarity": 2.062,
    "headline_similarity": -0.329,
    "most_like": 1.595,
    "share": 2.679,
    "share_of_three": 0.932,
    "size": 0.274,
    "size_bm25": -0.709,
    "size_soft": -0.647,
    "names_left_out": -1.420,
    "numbers_left_out": -1.336,
    "most_left_out": -0.851,
    "length": -0.182,
}
_ONE_OF_THREE_RIGHT = {
    "bias": -3.839,
    "soft_coverage": 0.837,
    "sentence_coverage": 0.633,
    "best_sentence": -0.804,
    "bm25": -0.995,
    "grams": 0.748,
    "bigrams": -1.279,
    "missed_names": -0.741,
    "misspelt": 0.235,
    "title": 0.547,
    "mass": -0.359,
    "rarity": 0.361,
    "forms": -1.317,
    "no_cue": -0.607,
    "passage_similarity": 1.957,
    "sentence_similarity": 1.858,
    "headline_similarity": 0.062,
    "most_like": 2.251,
    "share": 0.903,
    "share_of_three": 1.929,
    "size": 0.373,
    "size_bm25": -1.023,
    "size_soft": -0.676,
    "names_left_out": -1.622,
    "numbers_left_out": -1.301,
    "most_left_out": -0.565,
    "length": -0.605,
}
# The same where the best candidates were read, too.
_READ_FIRST_RIGHT = {
    "bias": -5.175,
    "soft_coverage": 0.099,
    "sentence_coverage": 0.127,
    "best_sentence": -0.495,
    "bm25": -0.198,
    "grams": 0.861,
    "bigrams": -0.864,
    "missed_names": -0.629,
    "misspelt": 0.433,
    "title": 0.293,
    "mass": -0.530,
    "rarity": 1.054,
    "forms": -0.776,
    "no_cue": -0.219,
    "passage_similarity": 1.417,
    "sentence_similarity": 0.769,
    "headline_similarity": -0.225,
    "most_like": 0.661,
    "share": 2.996,
    "share_of_three": 0.756,
    "size": -0.232,
    "size_bm25": -0.234,
    "size_soft": -0.404,
    "names_left_out": -1.349,
    "numbers_left_out": -1.075,
    "most_left_out": -0.221,
    "length": 0.742,
    "answerable": 0.078,
    "span_score": -0.375,
    "most_answerable": 0.316,
    "best_span_score": -0.328,
    "sentence_answerable": 0.117,
}
_READ_ONE_OF_THREE_RIGHT = {
    "bias": -4.173,
    "soft_coverage": 0.233,
    "sentence_coverage": 0.511,
    "best_sentence": -0.695,
    "bm25": -0.617,
    "grams": 0.939,
    "bigrams": -0.918,
    "missed_names": -0.740,
    "misspelt": 0.418,
    "title": 0.424,
    "mass": -0.784,
    "rarity": 1.080,
    "forms": -1.105,
    "no_cue": -0.237,
    "passage_similarity": 1.539,
    "sentence_similarity": 0.514,
    "headline_similarity": 0.380,
    "most_like": 1.257,
    "share": 1.190,
    "share_of_three": 1.564,
    "size": -0.235,
    "size_bm25": -0.523,
    "size_soft": -0.495,
    "names_left_out": -1.583,
    "numbers_left_out": -1.154,
    "most_left_out": -0.169,
    "length": 0.641,
    "answerable": 0.070,
    "span_score": -0.642,
    "most_answerable": 0.478,
    "best_span_score": -0.424,
    "sentence_answerable": 0.078,
}


def chances_of(measured: Mapping[str, float]) -> tuple[float, float]:
    """Rate the best candidates as answers.

    Args:
        measured: What :func:`measure_by_meaning` and ``measure_left_out`` return, and
            ``measure_reading`` if the best ones were read.

    Returns:
        About the chance that the first one answers, and that one of the first three does.
    """
    if "answerable" in measured:
        return _chance(_READ_FIRST_RIGHT, measured), _chance(_READ_ONE_OF_THREE_RIGHT, measured)
    return _chance(_FIRST_RIGHT, measured), _chance(_ONE_OF_THREE_RIGHT, measured)


def measure_by_meaning(
    question: Question,
    candidates: Candidates,
    evidence: Evidence,
    totals: NDArray[np.float64],
    ranked: Sequence[int],
    sentence: int,
) -> dict[str, float]:
    """Measure what speaks for the first candidate being the answer.

    Args:
        question: The question.
        candidates: The candidates.
        evidence: What was found in them.
        totals: How well each fits.
        ranked: Their positions, best first.
        sentence: The position of the first one's best sentence.

    Raises:
        ValueError: It is not known what the candidates mean.
    """
    similarities = candidates.similarities
    if similarities is None:
        raise ValueError("It is not known what the candidates mean")
    best, shares = ranked[0], _shares(totals)
    by_words = measure(question, evidence, best, sentence)
    start, end = evidence.sentence_starts[best : best + 2].tolist()
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


def _shares(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the softmax of how well candidates fit."""
    shares = np.exp(totals - totals.max())
    fitting: NDArray[np.float64] = shares / shares.sum()
    return fitting


def _chance(weights: Mapping[str, float], measured: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(weights[name] * value for name, value in measured.items())
    return 1 / (1 + math.exp(-total))
