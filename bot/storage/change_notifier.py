"""Notify the holders of a library that its articles have changed in the store."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class ChangeNotifier(Protocol):
    """Notifies listeners when the articles of a scope have changed."""

    async def notify(self, scope: str, version: int) -> None:
        """Notify all listeners that a scope has changed.

        Args:
            scope: The owner of the changed articles.
            version: The version of the scope that is in the store now.
        """
        ...

    def changes(self) -> AsyncGenerator[tuple[str, int]]:
        """Return an endless iterator over future changes, as pairs of scope and version."""
        ...


class LocalChangeNotifier:
    """A notifier within one process.

    Attributes:
        listeners: The queues of the listeners.
    """

    def __init__(self) -> None:
        self.listeners: set[asyncio.Queue[tuple[str, int]]] = set()

    async def notify(self, scope: str, version: int) -> None:
        """Notify the listeners in this process, without waiting for them."""
        for listener in self.listeners:
            listener.put_nowait((scope, version))

    def changes(self) -> AsyncGenerator[tuple[str, int]]:
        """Return an endless iterator over future changes."""
        listener = asyncio.Queue[tuple[str, int]]()
        self.listeners.add(listener)
        return self._changes_for(listener)

    async def _changes_for(
        self, listener: asyncio.Queue[tuple[str, int]]
    ) -> AsyncGenerator[tuple[str, int]]:
        try:
            while True:
                yield await listener.get()
        finally:
            self.listeners.discard(listener)
