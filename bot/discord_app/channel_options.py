"""Options of commands that take a channel, by its id.

The bot needn't know the channel: Discord doesn't tell it of private threads that it is not in.
"""

from __future__ import annotations

from typing import ClassVar

import discord
from discord import app_commands


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
