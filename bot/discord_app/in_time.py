"""Answer interactions in time: Discord forgets one that nothing was said to for three seconds."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from discord.utils import MISSING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import discord

LATE = 2.0
"""Seconds after which Discord is told that the answer takes longer."""


class Reply:
    """The reply to an interaction.

    Args:
        interaction: The interaction.
        private: Whether only its user is to see that the bot is thinking.
    """

    def __init__(self, interaction: discord.Interaction, *, private: bool) -> None:
        self._interaction = interaction
        self._private = private
        self._deferring: asyncio.Task[object] | None = None
        self._timer = asyncio.get_running_loop().call_later(LATE, self.defer)

    async def send(
        self,
        embed: discord.Embed,
        view: discord.ui.View | None = None,
        *,
        private: bool | None = None,
    ) -> None:
        """Send the reply, in the place of what says that the bot is thinking.

        Args:
            embed: What to show.
            view: Its buttons, if any.
            private: Whether only the user sees it, unless Discord was told that it takes longer;
                as the reply was begun if left out.
        """
        private = self._private if private is None else private
        await self.settled()
        if self._deferring is None:
            await self._interaction.response.send_message(
                embed=embed, view=view or MISSING, ephemeral=private
            )
        else:
            await self._interaction.followup.send(embed=embed, view=view or MISSING)

    async def settled(self) -> None:
        """Wait until it is certain whether Discord was told that the answer takes longer."""
        self._timer.cancel()
        if self._deferring is not None:
            await asyncio.wait({self._deferring})

    def defer(self) -> None:
        """Tell Discord that the answer takes longer; done once :data:`LATE` seconds have passed."""
        response = self._interaction.response
        deferring = response.defer(ephemeral=self._private, thinking=True)
        self._deferring = asyncio.ensure_future(deferring)


@asynccontextmanager
async def replying(
    interaction: discord.Interaction, *, private: bool = False
) -> AsyncIterator[Reply]:
    """Yield the reply to an interaction; Discord is told if the block takes long.

    Args:
        interaction: The interaction.
        private: Whether only its user is to see the reply.
    """
    reply = Reply(interaction, private=private)
    try:
        yield reply
    finally:
        await reply.settled()
