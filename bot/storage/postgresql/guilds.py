"""The settings of servers, in PostgreSQL and, as every question needs them, in memory."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from bot.storage.guild_settings import DEFAULTS, GuildSettings
from bot.storage.postgresql.channels import SETTINGS
from bot.storage.settings_json import read_settings, settings_json

if TYPE_CHECKING:
    import asyncpg

    from bot.storage.postgresql.database import Database
    from bot.storage.row import Row

log = logging.getLogger(__name__)


class PostgresGuildStore:
    """The settings of servers; those that another process changes are read again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, GuildSettings] = {}
        self._version = -1

    async def load(self) -> None:
        """Read the settings of all servers."""

        async def query(connection: asyncpg.Connection) -> tuple[list[Row], int]:
            rows = await connection.fetch("SELECT guild_id, settings FROM guild_settings")
            return rows, await connection.fetchval("SELECT version FROM settings_version")

        rows, version = await self._database.read(query)
        self._known = {row["guild_id"]: _read(row) for row in rows}
        self._version = version

    def get(self, guild_id: int | None) -> GuildSettings:
        """Return a server's settings, without waiting; the defaults in direct messages."""
        return self._known.get(guild_id or 0, DEFAULTS)

    async def save(self, guild_id: int, settings: GuildSettings) -> None:
        """Save a server's settings, and tell the other processes."""
        await self._change(
            guild_id,
            "INSERT INTO guild_settings VALUES ($1, $2) "
            "ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings",
            settings_json(settings),
        )
        self._known[guild_id] = settings

    async def delete(self, guild_id: int) -> None:
        """Delete a server's settings, and tell the other processes."""
        await self._change(guild_id, "DELETE FROM guild_settings WHERE guild_id = $1")
        self._known.pop(guild_id, None)

    def guild_ids(self) -> set[int]:
        """Return the servers whose settings are stored, without waiting."""
        return set(self._known)

    async def _change(self, guild_id: int, statement: str, *values: str) -> None:
        async def write(connection: asyncpg.Connection) -> None:
            version = await connection.fetchval(
                "UPDATE settings_version SET version = version + 1 RETURNING version"
            )
            await connection.execute(statement, guild_id, *values)
            await connection.execute(
                "SELECT pg_notify($1, $2)", SETTINGS, json.dumps([guild_id, version])
            )

        await self._database.write(write)

    async def hear(self, guild_id: int, version: int) -> None:
        """Read a server's settings again, as a process has changed them.

        Args:
            guild_id: The server.
            version: The version of all settings since then.
        """
        if version > self._version + 1:
            await self.load()
            return
        rows = await self._database.fetch(
            "SELECT guild_id, settings FROM guild_settings WHERE guild_id = $1", guild_id
        )
        self._known.pop(guild_id, None)
        for row in rows:
            self._known[guild_id] = _read(row)
        self._version = max(version, self._version)

    async def compare(self) -> None:
        """Read the settings of all servers again if a notification of a change was missed."""
        (row,) = await self._database.fetch("SELECT version FROM settings_version")
        if row["version"] > self._version:
            await self.load()


def _read(row: Row) -> GuildSettings:
    try:
        return read_settings(row["settings"])
    except (AttributeError, TypeError, ValueError) as error:
        log.error("the stored settings of server %s can't be read: %s", row["guild_id"], error)
        return DEFAULTS
