"""The protocol of the store of sources. Every method may raise :class:`DatabaseError`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.storage.sources import Announcement, Source, SourceChange, State, StoredSources
    from bot.storage.stored_articles import StoredArticles


class SourceStore(Protocol):
    """Keeps servers' sources, what they brought, and the articles to announce.

    A scope is a server's, as :func:`~bot.storage.sources.scope_of` names it.
    """

    async def load(self, scope: str) -> StoredSources:
        """Return the sources of a server; what is damaged is left out."""
        ...

    async def shelf(self, scope: str) -> tuple[StoredSources, StoredArticles]:
        """Return the sources of a server, and the articles of those that are kept.

        All of that is as it was at one moment; what is damaged is left out.
        """
        ...

    async def passages(self, scope: str) -> dict[str, int]:
        """Return how many passages the articles of each source of a server have, by its id.

        Sources without articles are missing.
        """
        ...

    async def save(self, scope: str, change: SourceChange) -> int:
        """Write what is new of a source, all or nothing: its articles as well.

        Returns:
            The version of the scope from now on.
        """
        ...

    async def delete(self, scope: str, source_id: str) -> int:
        """Delete a source, what it brought, and the articles that no other source has.

        Returns:
            The version of the scope from now on.
        """
        ...

    async def due(self, now: int, most: int, of_each: int) -> list[tuple[str, Source]]:
        """Return sources to be looked at by now, with their scopes, the longest waiting first.

        Args:
            now: The time, in seconds since 1970.
            most: How many at most.
            of_each: How many of one server at most.
        """
        ...

    async def next_due(self) -> int | None:
        """Return when the next source is due to be looked at; ``None`` if none ever is."""
        ...

    async def left_over(self, state: State, before: int) -> list[tuple[str, str]]:
        """Return scopes and ids of the sources that have been in a state since before a time."""
        ...

    async def scopes(self) -> list[str]:
        """Return the scopes of all servers that have sources."""
        ...

    async def delete_scope(self, scope: str) -> None:
        """Delete all sources of a server, and all of its articles."""
        ...

    async def announcements(self) -> list[Announcement]:
        """Return what is still to be announced, first come first."""
        ...

    async def begin(self, announcement: Announcement, now: int) -> None:
        """Note that an announcement is about to be sent.

        Args:
            announcement: The announcement.
            now: The time, in seconds since 1970.
        """
        ...

    async def sent_since(self, scope: str, channel: int, time: int) -> int:
        """Return how many announcements were begun in a channel since a time, and ended.

        Args:
            scope: The server.
            channel: The channel.
            time: The time, in seconds since 1970.
        """
        ...

    async def end(self, announcement: Announcement) -> None:
        """Note that an announcement was sent, or never will be."""
        ...
