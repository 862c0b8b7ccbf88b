"""The settings of servers, in SQLite and, as every question needs them, in memory."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from bot.storage.guild_settings import DEFAULTS, GuildSettings

if TYPE_CHECKING:
    from bot.storage.sqlite.database import Database


class SqliteGuildStore:
    """The settings of servers."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, GuildSettings] = {}

    async def load(self) -> None:
        """Read the settings of all servers."""
        rows = await self._database.fetch("SELECT guild_id, settings FROM guild_settings")
        names = {field.name for field in dataclasses.fields(GuildSettings)}
        for row in rows:
            known = {k: v for k, v in json.loads(row["settings"]).items() if k in names}
            known["channels"] = tuple(known.get("channels", ()))
            self._known[row["guild_id"]] = GuildSettings(**known)

    def get(self, guild_id: int | None) -> GuildSettings:
        """Return a server's settings, without waiting; the defaults in direct messages."""
        return self._known.get(guild_id or 0, DEFAULTS)

    async def save(self, guild_id: int, settings: GuildSettings) -> None:
        """Save a server's settings."""
        await self._database.execute(
            "INSERT INTO guild_settings VALUES (?, ?) "
            "ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings",
            (guild_id, json.dumps(dataclasses.asdict(settings))),
        )
        self._known[guild_id] = settings

    async def delete(self, guild_id: int) -> None:
        """Delete a server's settings."""
        await self._database.execute("DELETE FROM guild_settings WHERE guild_id = ?", (guild_id,))
        self._known.pop(guild_id, None)
