"""Which library a server is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.librarian import Librarian
    from bot.library.library import Library
    from bot.people.directory import PeopleDirectory


class Shelves:
    """The libraries of all servers. Every server is given the shared one.

    Each method takes the server that a request comes from, ``None`` in a direct message, and
    never a server that the request names.

    Args:
        shared: Keeps the library that everybody sees.
    """

    def __init__(self, shared: Librarian) -> None:
        self.shared = shared

    async def library(self, guild_id: int | None) -> Library:  # noqa: ARG002
        """Return a server's library. Keep it for as long as one request takes, no longer."""
        return self.shared.library

    async def with_titles(self, guild_id: int | None) -> Library:  # noqa: ARG002
        """Return a server's library once its titles can be searched without blocking."""
        return await self.shared.with_titles()

    async def people(self, guild_id: int | None) -> PeopleDirectory:  # noqa: ARG002
        """Return the people of a server's library, without blocking the event loop."""
        return await self.shared.people()
