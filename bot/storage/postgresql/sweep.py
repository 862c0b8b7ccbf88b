"""Delete expired rows from time to time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.postgresql.database import Database

EVERY = 60.0
"""The minimum seconds between two deletions."""


class Sweep:
    """Deletes expired rows, at most once a minute.

    Args:
        database: The database.
        statement: The statement that deletes them.
    """

    def __init__(self, database: Database, statement: str) -> None:
        self._database = database
        self._statement = statement
        self._swept_at = 0.0

    def sweep(self) -> None:
        """Delete them soon, unless that was done within the last minute."""
        now = asyncio.get_running_loop().time()
        if now >= self._swept_at + EVERY:
            self._swept_at = now
            self._database.note(self._statement)
