"""The settings of servers, in SQLite and, as every question needs them, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.guild_settings import DEFAULTS, GuildSettings
from bot.storage.settings_json import read_settings, settings_json

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
        try:
            self._known = {row["guild_id"]: read_settings(row["settings"]) for row in rows}
        except (AttributeError, TypeError, ValueError) as error:
            await self._database.set_aside(error)

    def get(self, guild_id: int | None) -> GuildSettings:
        """Return a server's settings, without waiting; the defaults in direct messages."""
        return self._known.get(guild_id or 0, DEFAULTS)

    async def save(self, guild_id: int, settings: GuildSettings) -> None:
        """Save a server's settings."""
        await self._database.execute(
            "INSERT INTO guild_settings VALUES (?, ?) "
            "ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings",
            (guild_id, settings_json(settings)),
        )
        self._known[guild_id] = settings

    async def delete(self, guild_id: int) -> None:
        """Delete a server's settings."""
        await self._database.execute("DELETE FROM guild_settings WHERE guild_id = ?", (guild_id,))
        self._known.pop(guild_id, None)

    def guild_ids(self) -> set[int]:
        """Return the servers whose settings are stored, without waiting."""
        return set(self._known)
