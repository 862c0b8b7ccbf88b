"""Gather the evidence in all candidates, beyond BM25, in a few array operations."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from bot.retrieval.evidence.candidates import MASK_BITS
from bot.retrieval.evidence.cue_scores import rate_cues
from bot.retrieval.index.ngrams import gram_count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.evidence.candidates import Candidates
    from bot.retrieval.question import Question

_Number = TypeVar("_Number", bound=np.generic)

FEATURES = (
    "bm25",
    "bigrams",
    "coverage",
    "soft_coverage",
    "best_sentence",
    "sentence_grams",
    "forms",
    "title",
    "length",
)
"""What is measured of each candidate, in the order of the columns of :class:`Evidence`."""

_LEAST_ALIKE = 0.3
"""The least Dice coefficient of two forms' 4-grams that counts as a similarity."""

# Chosen by hand on the development set, as what the best sentence of a passage is.
_BIGRAMS_IN_BEST = 0.25
_CUE_IN_BEST = 0.35

# BM25's saturation by length, with its usual constants, for sentences in the place of documents.
_SENTENCE_K1 = 1.2
_SENTENCE_B = 0.5
_SENTENCE_LENGTH = 12.0
"""Terms in a sentence of usual length."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What was found in the candidates for one question.

    Attributes:
        features: One row a candidate, one column each of ``FEATURES``.
        present: One row a candidate, one column a term: whether the passage has it.
        alike: One row a candidate, one column a term: how like it the likest word is, 0 to 1.
        sentence_starts: Where each candidate's sentences begin in the arrays below, and their
            number at the end. The first sentence of each candidate stands for its heading.
        sentence_alike: One row a sentence, one column a term: how like it the sentence's likest
            word is, 0 to 1; 1 where the sentence has it.
        soft_coverage: Share of the question's weight that a sentence has; a word that is like
            a term counts by its similarity.
        sentence_grams: Share of the weight of the question's 4-grams that a sentence has.
        sentence_bigrams: Weight of the question's bigrams in a sentence, as a share of all.
        cues: How well a sentence can hold the kind of thing asked for, 0 to 1.
    """

    features: NDArray[np.float64]
    present: NDArray[np.bool_]
    alike: NDArray[np.float64]
    sentence_starts: NDArray[np.int64]
    sentence_alike: NDArray[np.float64]
    soft_coverage: NDArray[np.float64]
    sentence_grams: NDArray[np.float64]
    sentence_bigrams: NDArray[np.float64]
    cues: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Matches:
    """The words that are terms of the question: one entry a word.

    Attributes:
        at: Its position among the candidates' words.
        term: Which of the question's terms it is.
        sentence: Which of all sentences it is in.
        row: Which of the candidates it is in.
    """

    at: NDArray[np.int64]
    term: NDArray[np.int64]
    sentence: NDArray[np.int64]
    row: NDArray[np.int64]


class _Sentences:
    """The words of each sentence, of which there may be none."""

    def __init__(self, ends: NDArray[np.int64]) -> None:
        starts = np.concatenate(([0], ends[:-1]))
        self.lengths = ends - starts
        self._filled = self.lengths > 0
        self._starts = starts[self._filled]

    def reduce(self, ufunc: np.ufunc, by_word: NDArray[_Number]) -> NDArray[_Number]:
        """Reduce the columns of each sentence's words to one; that of no words is 0."""
        reduced = np.zeros((len(by_word), len(self.lengths)), dtype=by_word.dtype)
        if len(self._starts):
            reduced[:, self._filled] = ufunc.reduceat(by_word, self._starts, axis=1)
        return reduced


def gather_evidence(candidates: Candidates, question: Question) -> Evidence:
    """Gather the evidence for a question in candidate passages.

    Args:
        candidates: The candidates, at least one.
        question: The question that they were found for.
    """
    sentences = _Sentences(candidates.sentence_ends)
    matches = _match(candidates)
    present = _present(candidates, question, matches)
    similarity: NDArray[np.float64] = np.array([term.similarity or 1.0 for term in question.terms])
    alike = sentences.reduce(np.maximum, _alike(candidates, question, matches)).T
    soft = alike * similarity
    first = candidates.sentence_starts[:-1]
    is_sentence = _sentences_that_count(candidates)
    grams = _grams(candidates, question, sentences) * is_sentence
    bigrams, in_sentence = _bigrams(question, matches, candidates)
    evidence = Evidence(
        np.empty(0),
        present,
        np.maximum.reduceat(soft, first, axis=0),
        candidates.sentence_starts,
        alike,
        soft @ question.weights / question.total * is_sentence,
        grams / max(float(question.gram_weights.sum()), 1e-9),
        in_sentence / question.total * is_sentence,
        _cues(question, matches, candidates),
    )
    features = (
        candidates.scores,
        bigrams,
        (present * similarity) @ question.weights / question.total,
        evidence.alike @ question.weights / question.total,
        np.maximum.reduceat(_in_best(evidence), first),
        np.maximum.reduceat(grams * _saturation(sentences.lengths), first),
        _forms(question, matches, candidates),
        candidates.titled @ np.array([term.weight for term in question.terms]),
        candidates.lengths / question.mean_length,
    )
    return replace(evidence, features=np.column_stack(features))


