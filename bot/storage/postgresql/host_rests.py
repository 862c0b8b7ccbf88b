"""Hosts that ask to be left alone for a while, in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.host_rests import LONGEST_REST

if TYPE_CHECKING:
    import asyncpg

    from bot.storage.postgresql.database import Database

_NOW = "extract(epoch FROM clock_timestamp())::float"


class PostgresHostRestStore:
    """Keeps for how long a host is to be left alone, by the database's clock."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Record that a host asks to be left alone for a number of seconds, and its reason."""

        async def write(connection: asyncpg.Connection) -> None:
            await connection.execute(f"DELETE FROM host_rests WHERE until <= {_NOW}")  # noqa: S608 - constant names
            await connection.execute(
                f"INSERT INTO host_rests VALUES ($1, ceil({_NOW} + $2)::bigint, $3) "  # noqa: S608 - constant names
                "ON CONFLICT (host) DO UPDATE SET until = excluded.until, why = excluded.why",
                host,
                seconds,
                why,
            )

        await self._database.write(write)

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason."""
        rows = await self._database.fetch(
            f"SELECT until - {_NOW} AS seconds, why FROM host_rests "  # noqa: S608 - constant names
            f"WHERE host = $1 AND until > {_NOW} AND until < {_NOW} + $2",
            host,
            LONGEST_REST,
        )
        return (rows[0]["seconds"], rows[0]["why"]) if rows else None
