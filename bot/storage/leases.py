"""Leases: what one process at a time may do, where several serve one bot."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager


class Leases(Protocol):
    """Lets one process at a time do something. Every method may raise ``DatabaseError``.

    Attributes:
        shared: Whether other processes may hold them.
    """

    shared: bool

    async def take(self, name: str, seconds: float) -> bool:
        """Take or renew a lease; return whether this process holds it now.

        Args:
            name: What it is for, as in ``feed:7``.
            seconds: For how long; the lease expires if the process does not renew it.
        """
        ...

    async def give_back(self, name: str) -> None:
        """End a lease, if this process holds it."""
        ...

    def held(self, name: str, seconds: float = 60.0) -> AbstractAsyncContextManager[None]:
        """Wait for a lease, and hold it while a block runs.

        Args:
            name: What it is for.
            seconds: How long the block may take; after that others may take the lease.
        """
        ...


class LocalLeases:
    """The leases where there is only one process: whatever it asks for is its own.

    Attributes:
        shared: False.
    """

    shared = False

    def __init__(self) -> None:
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def take(self, name: str, seconds: float) -> bool:  # noqa: ARG002 - the Protocol's
        """Return that this process holds the lease."""
        return True

    async def give_back(self, name: str) -> None:
        """Do nothing: nobody else waits for it."""

    @asynccontextmanager
    async def held(
        self,
        name: str,
        seconds: float = 60.0,  # noqa: ARG002 - the Protocol's
    ) -> AsyncIterator[None]:
        """Wait for another block of this process, and hold the lease while the block runs."""
        async with self._locks[name]:
            yield
