"""Hold the passages of all articles as arrays of integers: postings, sentences and 4-grams."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.retrieval.bm25 import PostingBM25

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.ingest.article import Article, Passage
    from bot.retrieval.vocabulary import Vocabulary

SENTENCE_END = -1
"""Stands behind the heading and behind each sentence in an encoded passage."""

GRAM_LENGTH = 4
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
        encoded: For each article its encoded passages, from :func:`encode_article`.
        titles: For each article its title's form ids.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        encoded: Sequence[Sequence[NDArray[np.int32]]],
        titles: Sequence[Sequence[int]],
    ) -> None:
        self.vocabulary = vocabulary
        passages = [passage for article in encoded for passage in article]
        counts = [len(article) for article in encoded]
        self.article_starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        self.article_of = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        lengths = [len(passage) for passage in passages]
        self.starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
        self.words = np.concatenate(passages) if passages else np.empty(0, dtype=np.int32)
        self.stem_of = vocabulary.stem_of()
        self.form_count = len(self.stem_of)
        filled = self.words >= 0
        self.frequency = np.bincount(self.words[filled], minlength=self.form_count)
        ends = np.concatenate(([0], np.cumsum(filled, dtype=np.int64)))
        self.ranking = PostingBM25(
            self.stem_of[self.words[filled]] if self.form_count else self.words[filled],
            ends[self.starts],
            background=_BACKGROUND if len(passages) <= _SMALL_CORPUS else 0,
        )
        self.title_stems = [
            frozenset(int(self.stem_of[form]) for form in title) for title in titles
        ]
        self.grams = _Grams(vocabulary.forms[: self.form_count])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def place_of(self, row: int) -> Place:
        """Tell which article and which of its passages a row of the index is."""
        article = int(self.article_of[row])
        return Place(article, row - int(self.article_starts[article]))

    def unseen_idf(self) -> float:
        """Weigh a term that no passage holds: as much as one that a single passage holds."""
        return float(np.log(len(self) + self.ranking.background + 1))


def encode_article(vocabulary: Vocabulary, article: Article) -> list[NDArray[np.int32]]:
    """Encode an article's passages, in order."""
    return [encode_passage(vocabulary, passage) for passage in article.passages]


def encode_passage(vocabulary: Vocabulary, passage: Passage) -> NDArray[np.int32]:
    """Encode a passage as form ids: its heading, then each sentence, each closed by ``-1``."""
    encode = vocabulary.encode
    ids = encode(passage.heading) if passage.heading else []
    ids.append(SENTENCE_END)
    text = passage.text
    for start, end in passage.sentences:
        ids += encode(text[start:end])
        ids.append(SENTENCE_END)
    return np.array(ids, dtype=np.int32)


class _Grams:
    """Find the forms that hold a 4-gram; ``^`` and ``$`` stand for a form's ends."""

    def __init__(self, forms: Sequence[str]) -> None:
        joined = "".join([f"^{form}$" for form in forms]).encode("utf-32-le")
        codes = np.frombuffer(joined, dtype=np.uint32).astype(np.uint64)
        lengths = np.array([len(form) + 2 for form in forms], dtype=np.int64)
        owner = np.repeat(np.arange(len(forms), dtype=np.int32), lengths)
        last = GRAM_LENGTH - 1
        if len(codes) <= last:
            self.keys = np.empty(0, dtype=np.uint64)
            self.forms = np.empty(0, dtype=np.int32)
            return
        inside = owner[:-last] == owner[last:]
        keys = _gram_keys(codes)[inside]
        order = np.argsort(keys, kind="stable")
        self.keys = keys[order]
        self.forms = owner[:-last][inside][order]

    def forms_with(self, gram: str) -> NDArray[np.int32]:
        """List the ids of the forms that hold a gram; a form stands as often as it does."""
        key = gram_key(gram)
        start, end = np.searchsorted(self.keys, [key, key + np.uint64(1)])
        return self.forms[start:end]


def grams_of(form: str) -> list[str]:
    """List the distinct 4-grams of a form with its ends marked, in order."""
    marked = f"^{form}$"
    grams = [marked[i : i + GRAM_LENGTH] for i in range(len(marked) - GRAM_LENGTH + 1)]
    return list(dict.fromkeys(grams))


def gram_key(gram: str) -> np.uint64:
    """Pack a 4-gram into 64 bits: 16 of each character's code."""
    codes = np.frombuffer(gram.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    packed: np.uint64 = _gram_keys(codes)[0]
    return packed


def _gram_keys(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    low = codes & np.uint64(0xFFFF)
    count = len(codes) - GRAM_LENGTH + 1
    keys = np.zeros(count, dtype=np.uint64)
    for position in range(GRAM_LENGTH):
        keys = (keys << np.uint64(16)) | low[position : position + count]
    return keys
