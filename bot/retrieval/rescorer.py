"""Look at the candidates more closely than BM25 does, all of them in a few array operations."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.index import PassageIndex
    from bot.retrieval.question import Question

FEATURES = (
    "bm25",
    "bigrams",
    "trigrams",
    "coverage",
    "sentence_coverage",
    "sentence_pairs",
    "sentence_grams",
    "grams",
    "forms",
    "title",
    "missed_names",
    "length",
)
_SENTENCE_LENGTH = 12.0
"""Terms in a sentence of usual length."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what was found in the candidates for one question.

    Attributes:
        features: One row a candidate, one column each of ``FEATURES``.
        present: One row a candidate, one column a term: whether the passage holds it.
        sentence_starts: Where each candidate's sentences begin in the two arrays below, and
            their number at the end. The first sentence of each stands for its heading.
        sentence_present: One row a sentence, one column a term.
        sentence_grams: Weight of the question's 4-grams in each sentence, as a share of all.
        sentence_bigrams: Weight of the question's bigrams in each sentence.
    """

    features: NDArray[np.float64]
    present: NDArray[np.bool_]
    sentence_starts: NDArray[np.int64]
    sentence_present: NDArray[np.bool_]
    sentence_grams: NDArray[np.float64]
    sentence_bigrams: NDArray[np.float64]


def gather_evidence(
    index: PassageIndex, question: Question, rows: Sequence[int], scores: NDArray[np.float64]
) -> Evidence:
    """Gather the evidence for a question in candidate passages.

    Args:
        index: The index that the rows belong to.
        question: The question, analysed against that index.
        rows: The candidates' rows, at least one.
        scores: Their BM25 scores.
    """
    weights = question.weights()
    total = max(float(weights.sum()), 1e-9)
    words, row_starts = _words_of(index, rows)
    ends = words < 0
    sentence_of = np.concatenate(([0], np.cumsum(ends)[:-1]))
    sentence_count = int(sentence_of[-1]) + 1
    row_of_word = np.repeat(np.arange(len(rows)), np.diff(row_starts))
    sentence_starts = np.concatenate((sentence_of[row_starts[:-1]], [sentence_count]))
    codes = _codes(index, question, words)
    hit = np.flatnonzero(codes >= 0)
    sentence_present = np.zeros((sentence_count, len(weights)), dtype=np.bool_)
    sentence_present[sentence_of[hit], codes[hit]] = True
    present = np.logical_or.reduceat(sentence_present, sentence_starts[:-1], axis=0)
    sentence_lengths = np.bincount(sentence_of, weights=~ends, minlength=sentence_count)
    grams = _sentence_gram_masks(index, question, words, sentence_of, sentence_count)
    gram_weights = np.array([weight for _, weight in question.grams])
    norm = 1 / (0.5 + 0.5 * sentence_lengths / _SENTENCE_LENGTH)
    soft = 2.2 / (1.2 * np.maximum(1 / norm, 0.3) + 1)
    sentence_grams = _unpack(grams, len(gram_weights)) @ gram_weights
    row_grams = np.bitwise_or.reduceat(grams, sentence_starts[:-1])
    coverage = present @ weights / total
    sentence_coverage = sentence_present @ weights / total
    bigrams, trigrams, sentence_bigrams = _phrases(
        question, codes, row_of_word, sentence_of, len(rows), sentence_count
    )
    names = np.array([term.capitalised for term in question.terms])
    lengths = index.ranking.doc_len[np.asarray(rows)]
    features = np.column_stack(
        (
            scores,
            bigrams,
            trigrams,
            coverage,
            np.maximum.reduceat(sentence_coverage, sentence_starts[:-1]),
            np.maximum.reduceat(_pairs(sentence_present, weights), sentence_starts[:-1]),
            np.maximum.reduceat(sentence_grams * soft, sentence_starts[:-1]),
            _unpack(row_grams, len(gram_weights)) @ gram_weights,
            _forms(index, question, words, row_of_word, len(rows)),
            _titles(index, question, rows),
            (~present & names) @ weights,
            lengths / index.ranking.avgdl,
        )
    )
    return Evidence(
        features,
        present,
        sentence_starts,
        sentence_present,
        sentence_grams / max(float(gram_weights.sum()), 1e-9),
        sentence_bigrams,
    )


def _words_of(
    index: PassageIndex, rows: Sequence[int]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    starts = index.starts
    parts = [index.words[starts[row] : starts[row + 1]] for row in rows]
    lengths = [len(part) for part in parts]
    return np.concatenate(parts), np.concatenate(([0], np.cumsum(lengths)))


def _codes(index: PassageIndex, question: Question, words: NDArray[np.int32]) -> NDArray[np.int64]:
    """Give each word the position of its term in the question, or -1."""
    stems = index.stem_of[words]
    codes = np.full(len(words), -1, dtype=np.int64)
    for position, term in enumerate(question.terms):
        if term.stem is not None:
            codes[stems == term.stem] = position
    codes[words < 0] = -1
    return codes


def _pairs(present: NDArray[np.bool_], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weigh the pairs of terms that stand in one sentence, by the mean of each pair's weights."""
    roots = np.sqrt(weights)
    together = present @ roots
    alone = present @ weights
    return (together**2 - alone) / 2 / max(1, len(weights) - 1)


