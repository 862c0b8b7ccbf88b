"""Hosts that one process at a time may ask, where several serve one bot."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.fetching.politeness import HostTurns
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
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
            DatabaseError: Nobody knows whether another process asks it.
        """
        return await self._leases.take(_name_of(host), seconds)

    async def rest(self, host: str, seconds: float) -> None:
        """Let no other process ask a host that this one has claimed, for so many seconds."""
        with contextlib.suppress(DatabaseError):  # the claim goes on, and runs out by itself
            await self._leases.take(_name_of(host), seconds)


def host_turns(stores: Stores) -> HostTurns:
    """Return what gives requests to a host their turns, those of all processes counted."""
    return HostTurns(claims=LeasedHosts(stores.leases) if stores.cluster else None)


def _name_of(host: str) -> str:
    return f"host:{host}"
