"""``/articles`` and ``/help``: what the bot knows, and how to ask it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of, place_of
from bot.discord_app.autocomplete import MAX_CHOICE, publisher_choices
from bot.discord_app.buttons.pages import articles_page
from bot.discord_app.command_access import everywhere, manages
from bot.discord_app.example_questions import find_commands
from bot.discord_app.sending import replying
from bot.discord_app.shown.articles import help_layout
from bot.library.article_list import Wanted, mark_of

if TYPE_CHECKING:
    from bot.discord_app.app import App


MAX_SEARCH = 40
"""Characters of a search that ``/articles`` takes, as the buttons have to carry it."""


class ArticlesCog(commands.Cog):
    """The commands ``/articles`` and ``/help``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @everywhere
    @app_commands.describe(
        search="Words of a title, a source or an author. If left out, all are listed.",
        source="List only the articles of this source.",
        private="Show the list only to you?",
    )
    async def articles(
        self,
        interaction: discord.Interaction,
        search: app_commands.Range[str, 1, MAX_SEARCH] | None = None,
        source: app_commands.Range[str, 1, MAX_CHOICE] | None = None,
        private: bool = False,
    ) -> None:
        """See the articles that the answers come from, the newest first."""
        asker = asker_of(interaction)
        wanted = Wanted(mark_of(source) if source else "", " ".join((search or "").split()))
        async with replying(interaction, private=private) as reply:
            page = await articles_page(
                self._app.shelves, asker.place, 0, asker.user_id, asker.language, wanted
            )
            await reply.send(page)

    @articles.autocomplete("source")
    async def complete_source(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the sources whose names have what was typed."""
        library = await self._app.shelves.library(*place_of(interaction))
        return await asyncio.to_thread(publisher_choices, library, typed)

    @app_commands.command()
    @everywhere
    async def help(self, interaction: discord.Interaction) -> None:
        """See what Footnote can do, with examples from these articles."""
        asker = asker_of(interaction)
        async with replying(interaction, private=True) as reply:
            people = await self._app.shelves.people(*asker.place)
            library = await self._app.shelves.library(*asker.place)
            examples = await asyncio.to_thread(find_commands, library, people, asker.language)
            layout = help_layout(examples, asker.language, manages=manages(interaction))
            await reply.send(layout)
