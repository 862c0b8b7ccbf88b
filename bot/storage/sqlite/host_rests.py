"""Hosts that ask to be left alone for a while, in SQLite."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from bot.storage.host_rests import LONGEST_REST

if TYPE_CHECKING:
    from bot.storage.sqlite.database import Database


class SqliteHostRestStore:
    """Keeps for how long a host is to be left alone; who may be asked again is forgotten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Record that a host asks to be left alone for a number of seconds, and its reason."""
        now = time.time()
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM host_rests WHERE until <= ?", (int(now),))
            await connection.execute(
                "INSERT OR REPLACE INTO host_rests VALUES (?, ?, ?)",
                (host, math.ceil(now + seconds), why),
            )

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason."""
        now = time.time()
        rows = await self._database.fetch(
            "SELECT until, why FROM host_rests WHERE host = ? AND until > ? AND until < ?",
            (host, now, now + LONGEST_REST),
        )
        return (rows[0]["until"] - now, rows[0]["why"]) if rows else None
