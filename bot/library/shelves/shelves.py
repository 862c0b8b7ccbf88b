"""The library of each server: its own articles, and those that all servers share."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.library.tags import plain_tags
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.library.library import Library
    from bot.library.reloading.librarian import Librarian
    from bot.library.shelves.own_shelves import OwnShelves
    from bot.people.lookup.directory import PeopleDirectory
    from bot.storage.stores import GuildStore

log = logging.getLogger(__name__)


class Shelves:
    """The libraries of all servers.

    Each method takes the server that a request comes from (``None`` in a direct message), never a
    server that is named in the request.

    Args:
        shared: Keeps the library that all servers share.
        own: Holds the servers' own shelves.
        guilds: The settings of the servers, such as whether they use the shared library.
    """

    def __init__(self, shared: Librarian, own: OwnShelves, guilds: GuildStore) -> None:
        self.shared = shared
        self.own = own
        self._guilds = guilds

    async def library(self, guild_id: int | None, channels: Collection[int] = ()) -> Library:
        """Return a server's library; don't keep it for longer than one request.

        While its own articles can't be read, it is the shared library.

        Args:
            guild_id: The server.
            channels: The channel of the request, and its parent if it is a thread. Some channels
                are bound to tags; only sources with those tags answer there.

        Raises:
            DatabaseError: The server's own articles can't be read, and there are no others.
        """
        shared = self.shared.library
        if guild_id is None:
            return shared
        settings = self._guilds.get(guild_id)
        is_shared, tags = settings.shared, settings.tags_in(channels)
        try:
            shelf = await self.own.shelf(guild_id)
        except DatabaseError as error:
            if not is_shared or tags or not shared.articles:
                raise
            log.warning("the articles of the server %s can't be read: %s", guild_id, error)
            return shared
        if tags:
            return await asyncio.to_thread(shelf.filed_under, tags)
        return shelf.with_shared(shared if is_shared else None)

    async def tagged(
        self, guild_id: int | None, channels: Collection[int] = (), *, tag: str
    ) -> Library | None:
        """Return the library of a server's sources with a tag, or ``None`` if there are none.

        Args:
            guild_id: The server.
            channels: As for :meth:`library`; a channel that is bound to other tags has none.
            tag: The tag, in any case.

        Raises:
            DatabaseError: The server's own articles can't be read.
        """
        if guild_id is None:
            return None
        wanted = plain_tags([tag])
        bound = self._guilds.get(guild_id).tags_in(channels)
        shelf = await self.own.shelf(guild_id)
        known = {one for source in shelf.kept() for one in source.tags}
        if not wanted or not known.issuperset(wanted) or (bound and wanted[0] not in bound):
            return None
        return await asyncio.to_thread(shelf.filed_under, wanted)

    async def tags(self, guild_id: int | None, channels: Collection[int] = ()) -> tuple[str, ...]:
        """Return the tags for which :meth:`tagged` finds sources, in alphabetical order.

        They are the tags of the server's own sources; in a channel that is bound to tags, only
        those.

        Args:
            guild_id: The server.
            channels: As for :meth:`library`.

        Raises:
            DatabaseError: The server's own articles can't be read.
        """
        if guild_id is None:
            return ()
        bound = self._guilds.get(guild_id).tags_in(channels)
        shelf = await self.own.shelf(guild_id)
        known = {tag for source in shelf.kept() for tag in source.tags}
        return tuple(sorted(known.intersection(bound) if bound else known))

    def lacks_own(self, guild_id: int | None) -> bool:
        """Return whether a server's own articles are left out because they can't be read."""
        return self.own.is_unread(guild_id)

    async def with_titles(self, guild_id: int | None, channels: Collection[int] = ()) -> Library:
        """Return a server's library once its titles can be searched without blocking."""
        library = await self.library(guild_id, channels)
        if library is self.shared.library:
            return await self.shared.with_titles()
        if not library.has_made("titles"):
            await asyncio.to_thread(getattr, library, "titles")
        return library

    async def people(self, guild_id: int | None, channels: Collection[int] = ()) -> PeopleDirectory:
        """Return the people of a server's library, without blocking the event loop."""
        library = await self.library(guild_id, channels)
        if library is self.shared.library:
            return await self.shared.people()
        if not library.has_made("people"):
            await self.shared.people_found()
            await asyncio.to_thread(getattr, library, "people")
        return library.people

    async def close(self) -> None:
        """Stop the background tasks."""
        await self.own.close()
        await self.shared.close()
