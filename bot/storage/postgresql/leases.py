"""What one process at a time may do, in PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.leases import LocalLeases
from bot.storage.postgresql.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.postgresql.database import Database

_LOOK_EVERY = 0.25

# For example, those of hosts, and of processes that died.
_FORGET_ENDED = "DELETE FROM leases WHERE until < clock_timestamp()"


class PostgresLeases:
    """Leases as rows with an end, by the database's clock; see :class:`Leases`.

    Args:
        database: The database; the holder is its process.

    Attributes:
        shared: True.
    """

    shared = True

    def __init__(self, database: Database) -> None:
        self._database = database
        self._here = LocalLeases()
        self._ended = Sweep(database, _FORGET_ENDED)

    async def take(self, name: str, seconds: float) -> bool:
        """Take or renew a lease; return whether this process holds it now."""
        taken = await self._database.execute(
            "INSERT INTO leases VALUES ($1, $2, clock_timestamp() + $3) "
            "ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until "
            "WHERE leases.holder = excluded.holder OR leases.until < clock_timestamp()",
            name,
            self._database.process,
            dt.timedelta(seconds=seconds),
        )
        self._ended.sweep()
        return taken > 0

    async def give_back(self, name: str) -> None:
        """End a lease, if this process holds it."""
        await self._database.execute(
            "DELETE FROM leases WHERE name = $1 AND holder = $2", name, self._database.process
        )

    @asynccontextmanager
    async def held(self, name: str, seconds: float = 60.0) -> AsyncIterator[None]:
        """Wait for a lease, and hold it while the block runs, the only one of this process too."""
        async with self._here.held(name):
            while not await self.take(name, seconds):  # noqa: ASYNC110 - others say nothing
                await asyncio.sleep(_LOOK_EVERY)
            try:
                yield
            finally:
                with contextlib.suppress(DatabaseError):  # it runs out by itself
                    await self.give_back(name)
