"""Options of commands that take a channel, by its id.

The bot needn't know the channel: Discord doesn't tell it of private threads that it is not in.
"""

from __future__ import annotations

from typing import ClassVar

import discord
from discord import app_commands

from bot.discord_app.user_error import UserError


class _ChannelOption(app_commands.Transformer):
    """An option that takes channels of some kinds.

    Attributes:
        kinds: The kinds of channels that Discord lets choose.
    """

    kinds: ClassVar[tuple[discord.ChannelType, ...]] = ()

    @property
    def type(self) -> discord.AppCommandOptionType:
        """The kind of option."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The kinds of channels."""
        return list(self.kinds)

    async def transform(
        self,
        interaction: discord.Interaction,
        value: app_commands.AppCommandChannel | app_commands.AppCommandThread,
        /,
    ) -> int:
        """Return the channel's id."""
        return value.id


class AnnouncedIn(_ChannelOption):
    """Takes a channel or a forum."""

    kinds = (discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum)


class AskedIn(_ChannelOption):
    """Takes whatever people write messages in."""

    kinds = (
        discord.ChannelType.text,
        discord.ChannelType.news,
        discord.ChannelType.voice,
        discord.ChannelType.stage_voice,
        discord.ChannelType.news_thread,
        discord.ChannelType.private_thread,
        discord.ChannelType.public_thread,
    )


def check_may_write(
    guild: discord.Guild | None, channel: int, *, attaches_files: bool = False
) -> None:
    """Refuse a channel that the bot could not write in.

    Args:
        guild: The server.
        channel: The channel's id.
        attaches_files: Whether what is to be written has a file.

    Raises:
        UserError: It can't; the message says how to let it.
    """
    known = guild.get_channel_or_thread(channel) if guild else None
    if guild is None or known is None:
        raise UserError("I can't see that channel. Let me see it, then choose it again.")
    allowed = known.permissions_for(guild.me)
    may_attach = allowed.attach_files or not attaches_files
    if not (allowed.view_channel and allowed.send_messages and may_attach):
        raise UserError(
            "I may not write in that channel. Let me send messages and attach files there, "
            "then choose it again."
        )
