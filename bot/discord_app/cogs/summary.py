"""``/summary``: condense an article, or what all say of a topic, into quoted sentences."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of, guild_of
from bot.discord_app.choices import article_choices
from bot.discord_app.cogs.ask import MAX_QUESTION  # noqa: TC001 - discord.py reads annotations
from bot.discord_app.command_access import everywhere
from bot.discord_app.sending import replying
from bot.discord_app.shown.summary import summary_layout, topic_layout
from bot.discord_app.user_error import UserError
from bot.summary.summary import LENGTHS

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.library.library import Library
    from bot.summary.summary import TopicSummary


class SummaryCog(commands.Cog):
    """The command ``/summary``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @everywhere
    @app_commands.describe(
        article="Which article? Not needed if there is only one.",
        length="How long? If left out, medium: about 120 words.",
        topic="A question or a few words: what do the articles say about it?",
        private="Show the summary only to you?",
    )
    @app_commands.choices(length=[app_commands.Choice(name=name, value=name) for name in LENGTHS])
    async def summary(
        self,
        interaction: discord.Interaction,
        article: str | None = None,
        length: str = "medium",
        topic: app_commands.Range[str, 1, MAX_QUESTION] | None = None,
        private: bool = False,
    ) -> None:
        """Get the main points of an article or a topic, in sentences quoted from the articles."""
        asker, words = asker_of(interaction), LENGTHS[length]
        language = asker.language
        async with replying(interaction, private=private) as reply:
            library = await self._app.shelves.library(asker.guild_id)
            if topic is not None:
                about = await asyncio.to_thread(_about, library, article, topic, words)
                await reply.send(topic_layout(about, language))
                return
            if article is None and len(library.articles) > 1:
                raise UserError(
                    "There are {n} articles: choose one, or name a topic.",
                    n=language.number(len(library.articles)),
                )
            result = await asyncio.to_thread(library.summary, article, words)
            await reply.send(summary_layout(result, language))

    @summary.autocomplete("article")
    async def complete_article(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the articles whose titles come nearest to what was typed."""
        library = await self._app.shelves.with_titles(guild_of(interaction))
        return await asyncio.to_thread(article_choices, library, typed)


def _about(library: Library, article: str | None, topic: str, words: int) -> TopicSummary:
    return library.within(article).topic_summary(topic, words)
