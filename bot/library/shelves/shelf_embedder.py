"""Embed the articles of servers' shelves in the background, one shelf after the other."""

from __future__ import annotations

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.library.analysis.embedding import embed_until, unembedded
from bot.library.reloading.background_embedder import lower_priority
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from bot.articles.article import ArticleKey
    from bot.library.library import Library
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings
    from bot.retrieval.meaning.models import Models
    from bot.storage.stores import EmbeddingStore

log = logging.getLogger(__name__)


class ShelfEmbedder:
    """Embeds the articles of shelves; until then their servers are answered by words.

    Args:
        models: The models, of which the encoder is used.
        store: Keeps the embeddings.
    """

    def __init__(self, models: Models, store: EmbeddingStore) -> None:
        self.models = models
        self._store = store
        self._thread = ThreadPoolExecutor(1, "embedding shelves", initializer=lower_priority)
        self._stopping = threading.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, scope: str, library: Library) -> None:
        """Start embedding the articles of a shelf that are not embedded."""
        if not unembedded(library.articles, library.embeddings):
            return
        task = asyncio.create_task(self._embed(scope, library))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finished(self) -> None:
        """Wait until all started shelves are embedded."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """End the work."""
        self._stopping.set()
        await self.finished()
        self._thread.shutdown()

    async def _embed(self, scope: str, library: Library) -> None:
        run = asyncio.get_running_loop().run_in_executor
        try:
            with self.models.passages.hurried():
                done = await run(self._thread, self._embedded, library)
            if done:
                await run(self._thread, library.take_embeddings, done)
                await self._store.save({key: one.to_bytes() for key, one in done.items()}, scope)
        except DatabaseError as error:
            log.warning("embeddings can't be saved, and are made again next time: %s", error)
        except Exception:
            # Nothing awaits this task: questions are answered by words.
            log.exception("embedding the articles of a server failed")

    def _embedded(self, library: Library) -> dict[ArticleKey, ArticleEmbeddings]:
        missing = unembedded(library.articles, library.embeddings)
        embedded = embed_until(missing, self.models.encoder, self._stopping.is_set)
        return {article.key: one for article, one in embedded}
