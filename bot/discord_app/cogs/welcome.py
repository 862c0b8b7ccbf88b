"""What a server is told once, when it adds the bot: what the bot does, and how to begin."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord.ext import commands

from bot.discord_app.example_questions import find_commands
from bot.discord_app.shown.articles import welcome_layout
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from bot.discord_app.app import App

log = logging.getLogger(__name__)

JUST_ADDED = dt.timedelta(minutes=10)
"""For how long a server counts as new; one that comes back after an outage joined long before."""


class WelcomeCog(commands.Cog):
    """Introduces the bot where Discord itself posts who has come."""

    def __init__(self, app: App) -> None:
        self._app = app

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Introduce the bot to a server that has just added it."""
        joined = guild.me.joined_at
        if joined is None or discord.utils.utcnow() - joined > JUST_ADDED:
            return
        channel = guild.system_channel
        allowed = channel.permissions_for(guild.me) if channel else discord.Permissions.none()
        if channel is None or not (allowed.view_channel and allowed.send_messages):
            log.info(
                "server %d has no channel for Discord's notices where the bot may write", guild.id
            )
            return
        try:
            with self._app.running.answering():
                layout = await self._laid_out(guild)
                layout.stop()
                # While a shard is handed over, two processes learn of the server: the second
                # message with the same nonce is not posted.
                await channel.send(view=layout, nonce=guild.id)
        except (DatabaseError, discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("can't introduce the bot to server %d: %s", guild.id, error)

    async def _laid_out(self, guild: discord.Guild) -> discord.ui.LayoutView:
        language = self._app.languages.of(guild.preferred_locale)
        library = await self._app.shelves.library(guild.id)
        people = await self._app.shelves.people(guild.id)
        examples = await asyncio.to_thread(find_commands, library, people, language)
        return welcome_layout(examples, language)
