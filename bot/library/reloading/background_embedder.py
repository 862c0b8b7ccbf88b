"""Embed the articles in service in the background, in a low-priority thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.library.analysis.embedding import embed_until, unembedded
from bot.library.reloading.background_work import BackgroundWork
from bot.retrieval.meaning.embeddings import unpack_embeddings
from bot.storage.errors import DatabaseError
from bot.storage.leases import LocalLeases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.library.library import Library
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings
    from bot.retrieval.meaning.models import Models
    from bot.storage.leases import Leases
    from bot.storage.stores import EmbeddingStore

log = logging.getLogger(__name__)

_SAVED_AFTER = 20.0
"""Seconds of embedding after which the results are saved and used."""

LOOK_EVERY = 1.0
"""Seconds between two checks whether another process has done the work."""

_LEASE = "embedding"
_LEASED_FOR = 90.0
_NICENESS = 10

EMBEDDED_AT_MOST = 100_000
"""The number of passages up to which a library is embedded, in about 25 minutes on two cores."""


class BackgroundEmbedder(BackgroundWork):
    """Embeds one library after the other; stored embeddings are reused.

    A library answers by words until its articles are embedded.

    Of several processes on one store one embeds, and the others read what it has saved.

    Args:
        models: The models, of which the encoder is used.
        store: Keeps the embeddings.
        leases: Decide which process embeds.
    """

    def __init__(self, models: Models, store: EmbeddingStore, leases: Leases | None = None) -> None:
        super().__init__("embedding the articles")
        self.models = models
        self._store = store
        self._leases = leases or LocalLeases()
        self._thread = ThreadPoolExecutor(1, "embedding", initializer=lower_priority)
        self._loaded = False
        self._known: dict[ArticleKey, ArticleEmbeddings] = {}
        self.remaining = 0
        """Passages that are not embedded yet."""

    def begin(self, library: Library) -> None:
        """Start embedding a library, and stop work on the previous one."""
        library.models = self.models
        super().begin(library)

    async def close(self) -> None:
        """End the work; what was done is saved."""
        self.stop()
        await self.finished()
        self._thread.shutdown()

    async def _work(self, library: Library, stopping: threading.Event) -> bool:
        with self.models.passages.hurried():
            await self._embed(library, stopping)
        return True

    async def _embed(self, library: Library, stopping: threading.Event) -> None:
        if not self._loaded:
            await self._load()
        missing = await self._put_known_to_use(library)
        if missing and self._leases.shared:
            await self._wait_for_others(stopping)
            # Another process may have embedded some in the meantime.
            with contextlib.suppress(DatabaseError):
                await self._load()
            missing = await self._put_known_to_use(library)
        await self._embed_all(library, missing, stopping)
        if library.passages and not stopping.is_set():
            log.info("%d passages are embedded", library.passages)

    async def _load(self) -> None:
        stored = await self._store.load()
        run = asyncio.get_running_loop().run_in_executor
        self._known = await run(self._thread, unpack_embeddings, stored)
        self._loaded = True

    async def _put_known_to_use(self, library: Library) -> list[Article]:
        """Add the known embeddings to a library; return the articles that have none yet."""
        keys = {article.key for article in library.articles}
        self._known = {key: one for key, one in self._known.items() if key in keys}
        run = asyncio.get_running_loop().run_in_executor
        await run(self._thread, library.take_embeddings, self._known)
        missing = _wanted(library)
        self.remaining = sum(len(article.passages) for article in missing)
        return missing

    async def _embed_all(
        self, library: Library, missing: list[Article], stopping: threading.Event
    ) -> None:
        if not missing:
            return
        run = asyncio.get_running_loop().run_in_executor
        try:
            while missing and not stopping.is_set():
                await self._may_embed()
                with self.models.passages.hurried():
                    done = await run(self._thread, self._embed_some, missing, stopping.is_set)
                missing = missing[len(done) :]
                await self._put_to_use(library, done)
        finally:
            with contextlib.suppress(DatabaseError):  # it runs out by itself
                await self._leases.give_back(_LEASE)

    async def _wait_for_others(self, stopping: threading.Event) -> None:
        """Wait while another process embeds."""
        while not stopping.is_set() and not await self._may_embed():  # noqa: ASYNC110 - it says nothing
            await asyncio.sleep(LOOK_EVERY)

    async def _may_embed(self) -> bool:
        """Return whether this process has the lease; without a database, every process embeds."""
        try:
            return await self._leases.take(_LEASE, _LEASED_FOR)
        except DatabaseError:
            return True

    def _embed_some(
        self, articles: Sequence[Article], is_stopping: Callable[[], bool]
    ) -> dict[ArticleKey, ArticleEmbeddings]:
        """Embed the first of some articles, for about ``_SAVED_AFTER`` seconds."""
        done: dict[ArticleKey, ArticleEmbeddings] = {}
        end = time.monotonic() + _SAVED_AFTER
        for article, one in embed_until(articles, self.models.encoder, is_stopping):
            done[article.key] = one
            self.remaining -= len(article.passages)
            if time.monotonic() > end:
                break
        return done

    async def _put_to_use(
        self, library: Library, done: Mapping[ArticleKey, ArticleEmbeddings]
    ) -> None:
        if not done:
            return
        run = asyncio.get_running_loop().run_in_executor
        self._known.update(done)
        await run(self._thread, library.take_embeddings, done)
        try:
            await self._store.save({key: one.to_bytes() for key, one in done.items()})
        except DatabaseError as error:
            log.warning("embeddings can't be saved, and are made again next time: %s", error)


def _wanted(library: Library) -> list[Article]:
    """Return the articles to embed: none of a library that is too large."""
    if library.passages > EMBEDDED_AT_MOST:
        log.info(
            "%d passages are too many to embed in advance: each is embedded when needed",
            library.passages,
        )
        return []
    return unembedded(library.articles, library.embeddings)


def lower_priority() -> None:
    """Lower this thread's priority where the system has priorities of threads (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, 0) + _NICENESS)
