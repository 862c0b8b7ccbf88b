"""The digest of the commands that Discord was last told of, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.sqlite.database import Database


class SqliteCommandSetStore:
    """The digest of the commands last synced, for each application."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def digest(self, application_id: int) -> str | None:
        """Return the digest of the commands last synced, or ``None`` if there were none."""
        rows = await self._database.fetch(
            "SELECT digest FROM synced_commands WHERE application_id = ?", (application_id,)
        )
        return rows[0]["digest"] if rows else None

    async def remember(self, application_id: int, digest: str) -> None:
        """Save the digest of the commands that were just synced."""
        await self._database.execute(
            "INSERT INTO synced_commands VALUES (?, ?) "
            "ON CONFLICT (application_id) DO UPDATE SET digest = excluded.digest",
            (application_id, digest),
        )

    async def knows_others(self, application_id: int) -> bool:
        """Return whether another application has synced its commands, too."""
        rows = await self._database.fetch(
            "SELECT 1 FROM synced_commands WHERE application_id <> ? LIMIT 1", (application_id,)
        )
        return bool(rows)
