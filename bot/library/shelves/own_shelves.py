"""The servers' own shelves: loaded when they are first asked for, and let go when room is short."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.library.library import Library
from bot.library.shelves.shelf import Shelf, make_shelf
from bot.monitoring.garbage_collection import release_freed_memory
from bot.storage.sources import guild_of_scope, scope_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.shelves.shelf_embedder import ShelfEmbedder
    from bot.storage.source_store import SourceStore
    from bot.storage.stores import EmbeddingStore

log = logging.getLogger(__name__)

_MOST_SHELVES = 10_000
"""The maximum number of shelves in memory: even an empty one takes a little."""

_RETURNED_AFTER = 64 * 1024**2
"""The number of freed bytes after which memory is returned to the system."""


class OwnShelves:
    """The most recently used shelves, which are in memory.

    Args:
        sources: Stores the sources, with their articles.
        embeddings: Stores the embeddings of the articles.
        memory: Approximately how many bytes all shelves may take.
        embedder: Embeds the articles in the background; without one words decide alone.
    """

    def __init__(
        self,
        sources: SourceStore,
        embeddings: EmbeddingStore,
        memory: int,
        embedder: ShelfEmbedder | None = None,
    ) -> None:
        self._embeddings = embeddings
        self._sources = sources
        self._memory = memory
        self._embedder = embedder
        self._shelves: OrderedDict[int, Shelf] = OrderedDict()
        self._loading: dict[int, asyncio.Task[Shelf]] = {}
        self._unread: set[int] = set()
        self._with_sources: set[int] | None = None
        self._taken = 0
        self._let_go = 0
        self._following: asyncio.Task[None] | None = None

    @property
    def taken(self) -> int:
        """Approximately how many bytes all shelves take."""
        return self._taken

    def __len__(self) -> int:
        return len(self._shelves)

    async def find_sources(self) -> None:
        """Load which servers have sources: for the others, nothing needs to be read.

        Raises:
            DatabaseError: It can't be read.
        """
        scopes = await self._sources.scopes()
        self._with_sources = {guild_of_scope(scope) for scope in scopes}

    @property
    def any_sources(self) -> bool:
        """Whether any server has brought in articles of its own, as far as is known."""
        return bool(self._with_sources)

    def is_unread(self, guild_id: int | None) -> bool:
        """Return whether a server's shelf could not be read last time."""
        return guild_id in self._unread

    async def shelf(self, guild_id: int) -> Shelf:
        """Return a server's shelf, from memory or from the database.

        Raises:
            DatabaseError: It can't be read.
        """
        shelf = self._shelves.get(guild_id)
        if shelf is not None:
            self._shelves.move_to_end(guild_id)
            return shelf
        loading = self._loading.get(guild_id)
        if loading is None:
            loading = self._loading[guild_id] = asyncio.create_task(self._load(guild_id))
            loading.add_done_callback(lambda task: self._loaded(guild_id, task))
        # A caller that is cancelled must not cancel the others.
        return await asyncio.shield(loading)

    def forget(self, guild_id: int) -> None:
        """Drop a shelf that has changed in the database; the next question reloads it."""
        if self._with_sources is not None:
            self._with_sources.add(guild_id)
        self._loading.pop(guild_id, None)
        shelf = self._shelves.pop(guild_id, None)
        if shelf is not None:
            self._taken -= shelf.size

    def follow(self, heard: AsyncIterator[tuple[str, int]]) -> None:
        """Drop shelves whenever another process announces that it has changed them."""
        self._following = asyncio.create_task(self._follow(heard))

    async def settled(self) -> None:
        """Wait until everything is embedded."""
        if self._embedder:
            await self._embedder.finished()

    async def close(self) -> None:
        """Stop the background tasks."""
        if self._following:
            self._following.cancel()
            await asyncio.wait({self._following})
        if self._embedder:
            await self._embedder.close()

    async def _follow(self, heard: AsyncIterator[tuple[str, int]]) -> None:
        async for scope, version in heard:
            if not scope:
                continue
            guild_id = guild_of_scope(scope)
            shelf = self._shelves.get(guild_id)
            # A running read may return the state from before the change.
            if shelf is None or shelf.version < version:
                self.forget(guild_id)

    async def _load(self, guild_id: int) -> Shelf:
        if self._with_sources is not None and guild_id not in self._with_sources:
            return Shelf(Library(()))
        scope = scope_of(guild_id)
        sources, stored = await self._sources.shelf(scope)
        if not sources.sources:
            return Shelf(Library(()))
        models = self._embedder.models if self._embedder else None
        embeddings = await self._embeddings.load(scope) if models else {}
        shelf = await asyncio.to_thread(make_shelf, stored, sources, embeddings, models)
        if self._embedder:
            self._embedder.begin(scope, shelf.library)
        return shelf

    def _loaded(self, guild_id: int, task: asyncio.Task[Shelf]) -> None:
        """Keep a loaded shelf, unless it has changed in the meantime."""
        if self._loading.get(guild_id) is not task:
            return
        del self._loading[guild_id]
        if task.cancelled() or task.exception():
            self._unread.add(guild_id)
            return
        self._unread.discard(guild_id)
        shelf = task.result()
        self._shelves[guild_id] = shelf
        self._taken += shelf.size
        while len(self._shelves) > 1 and (
            self._taken > self._memory or len(self._shelves) > _MOST_SHELVES
        ):
            _, oldest = self._shelves.popitem(last=False)
            self._taken -= oldest.size
            self._let_go += oldest.size
        if self._let_go > _RETURNED_AFTER:
            self._let_go = 0
            asyncio.get_running_loop().run_in_executor(None, release_freed_memory)
