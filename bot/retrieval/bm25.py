"""rank-bm25's BM25, summed over posting arrays instead of document by document."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
from rank_bm25 import BM25Plus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

K1 = 1.2
B = 0.75
# The k of each term's k-th largest impact, kept as a floor under the k-th best score.
FLOOR_RANK = 32


class PostingBM25(BM25Plus):  # type: ignore[misc]
    """Rank documents of term ids by BM25.

    The statistics, the idf ``log((N + 1) / df)`` and the formula are rank-bm25's ``BM25Plus``
    with δ = 0, which never weighs a term zero or less, however small the corpus. Each posting's
    share of the score is computed once, when the index is built; scores equal those of
    ``BM25Plus.get_scores`` to rounding.

    Args:
        terms: The term ids of all documents behind one another, each 0 or more.
        offsets: Where each document begins in ``terms``, and the length of ``terms`` at the end.
        k1: How soon repeating a term stops counting.
        b: How much a document's length counts, 0 to 1.
        background: How many imagined documents that hold no term to add to N in the idf, so
            that a term in every passage of a single article still weighs something.
    """

    def __init__(
        self,
        terms: NDArray[np.int32],
        offsets: NDArray[np.int64],
        *,
        k1: float = K1,
        b: float = B,
        background: int = 0,
    ) -> None:
        self.background = background
        self._terms = terms
        self._offsets = offsets
        super().__init__(offsets[:-1], k1=k1, b=b, delta=0)
        self._weigh_postings()
        del self._terms, self._offsets
        self._scratch = threading.local()

    def _initialize(self, corpus: NDArray[np.int64]) -> NDArray[np.int64]:
        """Sort the terms into postings; return the document frequency of each term."""
        lengths = np.diff(self._offsets)
        self.corpus_size = len(corpus)
        self.doc_len = lengths.astype(np.float64)
        self.avgdl = max(float(lengths.mean()), 1e-9) if self.corpus_size else 1.0
        documents = np.repeat(np.arange(self.corpus_size, dtype=np.int64), lengths)
        keys = self._terms.astype(np.int64) * self.corpus_size + documents
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        self._frequencies = np.diff(first, append=len(keys))
        unique = keys[first]
        posting_terms, self.documents = np.divmod(unique, max(1, self.corpus_size))
        self.documents = self.documents.astype(np.int32)
        self.term_count = int(self._terms.max()) + 1 if len(self._terms) else 0
        frequency: NDArray[np.int64] = np.bincount(posting_terms, minlength=self.term_count)
        self.starts = np.concatenate(([0], np.cumsum(frequency)))
        return frequency

    def _calc_idf(self, nd: NDArray[np.int64]) -> None:
        """Compute ``log((N + background + 1) / df)`` for every term, 0 where df is 0."""
        ratio = (self.corpus_size + self.background + 1) / np.maximum(nd, 1)
        self.idf = np.where(nd > 0, np.log(ratio), 0.0)

    def _weigh_postings(self) -> None:
        lengths = self.doc_len[self.documents]
        norm = self.k1 * (1 - self.b + self.b * lengths / self.avgdl)
        frequencies = self._frequencies.astype(np.float64)
        counts = np.diff(self.starts)
        self.impacts = np.repeat(self.idf, counts) * (
            frequencies * (self.k1 + 1) / (norm + frequencies)
        )
        del self._frequencies
        self.ceilings = np.zeros(self.term_count)
        self.floors = np.zeros(self.term_count)
        filled = np.flatnonzero(counts)
        if len(filled):
            self.ceilings[filled] = np.maximum.reduceat(self.impacts, self.starts[filled])
        for term in np.flatnonzero(counts >= FLOOR_RANK):
            impacts = self.impacts[self.starts[term] : self.starts[term + 1]]
            rank = len(impacts) - FLOOR_RANK
            self.floors[term] = np.partition(impacts, rank)[rank]

    def get_scores(self, query: Sequence[int]) -> NDArray[np.float64]:
        """Score every document for a query of term ids; a repeated id counts again."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            if 0 <= term < self.term_count:
                span = slice(self.starts[term], self.starts[term + 1])
                scores[self.documents[span]] += self.impacts[span]
        return scores

    def top(
        self, query: Sequence[int], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rank the documents that hold a term of the query.

        Args:
            query: Term ids; ids that the index doesn't know are passed over.
            count: How many documents at the most.

        Returns:
            Document numbers and their scores, best first; equal scores in reading order.
        """
        scores = self.get_scores(query)
        floor = 0.0
        if count <= FLOOR_RANK:
            known = [term for term in query if 0 <= term < self.term_count]
            floor = max((float(self.floors[term]) for term in known), default=0.0)
        # Summing in another order may lose the last bits of a score that equals the floor.
        candidates = np.flatnonzero(scores >= floor * (1 - 1e-12) if floor else scores > 0)
        found = scores[candidates]
        if len(candidates) > count:
            threshold = np.partition(found, len(found) - count)[len(found) - count]
            kept = found >= threshold
            candidates, found = candidates[kept], found[kept]
        order = np.argsort(-found, kind="stable")[:count]
        return candidates[order], found[order]
