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
        try:
            self._known = {row["guild_id"]: _read(row["settings"]) for row in rows}
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
            (guild_id, json.dumps(dataclasses.asdict(settings))),
        )
        self._known[guild_id] = settings

    async def delete(self, guild_id: int) -> None:
        """Delete a server's settings."""
        await self._database.execute("DELETE FROM guild_settings WHERE guild_id = ?", (guild_id,))
        self._known.pop(guild_id, None)


def _read(text: str) -> GuildSettings:
    """Read settings; an option that another version had is left out.

    Raises:
        TypeError: An option is of the wrong type.
        ValueError: The text is not JSON.
    """
    values = json.loads(text)
    types = {field.name: type(field.default) for field in dataclasses.fields(GuildSettings)}
    known = {name: value for name, value in values.items() if name in types}
    known["channels"] = tuple(int(channel) for channel in known.get("channels", ()))
    for name, value in known.items():
        if type(value) is not types[name]:
            message = f"the setting {name} can't be {value!r}"
            raise TypeError(message)
    return GuildSettings(**known)
