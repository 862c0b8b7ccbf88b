"""Look at the candidates more closely than BM25 does, all of them in a few array operations."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.cues import rate_cues
from bot.retrieval.ngrams import gram_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.retrieval.index import PassageIndex
    from bot.retrieval.question import Question

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
"""The least Dice coefficient of two forms' 4-grams that counts as a likeness."""

_BIGRAMS_IN_BEST = 0.25
_CUE_IN_BEST = 0.35
_SENTENCE_LENGTH = 12.0
"""Terms in a sentence of usual length."""

_MASK_BITS = 64
_BITS = np.left_shift(np.uint64(1), np.arange(_MASK_BITS, dtype=np.uint64))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what was found in the candidates for one question.

    Attributes:
        features: One row a candidate, one column each of ``FEATURES``.
        present: One row a candidate, one column a term: whether the passage holds it.
        sentence_starts: Where each candidate's sentences begin in the arrays below, and their
            number at the end. The first sentence of each candidate stands for its heading.
        soft_coverage: Share of the question's weight that a sentence holds; a word that is like
            a term counts by its likeness.
        sentence_grams: Share of the weight of the question's 4-grams that a sentence holds.
        sentence_bigrams: Weight of the question's bigrams in a sentence, as a share of all.
        cues: How well a sentence can hold the kind of thing asked for, 0 to 1.
    """

    features: NDArray[np.float64]
    present: NDArray[np.bool_]
    sentence_starts: NDArray[np.int64]
    soft_coverage: NDArray[np.float64]
    sentence_grams: NDArray[np.float64]
    sentence_bigrams: NDArray[np.float64]
    cues: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Hold the candidates' words, and where their sentences and they themselves begin.

    Attributes:
        words: The encodings of all candidates behind one another.
        ends: The positions of the sentences' ends in ``words``.
        word_starts: Where each sentence begins in ``words``.
        sentence_starts: Where each candidate begins among the sentences, and their number.
    """

    words: NDArray[np.int64]
    ends: NDArray[np.int64]
    word_starts: NDArray[np.int64]
    sentence_starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Matches:
    """Hold the words that are terms of the question: one entry a word.

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
    weights = question.weights
    total = max(float(weights.sum()), 1e-9)
    layout = _lay_out(index, rows)
    first = layout.sentence_starts[:-1]
    sentences = len(layout.ends)
    matches = _match(index, question, layout)
    exact = np.zeros((sentences, len(weights)), dtype=np.bool_)
    exact[matches.sentence, matches.term] = True
    present = np.zeros((len(rows), len(weights)), dtype=np.bool_)
    present[matches.row, matches.term] = True
    masks, gram_weights, alike = _grams(index, question, layout.words)
    alike[matches.term, matches.at] = 1.0
    likeness: NDArray[np.float64] = np.array([term.likeness or 1.0 for term in question.terms])
    soft = np.maximum.reduceat(alike, layout.word_starts, axis=1).T * likeness
    sentence_masks = np.bitwise_or.reduceat(masks, layout.word_starts, axis=1)
    sentence_grams = _unpack(sentence_masks, len(gram_weights)) @ gram_weights
    bigrams, in_sentence = _bigrams(question, matches, len(rows), sentences)
    soft_coverage = soft @ weights / total
    named = np.count_nonzero(exact & question.names, axis=1)
    cues = rate_cues(question.kind, -1 - layout.words[layout.ends], named)
    cues[first] = 0.0
    best = soft_coverage + _BIGRAMS_IN_BEST * in_sentence / total + _CUE_IN_BEST * cues
    saturation = 2.2 / (1.6 + 0.6 * (layout.ends - layout.word_starts) / _SENTENCE_LENGTH)
    features = np.column_stack(
        (
            scores,
            bigrams,
            (present * likeness) @ weights / total,
            np.maximum.reduceat(soft, first, axis=0) @ weights / total,
            np.maximum.reduceat(best, first),
            np.maximum.reduceat(sentence_grams * saturation, first),
            _forms(index, question, matches, layout.words, len(rows)),
            _titles(index, question, rows),
            index.ranking.doc_len[np.asarray(rows)] / index.ranking.avgdl,
        )
    )
    return Evidence(
        features,
        present,
        layout.sentence_starts,
        soft_coverage,
        sentence_grams / max(float(gram_weights.sum()), 1e-9),
        in_sentence / total,
        cues,
    )


def _lay_out(index: PassageIndex, rows: Sequence[int]) -> _Layout:
    chosen = np.asarray(rows)
    begins, stops = index.starts[chosen], index.starts[chosen + 1]
    parts = [
        index.words[begin:stop] for begin, stop in zip(begins.tolist(), stops.tolist(), strict=True)
    ]
    words = np.concatenate(parts).astype(np.int64)
    ends = np.flatnonzero(words < 0)
    word_starts = np.empty_like(ends)
    word_starts[0] = 0
    word_starts[1:] = ends[:-1] + 1
    boundaries = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum(stops - begins, out=boundaries[1:])
    return _Layout(words, ends, word_starts, np.searchsorted(ends, boundaries))


def _match(index: PassageIndex, question: Question, layout: _Layout) -> _Matches:
    """Find the candidates' words that are terms of the question.

    Where two terms stand for one stem, as one may be misspelt, its words count for the last.
    """
    code_of = index.scratch("codes", index.stem_count + 1, np.int64)
    stems = [term.stem for term in question.terms]
    for place, stem in enumerate(stems, 1):
        if stem is not None:
            code_of[stem] = place
    codes = code_of.take(index.stem_of.take(layout.words))
    for stem in stems:
        if stem is not None:
            code_of[stem] = 0
    at = np.flatnonzero(codes)
    sentence = np.searchsorted(layout.ends, at)
    row = np.searchsorted(layout.sentence_starts, sentence, side="right") - 1
    return _Matches(at, codes[at] - 1, sentence, row)


def _grams(
    index: PassageIndex, question: Question, words: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.float64], NDArray[np.float64]]:
    """Compare the words with the question's terms by their 4-grams.

    Returns:
        For each word which of the question's distinct 4-grams it holds, a bit each, in rows of
        64; the 4-grams' weights; and how alike each term and each word are, 0 to 1.
    """
    by_term = [_grams_of(index, term.form) for term in question.terms]
    places = {gram: place for place, gram in enumerate(dict.fromkeys(chain(*by_term)))}
    distinct = np.fromiter(places, dtype=np.int64, count=len(places))
    blocks = max(1, -(-len(places) // _MASK_BITS))
    wanted = [[0] * len(by_term) for _ in range(blocks)]
    for term, grams in enumerate(by_term):
        for gram in grams:
            block, bit = divmod(places[gram], _MASK_BITS)
            wanted[block][term] |= 1 << bit
    held = index.grams.table.take(words, axis=0)
    bits = index.scratch("bits", index.grams.size + 1, np.uint64)
    masks = np.empty((blocks, len(words)), dtype=np.uint64)
    shared = np.zeros((len(by_term), len(words)), dtype=np.int64)
    for block in range(blocks):
        own = distinct[block * _MASK_BITS : (block + 1) * _MASK_BITS]
        bits[own] = _BITS[: len(own)]
        np.bitwise_or.reduce(bits.take(held), axis=1, out=masks[block])
        bits[own] = 0
        asked = np.array(wanted[block], dtype=np.uint64)
        shared += np.bitwise_count(asked[:, None] & masks[block])
    sizes = np.array([[gram_count(term.form)] for term in question.terms])
    alike = 2 * shared / (sizes + index.grams.counts.take(words))
    alike[alike < _LEAST_ALIKE] = 0.0
    return masks, index.gram_idf[distinct], alike


def _grams_of(index: PassageIndex, form: str) -> list[int]:
    """Give the numbers of a form's 4-grams: read off the table where the form is in it."""
    form_id = index.vocabulary.form_id(form)
    if form_id is None or form_id >= index.form_count:
        return index.grams.find(form)
    size = index.grams.size
    return [gram for gram in index.grams.table[form_id].tolist() if gram != size]


