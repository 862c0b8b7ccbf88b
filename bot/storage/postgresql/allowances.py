"""What members have spent of their fair use, in PostgreSQL."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.storage.postgresql.sweep import Sweep

if TYPE_CHECKING:
    from bot.storage.guild_settings import GuildSettings
    from bot.storage.postgresql.database import Database

WITHIN = 0.5
"""Seconds that a member waits for the database at most."""

_FORGET_ENDED = "DELETE FROM purses WHERE until < clock_timestamp()"
_SPEND = (
    "INSERT INTO purses AS purse VALUES ($1, $2, clock_timestamp() + $3, $4) "
    "ON CONFLICT (guild_id, user_id) DO UPDATE SET "
    "spent = CASE WHEN purse.until <= clock_timestamp() THEN 0 ELSE purse.spent END + $4, "
    "until = CASE WHEN purse.until <= clock_timestamp() THEN excluded.until "
    "ELSE purse.until END "
    "WHERE purse.until <= clock_timestamp() OR purse.spent = 0 OR purse.spent + $4 <= $5 "
    "RETURNING 1"
)


class PostgresAllowances:
    """The allowances, as rows of the table ``purses``; those that have run out are deleted.

    Args:
        database: The database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ended = Sweep(database, _FORGET_ENDED)

    async def spend(
        self, guild_id: int | None, user_id: int, settings: GuildSettings, cost: float
    ) -> float:
        """Charge a member's allowance, if enough of it is left.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings, which say how large an allowance is.
            cost: What is taken.

        Returns:
            0, or how many seconds the member has to wait where nothing was taken.

        Raises:
            DatabaseError: The database does not answer within half a second.
        """
        member = (guild_id or 0, user_id)
        paid = await self._database.attempt(
            _SPEND,
            *member,
            dt.timedelta(seconds=settings.cooldown_seconds),
            cost,
            float(settings.cooldown_questions),
            within=WITHIN,
        )
        self._ended.sweep()
        if paid:
            return 0.0
        rows = await self._database.attempt(
            "SELECT extract(epoch FROM until - clock_timestamp())::float AS seconds "
            "FROM purses WHERE guild_id = $1 AND user_id = $2",
            *member,
            within=WITHIN,
        )
        return max(0.1, rows[0]["seconds"]) if rows else 0.1