def _sentences_that_count(candidates: Candidates) -> NDArray[np.bool_]:
    """Return which of the sentences can be a passage's best one.

    A heading is context of the sentences under it, and says nothing in their place. What weighs
    meaning was fitted with headings among the sentences.
    """
    counts = np.ones(len(candidates.sentence_ends), dtype=np.bool_)
    if candidates.similarities is None:
        counts[candidates.sentence_starts[:-1]] = False
    return counts


def _in_best(evidence: Evidence) -> NDArray[np.float64]:
    """Rate the sentences, of which a passage's best one counts."""
    return (
        evidence.soft_coverage
        + _BIGRAMS_IN_BEST * evidence.sentence_bigrams
        + _CUE_IN_BEST * evidence.cues
    )


def _saturation(lengths: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return what a match in a sentence counts, less the longer the sentence is."""
    norm = 1 - _SENTENCE_B + _SENTENCE_B * lengths / _SENTENCE_LENGTH
    saturation: NDArray[np.float64] = np.divide(_SENTENCE_K1 + 1, 1 + _SENTENCE_K1 * norm)
    return saturation


def _match(candidates: Candidates) -> _Matches:
    at = np.flatnonzero(candidates.terms >= 0)
    sentence = np.searchsorted(candidates.sentence_ends, at, side="right")
    row = np.searchsorted(candidates.sentence_starts, sentence, side="right") - 1
    return _Matches(at, candidates.terms[at], sentence, row)


def _present(candidates: Candidates, question: Question, matches: _Matches) -> NDArray[np.bool_]:
    """Return which terms each candidate has: one row a candidate, one column a term."""
    present = np.zeros((len(candidates), len(question.terms)), dtype=np.bool_)
    present[matches.row, matches.term] = True
    return present


def _grams(
    candidates: Candidates, question: Question, sentences: _Sentences
) -> NDArray[np.float64]:
    """Weigh the 4-grams of the question that each sentence has."""
    masks = sentences.reduce(np.bitwise_or, candidates.grams)
    weights: NDArray[np.float64] = _unpack(masks, len(question.grams)) @ question.gram_weights
    return weights


def _alike(candidates: Candidates, question: Question, matches: _Matches) -> NDArray[np.float64]:
    """Compare the words with the terms by their 4-grams; those that match are wholly alike.

    Returns:
        One row a term, one column a word: how alike they are, 0 to 1.
    """
    terms = len(question.terms)
    shared = np.zeros((terms, len(candidates.terms)), dtype=np.int64)
    asked = [[0] * terms for _ in candidates.grams]
    for term, grams in enumerate(question.grams_of):
        for gram in grams:
            block, bit = divmod(gram, MASK_BITS)
            asked[block][term] |= 1 << bit
    for own, held in zip(asked, candidates.grams, strict=True):
        shared += np.bitwise_count(np.array(own, dtype=np.uint64)[:, None] & held)
    sizes = np.array([gram_count(term.form) for term in question.terms], dtype=np.int64)
    alike: NDArray[np.float64] = 2 * shared / (sizes[:, None] + candidates.gram_counts)
    alike[alike < _LEAST_ALIKE] = 0.0
    alike[matches.term, matches.at] = 1.0
    return alike


def _unpack(masks: NDArray[np.uint64], count: int) -> NDArray[np.bool_]:
    """Turn rows of 64 bits into one column a bit, one row a sentence."""
    as_bytes = np.ascontiguousarray(masks.T.astype("<u8")).view(np.uint8)
    return np.unpackbits(as_bytes, axis=1, bitorder="little", count=count).astype(np.bool_)


def _bigrams(
    question: Question, matches: _Matches, candidates: Candidates
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weigh the runs of two terms that question and passage share, by the mean of their weights.

    Returns:
        The weight of each candidate's distinct runs, and of each sentence's.
    """
    weights = question.weights.tolist()
    number = np.zeros((len(weights), len(weights)), dtype=np.int64)
    value = [0.0]
    for first, second in itertools.pairwise(question.sequence):
        if first != second and not number[first, second]:
            number[first, second] = len(value)
            value.append((weights[first] + weights[second]) / 2)
    run = number[matches.term[:-1], matches.term[1:]]
    run *= matches.at[1:] - matches.at[:-1] == 1
    run *= matches.sentence[1:] == matches.sentence[:-1]
    at = np.flatnonzero(run)
    values = np.array(value)
    seen = np.zeros((len(candidates), len(value)), dtype=np.bool_)
    seen[matches.row[at], run[at]] = True
    in_sentence = np.bincount(
        matches.sentence[at], weights=values[run[at]], minlength=len(candidates.sentence_ends)
    )
    in_rows: NDArray[np.float64] = seen @ values
    return in_rows, in_sentence.astype(np.float64)


def _cues(question: Question, matches: _Matches, candidates: Candidates) -> NDArray[np.float64]:
    """Rate each sentence as the place of what is asked for; a heading is none."""
    named = np.zeros((len(candidates.cues), len(question.terms)), dtype=np.bool_)
    named[matches.sentence, matches.term] = True
    rated = rate_cues(
        question.kind, candidates.cues, np.count_nonzero(named & question.names, axis=1)
    )
    rated[candidates.sentence_starts[:-1]] = 0.0
    return rated


def _forms(question: Question, matches: _Matches, candidates: Candidates) -> NDArray[np.float64]:
    """Weigh the words of the question that the passage has in the very same form."""
    same = candidates.same_form[matches.at]
    seen = np.zeros((len(candidates), len(question.terms)))
    seen[matches.row[same], matches.term[same]] = 1.0
    found: NDArray[np.float64] = seen @ question.form_weights
    return found
