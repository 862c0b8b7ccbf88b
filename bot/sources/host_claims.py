"""Decide which hosts may be asked now, across processes: one request at a time."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from bot.fetching.politeness import HostTurns
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.storage.host_rests import HostRestStore
    from bot.storage.leases import Leases
    from bot.storage.stores import Stores


class LeasedHosts:
    """Claims hosts by leases, which run out by the database's clock.

    Args:
        leases: The leases of all processes.
    """

    def __init__(self, leases: Leases) -> None:
        self._leases = leases

    async def claim(self, host: str, seconds: float) -> bool:
        """Claim a host; return whether no other process may ask it now.

        Args:
            host: The host.
            seconds: For how long.

        Raises:
            DatabaseError: It is unknown whether another process asks it.
        """
        return await self._leases.take(_name_of(host), seconds)

    async def rest(self, host: str, seconds: float) -> None:
        """Let no other process ask a host that this one has claimed, for a number of seconds."""
        with contextlib.suppress(DatabaseError):  # the claim goes on, and runs out by itself
            await self._leases.take(_name_of(host), seconds)


class StoredHostRests:
    """Stores which hosts ask to be left alone, for all processes and across restarts.

    Args:
        rests: The store.
    """

    def __init__(self, rests: HostRestStore) -> None:
        self._rests = rests

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Record that a host asks to be left alone for a number of seconds, and its reason."""
        with contextlib.suppress(DatabaseError):  # what failed there is told all the same
            await self._rests.note(host, seconds, why)

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason.

        Raises:
            DatabaseError: It is unknown whether it is to be left alone.
        """
        return await self._rests.left(host)


def host_turns(
    stores: Stores, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> HostTurns:
    """Return the schedule of requests to hosts, across all processes.

    Args:
        stores: The stores that the processes share.
        sleep: Waits for a number of seconds.
    """
    claims = LeasedHosts(stores.leases) if stores.cluster else None
    return HostTurns(sleep=sleep, claims=claims, rests=StoredHostRests(stores.host_rests))


def _name_of(host: str) -> str:
    return f"host:{host}"
