"""Estimate how likely the best candidates answer, where their meaning is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.confidence.by_words import chance, measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.evidence.evidence import Evidence
    from bot.retrieval.question import Question

SHOWN = 3
"""Passages that are shown where it is not sure that the first one answers."""

SURE_FROM = 0.765
"""The chance that the first one answers from which it is given as the answer.

Of the questions that have no answer, 4, 7 and 5 in a hundred get one from there on in
``natural-dev``, ``news_f`` and ``news_l``, with each article held out of the fit; six in seven of
the answers given are right there.
"""

PERHAPS_FROM = 0.3
"""The chance that one of the first three answers from which they are shown."""

# Fitted by tests/benchmarks/fit_chances.py, on questions that people asked in their own words
# and on the development set's, in libraries of one article, of some, and of hundreds.
_FIRST_RIGHT = {
    "bias": -4.180,
    "grams": 0.054,
    "missed_names": -0.839,
    "misspelt": 0.531,
    "mass": -0.964,
    "rarity": 0.661,
    "no_cue": -0.469,
    "passage_similarity": 1.363,
    "sentence_similarity": 2.007,
    "headline_similarity": -0.494,
    "most_like": 1.390,
    "share": 2.315,
    "share_of_three": 0.827,
    "size": -0.326,
    "names_left_out": -1.294,
    "numbers_left_out": -1.103,
    "most_left_out": -0.202,
    "length": 0.080,
    "counterpart": -1.454,
    "query_coverage": 1.617,
}
_ONE_OF_THREE_RIGHT = {
    "bias": -3.715,
    "soft_coverage": 0.620,
    "sentence_coverage": 0.706,
    "best_sentence": -0.793,
    "bm25": -0.806,
    "grams": 0.723,
    "bigrams": -0.940,
    "missed_names": -0.898,
    "misspelt": 0.248,
    "title": 0.391,
    "mass": -0.474,
    "rarity": 0.279,
    "forms": -1.358,
    "no_cue": -0.569,
    "passage_similarity": 1.805,
    "sentence_similarity": 1.996,
    "headline_similarity": 0.057,
    "most_like": 2.075,
    "share": 0.836,
    "share_of_three": 1.848,
    "size": 0.321,
    "size_bm25": -0.858,
    "size_soft": -0.705,
    "names_left_out": -1.428,
    "numbers_left_out": -0.981,
    "most_left_out": -0.373,
    "length": -0.626,
    "counterpart": -1.539,
    "query_coverage": 2.048,
}
# The same where the best candidates were read, too.
_READ_FIRST_RIGHT = {
    "bias": -4.822,
    "grams": 0.379,
    "missed_names": -0.692,
    "misspelt": 0.483,
    "title": 0.339,
    "mass": -1.162,
    "rarity": 1.339,
    "no_cue": -0.121,
    "passage_similarity": 1.215,
    "sentence_similarity": 0.488,
    "headline_similarity": -0.113,
    "most_like": 0.500,
    "share": 2.625,
    "share_of_three": 0.753,
    "size": -0.497,
    "names_left_out": -1.185,
    "numbers_left_out": -0.881,
    "most_left_out": 0.147,
    "length": 0.863,
    "counterpart": -1.379,
    "query_coverage": 1.552,
    "answerable": 0.085,
    "most_answerable": 0.175,
    "sentence_answerable": 0.122,
}
_READ_ONE_OF_THREE_RIGHT = {
    "bias": -3.809,
    "soft_coverage": 0.099,
    "sentence_coverage": 0.537,
    "best_sentence": -0.742,
    "bm25": -0.435,
    "grams": 0.904,
    "bigrams": -0.591,
    "missed_names": -0.884,
    "misspelt": 0.415,
    "title": 0.283,
    "mass": -0.850,
    "rarity": 0.970,
    "forms": -1.200,
    "no_cue": -0.237,
    "passage_similarity": 1.361,
    "sentence_similarity": 0.538,
    "headline_similarity": 0.401,
    "most_like": 1.118,
    "share": 1.068,
    "share_of_three": 1.505,
    "size": -0.224,
    "size_bm25": -0.399,
    "size_soft": -0.537,
    "names_left_out": -1.362,
    "numbers_left_out": -0.884,
    "most_left_out": -0.066,
    "length": 0.555,
    "counterpart": -1.401,
    "query_coverage": 1.819,
    "answerable": 0.066,
    "span_score": -0.566,
    "most_answerable": 0.435,
    "best_span_score": -0.358,
    "sentence_answerable": 0.095,
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
        return chance(_READ_FIRST_RIGHT, measured), chance(_READ_ONE_OF_THREE_RIGHT, measured)
    return chance(_FIRST_RIGHT, measured), chance(_ONE_OF_THREE_RIGHT, measured)


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
    at = int(evidence.sentence_starts[best]) + 1 + sentence
    size = question.rarest / 10
    return {
        **by_words,
        "passage_similarity": float(similarities.passages[best]),
        "sentence_similarity": float(similarities.sentences[at]),
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
