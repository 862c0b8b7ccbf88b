"""Send layouts: as responses to commands and buttons, and as replies to messages.

Discord forgets an interaction that nothing was said to for three seconds, so one that takes longer
is announced first. What says that the bot is thinking is seen either by everybody or by the user
alone, and so is what takes its place: where the answer is for others, it is taken away instead.
Whatever is sent is a layout, and whatever a message showed before goes.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord.utils import MISSING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

log = logging.getLogger(__name__)

LATE = 2.0
"""Seconds after which an interaction is deferred."""

_THINKING = "thinking in private"

Layout = discord.ui.LayoutView | discord.ui.View
"""A layout, or the ``View`` of a message from before layouts were used."""


class Reply:
    """The reply to an interaction.

    Args:
        interaction: The interaction.
        private: Whether only its user is to see the reply.
        in_place: Whether the reply replaces the message whose button was pressed.
    """

    def __init__(
        self, interaction: discord.Interaction, *, private: bool = False, in_place: bool = False
    ) -> None:
        self._interaction = interaction
        self._private = private
        self._in_place = in_place
        self._deferring: asyncio.Task[None] | None = None
        self._sent_apart: discord.WebhookMessage | None = None
        self._timer = asyncio.get_running_loop().call_later(LATE, self.defer)

    async def send(
        self, layout: Layout, *, private: bool | None = None, file: discord.File | None = None
    ) -> discord.Object | None:
        """Show a layout, replacing what the reply showed before.

        Args:
            layout: What to show.
            private: Whether only the user sees it; as the reply was begun if left out.
            file: A file that the layout names.

        Returns:
            The message, where others see it too and Discord says which it is.
        """
        await self.settled()
        private = self._private if private is None else private
        message_id = await self._show(layout, file, private=private)
        self._interaction.extras.pop(_THINKING, None)
        return discord.Object(message_id) if message_id and not private else None

    async def _show(
        self, layout: Layout, file: discord.File | None, *, private: bool
    ) -> int | None:
        """Show a layout, and return the id of its message if Discord tells it."""
        response = self._interaction.response
        if self._sent_apart:
            return (await self._sent_apart.edit(**_instead(layout, file))).id
        if self._interaction.extras.get(_THINKING, private) != private:
            async with making_room(self._interaction, private=private):
                self._sent_apart = await self._interaction.followup.send(
                    view=_stateless(layout), file=file or MISSING, ephemeral=private, wait=True
                )
            return self._sent_apart.id
        if response.is_done():
            return (await self._interaction.edit_original_response(**_instead(layout, file))).id
        if self._in_place:
            await response.edit_message(**_instead(layout, file))
            return None
        sent = await response.send_message(
            view=_stateless(layout), file=file or MISSING, ephemeral=private
        )
        return sent.message_id

    async def settled(self) -> None:
        """Wait until it is certain whether the interaction was deferred."""
        self._timer.cancel()
        if self._deferring is not None:
            await asyncio.wait({self._deferring})

    def defer(self) -> None:
        """Defer the interaction, after :data:`LATE` seconds."""
        self._deferring = asyncio.create_task(self._defer())

    async def _defer(self) -> None:
        response = self._interaction.response
        try:
            if self._in_place:
                await response.defer()
            else:
                await response.defer(ephemeral=self._private, thinking=True)
                self._interaction.extras[_THINKING] = self._private
        except discord.HTTPException as error:
            # The reply itself is tried nonetheless, and its failure is reported.
            log.warning("could not defer an interaction: %s", error)


@asynccontextmanager
async def making_room(interaction: discord.Interaction, *, private: bool) -> AsyncIterator[None]:
    """Delete the notice that the bot is thinking if others see it than are to see the answer.

    Discord shows the first that follows to those who saw the bot think, so that is an ellipsis
    then, which is deleted as soon as the block, which sends what is meant, has ended.

    Args:
        interaction: The interaction; nothing is done where it was answered otherwise.
        private: Whether only its user is to see what follows.
    """
    if interaction.extras.pop(_THINKING, private) == private:
        yield
        return
    await interaction.edit_original_response(content="…")
    try:
        yield
    finally:
        await interaction.delete_original_response()


@asynccontextmanager
async def replying(
    interaction: discord.Interaction, *, private: bool = False, in_place: bool = False
) -> AsyncIterator[Reply]:
    """Yield the reply to an interaction; it is deferred if the block takes long.

    Args:
        interaction: The interaction.
        private: Whether only its user is to see the reply.
        in_place: Whether the reply replaces the message whose button was pressed.
    """
    reply = Reply(interaction, private=private, in_place=in_place)
    try:
        yield reply
    finally:
        await reply.settled()


async def reply_to(
    message: discord.Message | discord.PartialMessage, layout: Layout
) -> discord.Message:
    """Reply to a message, without a notification for its author.

    It is sent again if the connection was lost before Discord answered: with the same nonce,
    Discord posts it only once.
    """
    nonce = secrets.randbits(63)
    view = _stateless(layout)
    try:
        return await message.reply(view=view, mention_author=False, nonce=nonce)
    except (aiohttp.ClientError, OSError) as error:
        log.info("the connection was lost while a reply was sent; sending it again: %s", error)
        return await message.reply(view=view, mention_author=False, nonce=nonce)


async def put_in_place(
    message: discord.Message | discord.PartialMessage, layout: Layout
) -> discord.Message:
    """Replace the contents of a message of the bot by a layout."""
    return await message.edit(**_instead(layout, None))


def _instead(layout: Layout, file: discord.File | None) -> dict[str, Any]:
    """Return what an edit takes so that nothing stays of what was shown before.

    A message can only become a layout if its text and its embeds go; the embed of an older
    message whose buttons alone change stays.
    """
    before = {"content": None, "embed": None} if layout.has_components_v2() else {}
    files = [file] if file else []
    return {**before, "attachments": files, "view": _stateless(layout)}


def _stateless(layout: Layout) -> Layout:
    """Keep discord.py from storing a layout: its buttons are recognised by their custom ids."""
    layout.stop()
    return layout
