"""The protocol of the store of sources. Every method may raise :class:`DatabaseError`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.storage.sources import Announcement, Source, SourceChange, State, StoredSources
    from bot.storage.stored_articles import StoredArticles


class SourceStore(Protocol):
    """Stores servers' sources, their articles, and the articles to announce.

    The scope of a server is what :func:`~bot.storage.sources.scope_of` returns.
    """

    async def load(self, scope: str) -> StoredSources:
        """Return the sources of a server; damaged ones are left out."""
        ...

    async def shelf(self, scope: str) -> tuple[StoredSources, StoredArticles]:
        """Return the sources of a server, and the articles of those that are in service.

        The result is a consistent snapshot; damaged rows are left out.
        """
        ...

    async def passages(self, scope: str) -> dict[str, int]:
        """Return the number of passages of each source of a server, by its id.

        Sources without articles are left out.
        """
        ...

    async def save(self, scope: str, change: SourceChange) -> int:
        """Write the changes of a source and its articles, all or nothing.

        Returns:
            The new version of the scope.
        """
        ...

    async def delete(self, scope: str, source_id: str) -> int:
        """Delete a source, its entries, and the articles that no other source has.

        Returns:
            The new version of the scope.
        """
        ...

    async def due(self, now: int, most: int, of_each: int) -> list[tuple[str, Source]]:
        """Return the sources that are due, with their scopes, the longest waiting first.

        Those that are due later than they can be are due now: otherwise they would rest for as
        long as the clock was once wrong.

        Args:
            now: The time, in seconds since 1970.
            most: The maximum number of sources.
            of_each: The maximum number of sources of one server.
        """
        ...

    async def next_due(self) -> int | None:
        """Return when the next source is due, in seconds since 1970; ``None`` if none ever is."""
        ...

    async def left_over(self, state: State, before: int) -> list[tuple[str, str]]:
        """Return the scopes and ids of sources that entered a state before a time."""
        ...

    async def scopes(self) -> list[str]:
        """Return the scopes of all servers that have sources."""
        ...

    async def delete_scope(self, scope: str) -> None:
        """Delete all sources of a server, and all of its articles."""
        ...

    async def announcements(self) -> list[Announcement]:
        """Return the pending announcements, the oldest first."""
        ...

    async def begin(self, announcement: Announcement, now: int) -> None:
        """Record that an announcement is about to be sent.

        Args:
            announcement: The announcement.
            now: The time, in seconds since 1970.
        """
        ...

    async def sent_between(self, scope: str, channel: int, start: int, end: int) -> int:
        """Return how many announcements were begun in a channel between two times, and ended.

        Args:
            scope: The server.
            channel: The channel.
            start: The first time, in seconds since 1970, which is no longer counted.
            end: The last time that is.
        """
        ...

    async def end(self, announcement: Announcement) -> None:
        """Record that an announcement was sent, or never will be."""
        ...
