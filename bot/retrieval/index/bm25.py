"""rank-bm25's BM25, summed over posting arrays instead of document by document."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NoReturn

import numpy as np
from rank_bm25 import BM25Plus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

K1 = 1.2
B = 0.75
"""The usual constants of BM25; see :class:`PostingBM25`."""

FLOOR_RANK = 20
"""The k of each term's k-th largest impact, kept as a floor under the k-th best score."""

_LATER = 8
"""How many times more postings a term must have than those before it to be left for later.

Measured: below that, summing the term's impacts is faster than looking single documents up.
"""

_SORTED_WHOLE = 8
"""Up to this many times the wanted number of documents, all are sorted; of more, the best are split
off first."""

_LEAST_IDF = 1e-9

_DOCUMENT_BITS = 32
"""Bits of a posting's sort key that hold the document; the term stands above them."""


class PostingBM25(BM25Plus):  # type: ignore[misc]  # rank-bm25 has no type hints
    """Ranks documents of term ids by BM25.

    The statistics, the idf ``log((N + 1) / df)`` and the formula are rank-bm25's ``BM25Plus``
    with δ = 0, which never weighs a term zero or less, however small the corpus. Each posting's
    share of the score is computed once, when the index is built; scores equal those of
    ``BM25Plus.get_scores`` to rounding.

    Args:
        terms: The term ids of all documents one after another, each 0 or more.
        offsets: Where each document begins in ``terms``, and the length of ``terms`` at the end.
        k1: How soon repeating a term stops counting.
        b: How much a document's length counts, 0 to 1.
        background: How many imagined documents that hold no term to add to N in the idf, so
            that a term in every passage of a single article still weighs something.
        scale: What each document's length is multiplied by, so that documents in languages that
            take more terms to say the same count as equally long.
    """

    def __init__(
        self,
        terms: NDArray[np.int32],
        offsets: NDArray[np.int64],
        *,
        k1: float = K1,
        b: float = B,
        background: int = 0,
        scale: NDArray[np.float64] | None = None,
    ) -> None:
        self.background = background
        self._terms = terms
        self._offsets = offsets
        self._scale = scale
        super().__init__(offsets[:-1], k1=k1, b=b, delta=0)
        self._weigh_postings()
        del self._terms, self._offsets, self._scale
        self._scratch = threading.local()

    def _initialize(self, corpus: NDArray[np.int64]) -> NDArray[np.int64]:
        """Sort the terms into postings; return the document frequency of each term."""
        lengths = np.diff(self._offsets)
        self.corpus_size = len(corpus)
        self.doc_len = lengths * (1.0 if self._scale is None else self._scale)
        self.avgdl = max(float(lengths.mean()), 1e-9) if self.corpus_size else 1.0
        documents = np.repeat(np.arange(self.corpus_size, dtype=np.int64), lengths)
        keys = (self._terms.astype(np.int64) << _DOCUMENT_BITS) | documents
        keys.sort()
        first = np.flatnonzero(_begins_run(keys))
        self._frequencies = np.empty(len(first))
        self._frequencies[:-1] = first[1:] - first[:-1]
        self._frequencies[-1:] = len(keys) - first[-1:]
        unique = keys[first]
        # 64 bits, as NumPy would convert anything less at every look.
        self.documents = unique & ((1 << _DOCUMENT_BITS) - 1)
        posting_terms = unique >> _DOCUMENT_BITS
        self.frequencies: NDArray[np.int64] = np.bincount(posting_terms)
        self.term_count = len(self.frequencies)
        self.starts = np.concatenate(([0], np.cumsum(self.frequencies)))
        return self.frequencies

    def _calc_idf(self, nd: NDArray[np.int64]) -> None:
        """Compute ``log((N + background + 1) / df)`` for every term, 0 where df is 0."""
        ratio = (self.corpus_size + self.background + 1) / np.maximum(nd, 1)
        self.idf = np.where(nd > 0, np.log(ratio), 0.0)

    def _weigh_postings(self) -> None:
        lengths = self.doc_len[self.documents]
        norm = self.k1 * (1 - self.b + self.b * lengths / self.avgdl)
        frequencies = self._frequencies
        counts = np.diff(self.starts)
        self.impacts = np.repeat(self.idf, counts) * (
            frequencies * (self.k1 + 1) / (norm + frequencies)
        )
        del self._frequencies
        ceilings = np.zeros(self.term_count)
        floors = np.zeros(self.term_count)
        filled = np.flatnonzero(counts)
        if len(filled):
            ceilings[filled] = np.maximum.reduceat(self.impacts, self.starts[filled])
        for term in np.flatnonzero(counts >= FLOOR_RANK):
            impacts = self.impacts[self.starts[term] : self.starts[term + 1]]
            rank = len(impacts) - FLOOR_RANK
            floors[term] = np.partition(impacts, rank)[rank]
        # Read one at a time, Python's own numbers are several times faster than NumPy's.
        self._ceilings: list[float] = ceilings.tolist()
        self._floors: list[float] = floors.tolist()
        self._starts: list[int] = self.starts.tolist()

    def get_scores(self, query: Sequence[int]) -> NDArray[np.float64]:
        """Score every document for a query of term ids; a repeated id counts again."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            if 0 <= term < self.term_count:
                span = slice(self._starts[term], self._starts[term + 1])
                np.add.at(scores, self.documents[span], self.impacts[span])
        return scores

    def documents_of(self, term: int) -> NDArray[np.int64]:
        """Return the documents that hold a term, none for a term that the index doesn't know."""
        if not 0 <= term < self.term_count:
            return self.documents[:0]
        return self.documents[self._starts[term] : self._starts[term + 1]]

    def get_batch_scores(self, query: Sequence[int], doc_ids: Sequence[int]) -> NoReturn:
        """Raise an error: the postings keep no documents to look a few of them up in.

        Raises:
            NotImplementedError: Always; :meth:`get_scores` scores every document.
        """
        message = (
            f"a few documents ({len(doc_ids)} here) can't be scored on their own: call "
            f"get_scores({list(query)!r}) and choose them from what it returns"
        )
        raise NotImplementedError(message)

    def top(
        self, query: Sequence[int], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rank the documents that hold a term of the query.

        Only documents that can be among the best are looked at (MaxScore; Turtle and Flood,
        1995): the largest of the terms' floors is a score that the last of the best has at
        least, and terms whose ceilings together stay below it can lift no document among them.

        Args:
            query: Term ids; ids that the index doesn't know are passed over.
            count: How many documents at most.

        Returns:
            Document numbers and their scores, best first; equal scores in reading order.
        """
        terms = [term for term in query if 0 <= term < self.term_count]
        terms.sort(key=self._ceilings.__getitem__, reverse=True)
        floor = 0.0
        if count <= FLOOR_RANK and terms:
            # Summing in another order may lose the last bits of a score that equals the floor.
            floor = max([self._floors[term] for term in terms]) * (1 - 1e-12)
        needed, slack = self._needed(terms, floor)
        candidates, found = self._sum(terms[:needed], floor - slack)
        if needed < len(terms):
            for term in terms[needed:]:
                self._add(term, candidates, found)
            kept = found >= floor
            candidates, found = candidates[kept], found[kept]
        if len(candidates) > _SORTED_WHOLE * count:
            last = len(found) - count
            kept = found >= np.partition(found, last)[last]
            candidates, found = candidates[kept], found[kept]
        order = np.argsort(-found, kind="stable")[:count]
        return candidates[order], found[order]

    def scores_of(
        self,
        query: Sequence[int],
        documents: NDArray[np.int64],
        weights: NDArray[np.float64] | None = None,
    ) -> NDArray[np.float64]:
        """Score a few documents for a query of term ids, as :meth:`get_scores` scores all.

        Args:
            query: The term ids.
            documents: The documents.
            weights: What each term weighs instead of its idf.
        """
        scores = np.zeros(len(documents))
        for place, term in enumerate(query):
            if 0 <= term < self.term_count:
                start, end = self._starts[term], self._starts[term + 1]
                if start == end:
                    continue
                held = self.documents[start:end]
                at = np.minimum(np.searchsorted(held, documents), len(held) - 1)
                share = 1.0 if weights is None else weights[place] / max(self.idf[term], _LEAST_IDF)
                scores += share * np.where(held[at] == documents, self.impacts[start:end][at], 0.0)
        return scores

    def _needed(self, terms: Sequence[int], floor: float) -> tuple[int, float]:
        """Return how many of the terms, ceilings descending, can lift a document to a score.

        The others are left for later only where their postings are many more than those to be
        looked at first; else it is faster to sum them too.

        Returns:
            The number of terms, and what the others can add at most.
        """
        starts = self._starts
        needed, slack = len(terms), 0.0
        postings = sum([starts[term + 1] - starts[term] for term in terms])
        while needed > 1:
            last = terms[needed - 1]
            own = starts[last + 1] - starts[last]
            if slack + self._ceilings[last] >= floor or own < _LATER * (postings - own):
                break
            needed -= 1
            slack += self._ceilings[last]
            postings -= own
        return needed, slack

    def _sum(
        self, terms: Sequence[int], least: float
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Sum the impacts of terms; return the documents that reach a score, in reading order."""
        scores: NDArray[np.float64] | None = getattr(self._scratch, "scores", None)
        if scores is None:
            scores = self._scratch.scores = np.zeros(self.corpus_size)
        spans = [slice(self._starts[term], self._starts[term + 1]) for term in terms]
        lists = [self.documents[span] for span in spans]
        if not lists:
            return np.empty(0, dtype=np.int64), np.empty(0)
        try:
            for span, documents in zip(spans, lists, strict=True):
                np.add.at(scores, documents, self.impacts[span])
            if len(lists) == 1:
                return lists[0], scores[lists[0]]
            every = np.concatenate(lists)
            candidates = _distinct(every[scores[every] >= least] if least > 0 else every)
            return candidates, scores[candidates]
        finally:
            # Whatever happens, the next question on this thread finds nothing but zeros.
            for documents in lists:
                scores[documents] = 0

    def _add(self, term: int, candidates: NDArray[np.int64], found: NDArray[np.float64]) -> None:
        """Add a term's impacts to the scores of a few documents."""
        start, end = self._starts[term], self._starts[term + 1]
        documents = self.documents[start:end]
        at = np.minimum(np.searchsorted(documents, candidates), end - start - 1)
        held = documents[at] == candidates
        found[held] += self.impacts[start:end][at[held]]


def _distinct(documents: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return every document once, in order; faster than ``np.unique`` for the few there are."""
    ordered = documents.copy()
    ordered.sort()
    return ordered[_begins_run(ordered)]


def _begins_run(ordered: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of sorted numbers differ from the one before."""
    begins = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins
