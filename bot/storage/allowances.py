"""How much of their fair-use allowance members have spent, across processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.storage.guild_settings import GuildSettings


class Allowances(Protocol):
    """Counts what members spend, across processes."""

    async def spend(
        self, guild_id: int | None, user_id: int, settings: GuildSettings, cost: float
    ) -> float:
        """Charge a member's allowance, if enough of it is left.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings, which determine the allowance.
            cost: What is taken.

        Returns:
            0 if the cost was charged, else the seconds that the member has to wait.

        Raises:
            DatabaseError: The database does not answer within half a second.
        """
        ...