def _unpack(masks: NDArray[np.uint64], count: int) -> NDArray[np.bool_]:
    """Turn rows of 64 bits into one column a bit, one row a sentence."""
    as_bytes = np.ascontiguousarray(masks.T.astype("<u8")).view(np.uint8)
    return np.unpackbits(as_bytes, axis=1, bitorder="little", count=count).astype(np.bool_)


def _bigrams(
    question: Question, matches: _Matches, rows: int, sentences: int
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
    at = np.flatnonzero(run)
    values = np.array(value)
    seen = np.zeros((rows, len(value)), dtype=np.bool_)
    seen[matches.row[at], run[at]] = True
    in_sentence = np.bincount(matches.sentence[at], weights=values[run[at]], minlength=sentences)
    in_rows: NDArray[np.float64] = seen @ values
    return in_rows, in_sentence.astype(np.float64)


def _forms(
    index: PassageIndex,
    question: Question,
    matches: _Matches,
    words: NDArray[np.int64],
    rows: int,
) -> NDArray[np.float64]:
    """Weigh the words of the question that the passage has in the very same form."""
    ids = [index.vocabulary.form_id(term.form) for term in question.terms]
    known = np.array([-1 if form is None or form >= index.form_count else form for form in ids])
    same = np.flatnonzero(known[matches.term] == words[matches.at])
    seen = np.zeros((rows, len(ids)))
    seen[matches.row[same], matches.term[same]] = 1.0
    found: NDArray[np.float64] = seen @ np.where(known >= 0, index.form_idf[known], 0.0)
    return found


def _titles(index: PassageIndex, question: Question, rows: Sequence[int]) -> NDArray[np.float64]:
    """Weigh the words of the question that the article's title has."""
    found = np.zeros(len(rows))
    for term in question.terms:
        titled = index.titled.get(term.stem) if term.stem is not None else None
        if titled:
            articles = index.article_of[np.asarray(rows)].tolist()
            found += np.array([term.weight if at in titled else 0.0 for at in articles])
    return found
