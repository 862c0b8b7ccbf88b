"""``/summary``: condense an article into sentences quoted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.choices import article_choices
from bot.discord_app.embeds import summary_embed
from bot.insight.summary import LENGTHS

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.librarian import Librarian


class SummaryCog(commands.Cog):
    """Answer ``/summary``."""

    def __init__(self, librarian: Librarian) -> None:
        self._librarian = librarian

    @app_commands.command()
    @app_commands.describe(
        article="Which article? May be left out when there is only one.",
        length="How long? Medium, about 120 words, if left out.",
    )
    @app_commands.choices(length=[app_commands.Choice(name=name, value=name) for name in LENGTHS])
    async def summary(
        self,
        interaction: discord.Interaction[FootnoteBot],
        article: str | None = None,
        length: str = "medium",
    ) -> None:
        """Get an article's main points, in sentences quoted from it."""
        summary = self._librarian.library.summary(article, LENGTHS[length])
        await interaction.response.send_message(embed=summary_embed(summary))

    @summary.autocomplete("article")
    async def complete_article(
        self,
        interaction: discord.Interaction[FootnoteBot],
        typed: str,
    ) -> list[app_commands.Choice[str]]:
        """Offer the articles whose titles come nearest to what was typed."""
        return article_choices(self._librarian.library, typed)
