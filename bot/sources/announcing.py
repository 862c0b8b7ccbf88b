"""Announce new articles, each once: recorded in the database before and after sending."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Protocol

from bot.sources.limits import ANNOUNCED_AN_HOUR, HOUR
from bot.storage.errors import DatabaseError
from bot.storage.sources import guild_of_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.articles.article import Article
    from bot.library.shelves.own_shelves import OwnShelves
    from bot.storage.sources import Announcement
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)

_LEASE = "announcements"
_LEASED_FOR = 120.0
"""Seconds after which another process may send, if this one has died."""


class Poster(Protocol):
    """Posts what is announced."""

    async def post(self, announcement: Announcement, article: Article, /) -> bool:
        """Post an announcement.

        Returns:
            Whether the announcement is done: it was posted, or never can be.
        """
        ...

    async def was_posted(self, announcement: Announcement, /) -> bool | None:
        """Return whether an announcement was posted whose sending had begun.

        It is ``None`` if that can't be found out now.
        """
        ...


class Announcements:
    """Sends pending announcements.

    Args:
        stores: Store the pending announcements and their state.
        own: Holds the articles.
        poster: Posts them.
        clock: Returns the time, in seconds since 1970.

    Attributes:
        serves: Returns whether this process sends a server's announcements.
    """

    def __init__(
        self, stores: Stores, own: OwnShelves, poster: Poster, clock: Callable[[], int]
    ) -> None:
        self.serves: Callable[[int], bool] = lambda _: True
        self._stores = stores
        self._own = own
        self._poster = poster
        self._clock = clock
        self._sending = asyncio.Lock()

    async def send(self) -> int:
        """Send the announcements that may be sent now; return their number.

        Raises:
            DatabaseError: The announcements can't be read or updated.
        """
        leases = self._stores.leases
        async with self._sending:
            if not await self._to_send() or not await leases.take(_LEASE, _LEASED_FOR):
                return 0
            try:
                return await self._send_all()
            finally:
                with contextlib.suppress(DatabaseError):  # it runs out by itself
                    await leases.give_back(_LEASE)

    async def _to_send(self) -> list[Announcement]:
        waiting = await self._stores.sources.announcements()
        return [one for one in waiting if self.serves(guild_of_scope(one.scope))]

    async def _send_all(self) -> int:
        """Send what may be sent now and was not sent by another process in the meantime."""
        sent = 0
        for announcement in await self._to_send():
            if await self._is_full(announcement):
                continue
            if not await self._stores.leases.take(_LEASE, _LEASED_FOR):
                break
            sent += await self._send(announcement)
        return sent

    async def _send(self, announcement: Announcement) -> bool:
        sources = self._stores.sources
        article = await self._article(announcement)
        if article is None:
            # It was removed meanwhile.
            await sources.end(announcement)
            return False
        if announcement.begun:
            # The process or the connection ended between the message and its record.
            was_posted = await self._poster.was_posted(announcement)
            if was_posted:
                await sources.end(announcement)
            if was_posted is not False:
                return False
        await sources.begin(announcement, self._clock())
        if not await self._poster.post(announcement, article):
            return False
        await sources.end(announcement)
        return True

    async def _article(self, announcement: Announcement) -> Article | None:
        """Return what is announced, or ``None`` if it is gone."""
        guild_id = guild_of_scope(announcement.scope)
        shelf = await self._own.shelf(guild_id)
        article = shelf.library.article(announcement.article)
        if article is None:
            # Another process may have added it, and this one not have heard of it yet.
            self._own.forget(guild_id)
            shelf = await self._own.shelf(guild_id)
            article = shelf.library.article(announcement.article)
        return article

    async def _is_full(self, announcement: Announcement) -> bool:
        """Return whether a channel has had as many announcements in an hour as it may.

        One of a time that is still to come, as where the clock was wrong, doesn't count.
        """
        now, sources = self._clock(), self._stores.sources
        scope, channel = announcement.scope, announcement.channel
        sent = await sources.sent_between(scope, channel, now - HOUR, now)
        return sent >= ANNOUNCED_AN_HOUR