def _phrases(
    question: Question,
    codes: NDArray[np.int64],
    row_of_word: NDArray[np.int64],
    sentence_of: NDArray[np.int64],
    row_count: int,
    sentence_count: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Weigh the runs of two and count the runs of three terms that question and passage share."""
    weights = question.weights()
    bigrams = np.zeros(row_count)
    trigrams = np.zeros(row_count)
    in_sentence = np.zeros(sentence_count)
    sequence = question.sequence
    follows = np.zeros((len(weights) + 1, len(weights) + 1))
    for first, second in itertools.pairwise(sequence):
        if first != second:
            follows[first, second] = (weights[first] + weights[second]) / 2
    if len(codes) > 1:
        value = follows[codes[:-1], codes[1:]]
        at = np.flatnonzero(value)
        size = len(weights) + 1
        keys = (row_of_word[at] * size + codes[at]) * size + codes[at + 1]
        _, first_at = np.unique(keys, return_index=True)
        np.add.at(bigrams, row_of_word[at][first_at], value[at][first_at])
        np.add.at(in_sentence, sentence_of[at], value[at])
        run = at[np.isin(at + 1, at)]
        np.add.at(trigrams, row_of_word[run], 1.0)
    return bigrams, trigrams, in_sentence


def _sentence_gram_masks(
    index: PassageIndex,
    question: Question,
    words: NDArray[np.int32],
    sentence_of: NDArray[np.int64],
    sentence_count: int,
) -> NDArray[np.uint64]:
    """Mark for each sentence which of the question's 4-grams its words hold, a bit each."""
    forms, inverse = np.unique(words, return_inverse=True)
    masks = np.zeros(len(forms), dtype=np.uint64)
    for bit, (gram, _) in enumerate(question.grams):
        holders = index.grams.forms_with(gram)
        at = np.searchsorted(forms, holders)
        at[at == len(forms)] = 0
        masks[at[forms[at] == holders]] |= np.uint64(1) << np.uint64(bit)
    found = np.zeros(sentence_count, dtype=np.uint64)
    np.bitwise_or.at(found, sentence_of, masks[inverse])
    return found


def _unpack(masks: NDArray[np.uint64], count: int) -> NDArray[np.bool_]:
    bits = np.arange(count, dtype=np.uint64)
    return (masks[:, None] >> bits & np.uint64(1)).astype(np.bool_)


def _forms(
    index: PassageIndex,
    question: Question,
    words: NDArray[np.int32],
    row_of_word: NDArray[np.int64],
    row_count: int,
) -> NDArray[np.float64]:
    """Weigh the words of the question that the passage has in the very same form."""
    found = np.zeros(row_count)
    size = len(index)
    for term in question.terms:
        for form in term.forms:
            rows = row_of_word[words == form]
            if len(rows):
                frequency = min(size, int(index.frequency[form]))
                found[np.unique(rows)] += np.log((size + 1) / frequency)
    return found


def _titles(index: PassageIndex, question: Question, rows: Sequence[int]) -> NDArray[np.float64]:
    """Weigh the words of the question that the article's title has."""
    weights = [(term.stem, term.weight) for term in question.terms if term.stem is not None]
    by_article: dict[int, float] = {}
    found = np.empty(len(rows))
    for position, row in enumerate(rows):
        article = int(index.article_of[row])
        if article not in by_article:
            title = index.title_stems[article]
            by_article[article] = sum(weight for stem, weight in weights if stem in title)
        found[position] = by_article[article]
    return found
