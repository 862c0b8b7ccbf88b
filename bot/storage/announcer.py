"""Notify the holders of a library that its articles have changed in the store."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class Announcer(Protocol):
    """Carries the news that a scope's articles have changed to everybody who listens."""

    async def announce(self, scope: str, version: int) -> None:
        """Announce to everybody who listens that a scope has changed.

        Args:
            scope: Whose articles have changed.
            version: The version of the scope that is in the store now.
        """
        ...

    def heard(self) -> AsyncGenerator[tuple[str, int]]:
        """Return what is announced from now on, as pairs of scope and version, without end."""
        ...


class LocalAnnouncer:
    """An announcer within one process.

    Attributes:
        listeners: The queues of those who listen.
    """

    def __init__(self) -> None:
        self.listeners: set[asyncio.Queue[tuple[str, int]]] = set()

    async def announce(self, scope: str, version: int) -> None:
        """Announce it to everybody in this process who listens; nobody waits for them."""
        for listener in self.listeners:
            listener.put_nowait((scope, version))

    def heard(self) -> AsyncGenerator[tuple[str, int]]:
        """Return what is announced from now on, without end."""
        listener = asyncio.Queue[tuple[str, int]]()
        self.listeners.add(listener)
        return self._heard_by(listener)

    async def _heard_by(
        self, listener: asyncio.Queue[tuple[str, int]]
    ) -> AsyncGenerator[tuple[str, int]]:
        try:
            while True:
                yield await listener.get()
        finally:
            self.listeners.discard(listener)
