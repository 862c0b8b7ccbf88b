"""Embed passages when a question asks for them, while their articles are not embedded yet."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.retrieval.meaning.context import context_of
from bot.retrieval.meaning.embeddings import ArticleEmbeddings, embed_texts, is_understood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article, ArticleKey, Passage
    from bot.retrieval.meaning.embeddings import TextEncoder

LONGEST = 0.14
"""Seconds that embedding may take of one question's time."""

HURRIED = 0.04
"""The same while articles are being read or embedded: that takes the same processors, and
embedding will soon have done what isn't done in time."""

_KEPT = 10_000
"""Passages whose vectors are kept: some 2 kB each."""


class PassageEmbedder:
    """Embeds single passages and keeps the vectors of those asked for last; threads may share it.

    Args:
        encoder: Makes the vectors.
        seconds: How long one call may take, about.
    """

    def __init__(self, encoder: TextEncoder, seconds: float = LONGEST) -> None:
        self._encoder = encoder
        self._seconds = seconds
        self._kept: OrderedDict[tuple[ArticleKey, int], ArticleEmbeddings] = OrderedDict()
        self._lock = threading.Lock()
        self._hurries = 0

    @property
    def is_hurried(self) -> bool:
        """Whether articles are being read or embedded, which takes the same processors."""
        return self._hurries > 0

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Limit calls to ``HURRIED`` seconds while the block runs; for one thread at a time."""
        self._hurries += 1
        try:
            yield
        finally:
            self._hurries -= 1

    def embed(self, found: Sequence[tuple[Article, Passage]]) -> list[ArticleEmbeddings] | None:
        """Return the vectors of each passage's headline, of itself and of its sentences.

        Returns:
            The vectors, in order; ``None`` where one is in a language that isn't understood, or
            where the time doesn't suffice. What was done is kept for the next question.
        """
        if not all(is_understood(article) for article, _ in found):
            return None
        hurries = self.is_hurried
        end = time.monotonic() + (min(HURRIED, self._seconds) if hurries else self._seconds)

        def between() -> None:
            if hurries and time.monotonic() > end:
                raise InterruptedError

        vectors = []
        for article, passage in found:
            key = (article.key, passage.number)
            known = self._recall(key)
            if known is None:
                if time.monotonic() > end:
                    return None
                try:
                    known = embed_texts(_texts_of(article, passage), self._encoder, between)
                except InterruptedError:
                    return None
            self._keep(key, known)
            vectors.append(known)
        return vectors

    def _recall(self, key: tuple[ArticleKey, int]) -> ArticleEmbeddings | None:
        with self._lock:
            return self._kept.get(key)

    def _keep(self, key: tuple[ArticleKey, int], vectors: ArticleEmbeddings) -> None:
        with self._lock:
            self._kept[key] = vectors
            self._kept.move_to_end(key)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _texts_of(article: Article, passage: Passage) -> list[str]:
    """Return what is embedded of a passage, as of a whole article: see ``texts_of``."""
    sentences = [passage.text[start:end] for start, end in passage.sentences]
    context = context_of(article, passage)
    return [article.title, *(f"{context}. {text}" for text in (passage.text, *sentences))]
