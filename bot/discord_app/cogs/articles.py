"""``/articles`` and ``/help``: what the bot knows, and how to ask it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.buttons.pages import articles_page
from bot.discord_app.command_access import everywhere
from bot.discord_app.examples import find_commands
from bot.discord_app.sending import replying
from bot.discord_app.shown.articles import help_layout

if TYPE_CHECKING:
    from bot.discord_app.app import App


class ArticlesCog(commands.Cog):
    """The commands ``/articles`` and ``/help``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @everywhere
    async def articles(self, interaction: discord.Interaction) -> None:
        """See every article that the answers come from."""
        asker = asker_of(interaction)
        async with replying(interaction) as reply:
            page = await articles_page(
                self._app.shelves, asker.guild_id, 0, asker.user_id, asker.language
            )
            await reply.send(page)

    @app_commands.command()
    @everywhere
    async def help(self, interaction: discord.Interaction) -> None:
        """See what Footnote can do, with examples from these articles."""
        asker = asker_of(interaction)
        async with replying(interaction, private=True) as reply:
            people = await self._app.shelves.people(asker.guild_id)
            library = await self._app.shelves.library(asker.guild_id)
            examples = await asyncio.to_thread(find_commands, library, people, asker.language)
            await reply.send(help_layout(examples, asker.language))
