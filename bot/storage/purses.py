"""What members have spent of their fair use, counted once over all processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.storage.guild_settings import GuildSettings


class Purses(Protocol):
    """Counts what members spend, wherever they ask."""

    async def spend(
        self, guild_id: int | None, user_id: int, settings: GuildSettings, cost: float
    ) -> float:
        """Take from a member's purse, if it holds so much.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings, which say how much a purse holds.
            cost: What is taken.

        Returns:
            0, or how many seconds the member has to wait where nothing was taken.

        Raises:
            DatabaseError: The database does not answer within half a second.
        """
        ...
