"""Keep each server's settings, in SQLite and, as every question asks for them, in memory."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.sqlite.database import Database

MAX_KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """Hold a server's settings.

    Attributes:
        channels: The channels where mentions are answered; everywhere if there are none.
        private: Whether ``/ask`` answers its asker alone where the member doesn't say.
        feedback: Whether members can vote on answers.
        cooldown_questions: How many questions a member may ask in ``cooldown_seconds``; 0 for
            as many as they like.
        cooldown_seconds: That time.
        keep_questions: Whether the texts of questions without an answer are kept.
        kept_days: For how many days.
    """

    channels: tuple[int, ...] = ()
    private: bool = False
    feedback: bool = True
    cooldown_questions: int = 5
    cooldown_seconds: int = 20
    keep_questions: bool = False
    kept_days: int = MAX_KEPT_DAYS


DEFAULTS = GuildSettings()
"""The settings of a server that has set nothing, and of direct messages."""


class GuildStore:
    """Save and load servers' settings."""

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
        """Give a server's settings."""
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
        """Forget a server's settings."""
        await self._database.execute("DELETE FROM guild_settings WHERE guild_id = ?", (guild_id,))
        self._known.pop(guild_id, None)
