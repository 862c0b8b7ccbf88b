"""Hold the passages of all articles as arrays of integers: postings, words and 4-grams."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from bot.retrieval.bm25 import PostingBM25
from bot.retrieval.ngrams import GramTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.retrieval.vocabulary import Vocabulary

_Number = TypeVar("_Number", bound=np.generic)
_SMALL_CORPUS = 200
_BACKGROUND = 20


class Place(NamedTuple):
    """Name a passage by its position: which article, and which of its passages."""

    article: int
    passage: int


class PassageIndex:
    """Index passages for one snapshot of the library; it never changes.

    Args:
        vocabulary: The vocabulary that encoded the passages.
        articles: The articles.
        encoded: For each article its passages, from :meth:`Vocabulary.encode_article`.

    Attributes:
        words: All passages' encodings behind one another.
        starts: Where each passage begins in ``words``, and the length of ``words`` at the end.
        stem_of: The stem of each form, from :meth:`Vocabulary.stem_of`.
        form_idf: The weight of each form, by how often it occurs.
        grams: The 4-grams of each form.
        titled: The articles, by position, whose titles hold a stem.
        gram_idf: The weight of each 4-gram, by how often forms that have it occur.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        articles: Sequence[Article],
        encoded: Sequence[NDArray[np.int32]],
    ) -> None:
        self.vocabulary = vocabulary
        counts = [len(article.passages) for article in articles]
        self.article_starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        self.article_of = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        self.words = np.concatenate(encoded) if encoded else np.empty(0, dtype=np.int32)
        closed = [1 + len(p.sentences) for article in articles for p in article.passages]
        ends = np.append([-1], np.flatnonzero(self.words < 0))
        self.starts = ends[np.cumsum([0, *closed])] + 1
        self.stem_of = vocabulary.stem_of()
        self.form_count = len(vocabulary)
        self.stem_count = len(vocabulary.stems)
        filled = self.words >= 0
        forms = self.words[filled]
        before = np.concatenate(([0], np.cumsum(filled, dtype=np.int64)))
        self.ranking = PostingBM25(
            self.stem_of[forms],
            before[self.starts],
            background=_BACKGROUND if len(self) <= _SMALL_CORPUS else 0,
        )
        self.titled: dict[int, set[int]] = {}
        for position, article in enumerate(articles):
            for form in vocabulary.encode(article.title):
                stem = int(self.stem_of[form])
                self.titled.setdefault(stem, set()).add(position)
        frequency = np.bincount(forms, minlength=self.form_count)
        self.form_idf = self._idf(frequency)
        self.grams = vocabulary.gram_table()
        per_gram = np.bincount(
            self.grams.table[: self.form_count].ravel(),
            weights=np.repeat(frequency, GramTable.WIDTH),
            minlength=self.grams.size + 1,
        )
        self.gram_idf = self._idf(per_gram)
        self._similar = vocabulary.similar_stems()
        self._scratch = threading.local()

    def __len__(self) -> int:
        return len(self.starts) - 1

    def rank(self, text: str, count: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rank passages by BM25 alone, as the first stage of an answer does.

        Returns:
            Rows and scores, best first; equal scores in reading order.
        """
        return self.ranking.top(list(dict.fromkeys(self.vocabulary.stem_ids(text))), count)

    def place_of(self, row: int) -> Place:
        """Tell which article and which of its passages a row of the index is."""
        article = int(self.article_of[row])
        return Place(article, row - int(self.article_starts[article]))

    def unseen_idf(self) -> float:
        """Weigh a term that no passage holds: as much as one that a single passage holds."""
        return math.log(len(self) + self.ranking.background + 1)

    def nearest_stem(self, stem: str, least: float) -> tuple[int, float] | None:
        """Find the stem in the passages that a misspelt one most likely stands for.

        Args:
            stem: A stem that no passage holds.
            least: The least likeness, as :meth:`SimilarStrings.nearest` measures it.

        Returns:
            The stem's id and its likeness; of equals the one in the most passages.
        """
        idf = self.ranking.idf
        held = [
            (float(idf[position]), position, likeness)
            for position, likeness in self._similar.nearest(stem, least)
            if position < len(idf) and idf[position] > 0
        ]
        if not held:
            return None
        _, position, likeness = min(held)
        return position, likeness

    def scratch(self, name: str, size: int, dtype: type[_Number]) -> NDArray[_Number]:
        """Lend this thread an array of zeros; whoever writes into it zeroes it again."""
        array: NDArray[_Number] | None = getattr(self._scratch, name, None)
        if array is None:
            array = np.zeros(size, dtype=dtype)
            setattr(self._scratch, name, array)
        return array

    def _idf(self, frequency: NDArray[np.int64]) -> NDArray[np.float64]:
        """Weigh what occurs so often, an occurrence counting as a passage: 0 where it doesn't."""
        size = len(self)
        share = (size + 1) / np.clip(frequency, 1, max(1, size))
        return np.where(frequency > 0, np.log(share), 0.0)
