"""Search the embedded articles of a library by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.meaning.encoder import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings
    from bot.retrieval.meaning.on_demand import PassageEmbedder

SCANNED_WHOLE = 8192
"""Passages up to which every vector is compared; of more, those with the nearest signs are."""

_LEAST_COMPARED = 1000
_SHARE_COMPARED = 50
"""Of many passages a fiftieth is compared, and no fewer than a thousand."""

_WORDS = DIMENSIONS // 64


@dataclass(frozen=True, slots=True, eq=False)
class Similarities:
    """How like a question passages are in meaning: cosines, -1 to 1.

    Attributes:
        passages: One for each passage.
        titles: One for each passage: that of its article's headline.
        sentences: One for each sentence of the first passage, then of the second, and so on. A
            passage's heading counts as its first sentence and has the passage's own.
    """

    passages: NDArray[np.float64]
    titles: NDArray[np.float64]
    sentences: NDArray[np.float64]


class EmbeddedArticles:
    """The embeddings of the articles of one library; they never change.

    Args:
        articles: The articles, in the library's order.
        embeddings: Their embeddings, in the same order; ``None`` where there are none yet.
        on_demand: Embeds passages of articles that are not embedded, if that is wanted.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        embeddings: Sequence[ArticleEmbeddings | None],
        on_demand: PassageEmbedder | None = None,
    ) -> None:
        self._articles = tuple(articles)
        self._embeddings = tuple(embeddings)
        self._on_demand = on_demand
        counts = [len(article.passages) for article in articles]
        self._article_starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        per_passage = [1 + len(p.sentences) for a in articles for p in a.passages]
        self._sentence_starts = np.cumsum([0, *per_passage], dtype=np.int64)
        known = [place for place, one in enumerate(self._embeddings) if one is not None]
        self._rows = np.concatenate(
            [np.empty(0, dtype=np.int64)]
            + [
                np.arange(self._article_starts[place], self._article_starts[place + 1])
                for place in known
            ]
        )
        parts = [(self._embeddings[place], counts[place]) for place in known]
        self._vectors = np.concatenate(
            [np.empty((0, DIMENSIONS), dtype=np.int8)]
            + [one.vectors[1 : 1 + count] for one, count in parts if one]
        )
        self._scales = np.concatenate(
            [np.empty(0, dtype=np.float32)]
            + [one.scales[1 : 1 + count] for one, count in parts if one]
        )
        self._whole = len(self._rows) <= SCANNED_WHOLE
        if self._whole:
            self._exact = self._vectors * self._scales[:, None]
        else:
            # One array for each 64 dimensions: a column of their signs, a bit each.
            self._signs = np.ascontiguousarray(_signs(self._vectors).T)

    def __len__(self) -> int:
        return len(self._rows)

    def nearest(self, vector: NDArray[np.float32], count: int) -> NDArray[np.int64]:
        """Return the passages nearest in meaning, as their places in reading order.

        Of many passages only those are compared whose signs agree best with the vector's: a
        fiftieth, among which nearly always are all that are wanted.

        Args:
            vector: The question's, of length 1.
            count: How many at most.
        """
        if self._whole:
            similarity: NDArray[np.floating] = self._exact @ vector
            compared = None
        else:
            apart = np.zeros(len(self._rows), dtype=np.uint16)
            for own, asked in zip(self._signs, _signs(vector[None])[0], strict=True):
                apart += np.bitwise_count(own ^ asked)
            kept = max(_LEAST_COMPARED, len(self._rows) // _SHARE_COMPARED)
            compared = np.argpartition(apart, kept)[:kept]
            compared.sort()
            similarity = (self._vectors[compared] @ vector) * self._scales[compared]
        if count < len(similarity):
            best = np.argpartition(-similarity, count)[:count]
            best.sort()
        else:
            best = np.arange(len(similarity))
        best = best[np.argsort(-similarity[best], kind="stable")]
        return self._rows[best if compared is None else compared[best]]

    def similarities(
        self, rows: NDArray[np.int64], vector: NDArray[np.float32]
    ) -> Similarities | None:
        """Compare passages, their sentences and their headlines with a question.

        Args:
            rows: The passages' places in reading order.
            vector: The question's, of length 1.

        Returns:
            The similarities; ``None`` where one of the passages is not embedded and can't be in the
            time that there is.
        """
        places = (np.searchsorted(self._article_starts, rows, side="right") - 1).tolist()
        late = self._embedded_late(rows, places)
        if late is None:
            return None
        titles, passages, sentences = [], [], [np.empty(0)]
        for row, place in zip(rows.tolist(), places, strict=True):
            one = self._embeddings[place]
            if one is None:
                one, own_row, own = late[row], 1, slice(2, None)
            else:
                own_row, own = self._rows_of(row, place)
            titles.append(float(_compare(one, slice(0, 1), vector)[0]))
            similarity = _compare(one, slice(own_row, own_row + 1), vector)
            passages.append(float(similarity[0]))
            sentences += [similarity, _compare(one, own, vector)]
        return Similarities(np.array(passages), np.array(titles), np.concatenate(sentences))

    def _rows_of(self, row: int, place: int) -> tuple[int, slice]:
        """Return which of an article's vectors is a passage's, and which are its sentences'."""
        first, end = self._article_starts[place : place + 2].tolist()
        starts = self._sentence_starts
        # Headings have no rows of their own among an article's embedded sentences.
        behind = 1 + end - first + int(starts[row] - starts[first]) - (row - first)
        own = slice(behind, behind + int(starts[row + 1] - starts[row]) - 1)
        return 1 + row - first, own

    def _embedded_late(
        self, rows: NDArray[np.int64], places: Sequence[int]
    ) -> dict[int, ArticleEmbeddings] | None:
        """Return the vectors of those passages whose articles are not embedded, by row."""
        late = [
            (row, self._articles[place], row - int(self._article_starts[place]))
            for row, place in zip(rows.tolist(), places, strict=True)
            if self._embeddings[place] is None
        ]
        if not late:
            return {}
        if self._on_demand is None:
            return None
        vectors = self._on_demand.embed([(article, article.passages[n]) for _, article, n in late])
        if vectors is None:
            return None
        return {row: one for (row, _, _), one in zip(late, vectors, strict=True)}


def _compare(
    embeddings: ArticleEmbeddings, rows: slice, vector: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return the cosines of some of an article's vectors with a question's."""
    found = (embeddings.vectors[rows] @ vector) * embeddings.scales[rows]
    return found.astype(np.float64)


def _signs(vectors: NDArray[np.int8] | NDArray[np.float32]) -> NDArray[np.uint64]:
    """Return the signs of vectors, a bit each, in rows of 64 bits."""
    return np.packbits(vectors > 0, axis=1).view(np.uint64)
