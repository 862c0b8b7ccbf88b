"""Change the contents of servers' shelves, one change per shelf at a time."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sources.errors import GONE, TOO_MANY_PASSAGES, TOO_MANY_SOURCES, SourceError
from bot.sources.limits import WAITING
from bot.sources.reading import ReadArticle, change_to, own_id, under_id, with_id
from bot.sources.same_text import shows_the_same, sources_with_text
from bot.storage.sources import SourceChange, guild_of_scope, scope_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.articles.article import Article
    from bot.library.shelves.own_shelves import OwnShelves
    from bot.sources.limits import Limits
    from bot.storage.sources import Entry, Source, State, StoredSources
    from bot.storage.stores import Stores


def seconds_since_1970() -> int:
    """Return the time."""
    return int(time.time())


class ShelfWriter:
    """Reads and changes servers' shelves; a change is in service at once.

    Args:
        stores: Store the sources and the articles.
        own: Holds the shelves that are in service.
        limits: Limits on what a server may add.
        clock: Returns the time, in seconds since 1970.
    """

    def __init__(
        self,
        stores: Stores,
        own: OwnShelves,
        limits: Limits,
        clock: Callable[[], int] = seconds_since_1970,
    ) -> None:
        self._stores = stores
        self._own = own
        self.limits = limits
        self.clock = clock

    async def stored(self, guild_id: int) -> StoredSources:
        """Return all sources of a server, those offered and removed as well."""
        return await self._stores.sources.load(scope_of(guild_id))

    async def source(self, guild_id: int, source_id: str) -> Source:
        """Return a source of a server.

        Raises:
            SourceError: The server has none with that id.
        """
        for source in (await self.stored(guild_id)).sources:
            if source.id == source_id:
                return source
        raise SourceError(GONE)

    async def entries(self, scope: str, source_id: str) -> list[Entry]:
        """Return what a source has brought."""
        stored = await self._stores.sources.load(scope)
        return [entry for entry in stored.entries if entry.source == source_id]

    async def articles_of(self, scope: str, source_id: str) -> list[Article]:
        """Return the articles of a source that are in service."""
        shelf = await self._own.shelf(guild_of_scope(scope))
        return shelf.articles_of(source_id)

    async def shows_already(self, scope: str, article: Article) -> bool:
        """Return whether an article is in service exactly as it was read now."""
        shelf = await self._own.shelf(guild_of_scope(scope))
        before = shelf.library.article(article.id)
        return before is not None and await asyncio.to_thread(shows_the_same, before, article)

    async def says_otherwise(self, scope: str, article: Article) -> bool:
        """Return whether a source has brought an article with the same id that shows otherwise."""
        entries = (await self._stores.sources.load(scope)).entries
        is_known = any(entry.article == article.id for entry in entries)
        return is_known and not await self.shows_already(scope, article)

    async def take_place(self, guild_id: int, source_id: str) -> None:
        """Put the page of a link in the place of what others have brought from its address.

        Until it is kept, one that shows otherwise than theirs has an id of its own.
        """
        scope = scope_of(guild_id)
        async with self._changing(guild_id):
            source = await self.source(guild_id, source_id)
            for entry in await self.entries(scope, source_id):
                place = _place_of(scope, source, entry)
                read = await self._read_before(scope, entry) if place != entry.article else None
                if place and read:
                    moved = await asyncio.to_thread(under_id, read, place)
                    change = change_to(source, moved, replace(entry, article=place))
                    await self._save(guild_id, replace(change, forgotten=[entry.key]))

    async def _read_before(self, scope: str, entry: Entry) -> ReadArticle | None:
        """Return the article of an entry as it was read, unless it is gone or damaged."""
        if entry.article is None:
            return None
        stored = await self._stores.articles.load(scope, entry.article)
        for article in stored.articles:
            encoding = stored.encodings.get(article.key)
            if encoding:
                return ReadArticle(entry.key, article, encoding, stored.people.get(article.key))
        return None

    async def twins(self, guild_id: int, source_id: str, article: Article) -> list[Source]:
        """Return the other sources in service that brought an article with the same text."""
        shelf = await self._own.shelf(guild_id)
        found = await asyncio.to_thread(sources_with_text, shelf, article)
        return [one for one in found if one.id != source_id]

    async def write(self, scope: str, change: SourceChange) -> None:
        """Save the result of checking a source, unless the source was deleted in the meantime.

        Of the source itself only the result of the check is saved: a member may have changed its
        settings in the meantime, or have removed it.
        """
        guild_id = guild_of_scope(scope)
        async with self._changing(guild_id):
            try:
                now = await self.source(guild_id, change.source.id)
            except SourceError:
                return
            now = replace(now, visits=change.source.visits)
            await self._save(guild_id, replace(change, source=now))

    async def change(
        self, guild_id: int, source_id: str, changed: Callable[[Source], Source]
    ) -> Source:
        """Change the current version of a source, without losing concurrent changes.

        Args:
            guild_id: The server.
            source_id: The source.
            changed: Returns the changed source, given the current one.

        Returns:
            The changed source.

        Raises:
            SourceError: The server has none with that id, or ``changed`` refuses.
        """
        async with self._changing(guild_id):
            after = changed(await self.source(guild_id, source_id))
            await self._save(guild_id, SourceChange(after))
            if after.state == "removed":
                await self._let_go(guild_id, after)
            return after

    async def change_in_place(
        self, guild_id: int, source_id: str, changed: Callable[[Source], Source]
    ) -> tuple[Source, list[Source]]:
        """Change a source, and remove the files, texts and links that have its text or its page.

        Returns:
            The source from now on, and the others as they were before.

        Raises:
            SourceError: The server has none with that id, or ``changed`` refuses.
        """
        async with self._changing(guild_id):
            after = changed(await self.source(guild_id, source_id))
            await self._save(guild_id, SourceChange(after))
            replaced: list[Source] = []
            shelf = await self._own.shelf(guild_id)
            places = {
                entry.article: _place_of(scope_of(guild_id), after, entry)
                for entry in shelf.entries
                if entry.source == source_id
            }
            # Articles of a feed stay, as the feed would bring them again.
            for article in shelf.articles_of(source_id):
                place = places.get(article.id) or article.id
                in_place = article
                if place != article.id:
                    in_place = await asyncio.to_thread(with_id, article, place)
                twins = await self.twins(guild_id, source_id, in_place)
                replaced += [one for one in twins if "feed" not in {one.kind, after.kind}]
            for one in replaced:
                removed = replace(one, state="removed", since=after.since)
                await self._save(guild_id, SourceChange(removed))
            return after, replaced

    async def put(self, guild_id: int, change: SourceChange) -> None:
        """Save a source that a member has just changed."""
        async with self._changing(guild_id):
            await self._save(guild_id, change)

    async def offer(self, guild_id: int, change: SourceChange) -> None:
        """Save an offered source; if there are too many, the oldest are deleted."""
        async with self._changing(guild_id):
            await self._save(guild_id, change)
            await self._let_go(guild_id, change.source)

    async def delete(self, guild_id: int, source_id: str, state: State | None = None) -> None:
        """Delete a source and the articles that only it has.

        Args:
            guild_id: The server.
            source_id: The source.
            state: The state that it must still be in; ``None`` for any.

        Raises:
            SourceError: It is gone, or in another state by now.
        """
        async with self._changing(guild_id):
            if state and (await self.source(guild_id, source_id)).state != state:
                raise SourceError(GONE)
            await self._delete(guild_id, source_id)

    async def delete_all(self, guild_id: int) -> None:
        """Delete everything of a server."""
        async with self._changing(guild_id):
            await self._stores.sources.delete_scope(scope_of(guild_id))
            self._own.forget(guild_id)

    async def check_count(self, guild_id: int, more: int = 1) -> None:
        """Raise :class:`SourceError` unless a server may have more sources in service.

        Raises:
            SourceError: It has as many as it may.
        """
        kept = [one for one in (await self.stored(guild_id)).sources if one.state == "kept"]
        if len(kept) + more > self.limits.sources:
            raise SourceError(TOO_MANY_SOURCES, n=f"{self.limits.sources:,}")

    async def check_room(self, guild_id: int, passages: int) -> None:
        """Raise :class:`SourceError` unless a server has room for more passages.

        Raises:
            SourceError: There is no room for so many passages.
        """
        shelf = await self._own.shelf(guild_id)
        if shelf.library.passages + passages > self.limits.passages:
            raise SourceError(TOO_MANY_PASSAGES, n=f"{self.limits.passages:,}")

    async def _let_go(self, guild_id: int, newest: Source) -> None:
        """Delete the oldest sources in the state of the newest, where they are too many.

        Offered and removed sources must not fill the database.
        """
        alike = [
            one
            for one in (await self.stored(guild_id)).sources
            if one.state == newest.state and one.id != newest.id
        ]
        passages = await self._stores.sources.passages(scope_of(guild_id))
        taken = passages.get(newest.id, 0)
        for place, one in enumerate(sorted(alike, key=lambda one: one.since)[::-1], start=1):
            taken += passages.get(one.id, 0)
            if place >= self.limits.sources or taken > WAITING * self.limits.passages:
                await self._delete(guild_id, one.id)

    async def _delete(self, guild_id: int, source_id: str) -> None:
        version = await self._stores.sources.delete(scope_of(guild_id), source_id)
        await self._tell(guild_id, version)

    async def _save(self, guild_id: int, change: SourceChange) -> None:
        version = await self._stores.sources.save(scope_of(guild_id), change)
        await self._tell(guild_id, version)

    async def _tell(self, guild_id: int, version: int) -> None:
        self._own.forget(guild_id)
        await self._stores.notifier.notify(scope_of(guild_id), version)

    def _changing(self, guild_id: int) -> AbstractAsyncContextManager[None]:
        return self._stores.leases.held(f"shelf:{guild_id}")


def _place_of(scope: str, source: Source, entry: Entry) -> str | None:
    """Return the id that an entry's article has in service: a page's is that of its address."""
    return own_id(scope, entry.key) if source.kind == "link" else entry.article
