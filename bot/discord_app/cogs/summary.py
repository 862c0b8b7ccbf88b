"""``/summary``: condense an article, or what all say of a topic, into quoted sentences."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.choices import article_choices
from bot.discord_app.cogs.ask import MAX_QUESTION  # noqa: TC001 - discord.py reads annotations
from bot.discord_app.embeds import summary_embed, topic_embed
from bot.insight.summary import LENGTHS

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.insight.summary import TopicSummary
    from bot.librarian import Librarian
    from bot.library import Library


class SummaryCog(commands.Cog):
    """Answer ``/summary``."""

    def __init__(self, librarian: Librarian) -> None:
        self._librarian = librarian

    @app_commands.command()
    @app_commands.describe(
        article="Which article? May be left out when there is only one.",
        length="How long? Medium, about 120 words, if left out.",
        topic="A question or a few words: what the article, or all of them, say of it.",
    )
    @app_commands.choices(length=[app_commands.Choice(name=name, value=name) for name in LENGTHS])
    async def summary(
        self,
        interaction: discord.Interaction[FootnoteBot],
        article: str | None = None,
        length: str = "medium",
        topic: app_commands.Range[str, 1, MAX_QUESTION] | None = None,
    ) -> None:
        """Get the main points of an article or a topic, in sentences quoted from the articles."""
        library, words = self._librarian.library, LENGTHS[length]
        if topic is None:
            embed = summary_embed(library.summary(article, words))
        else:
            embed = topic_embed(await asyncio.to_thread(_about, library, article, topic, words))
        await interaction.response.send_message(embed=embed)

    @summary.autocomplete("article")
    async def complete_article(
        self,
        interaction: discord.Interaction[FootnoteBot],
        typed: str,
    ) -> list[app_commands.Choice[str]]:
        """Offer the articles whose titles come nearest to what was typed."""
        return article_choices(await self._librarian.with_titles(), typed)


def _about(library: Library, article: str | None, topic: str, words: int) -> TopicSummary:
    asked = library if article is None else library.within(article)
    return asked.topic_summary(topic, words)
