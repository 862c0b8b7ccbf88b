"""``/ask``: answer a question with the passage that fits it best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands
from discord.utils import MISSING

from bot.discord_app.embeds import answer_embed, not_found_embed
from bot.discord_app.views import not_found_view

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.librarian import Librarian

MAX_QUESTION = 300
"""Characters of a question that ``/ask`` takes."""


class AskCog(commands.Cog):
    """Answer ``/ask``."""

    def __init__(self, librarian: Librarian) -> None:
        self._librarian = librarian

    @app_commands.command()
    @app_commands.describe(question="What do you want to know from the articles?")
    async def ask(
        self,
        interaction: discord.Interaction[FootnoteBot],
        question: app_commands.Range[str, 1, MAX_QUESTION],
    ) -> None:
        """Get the passage that answers a question, with its source."""
        answer = self._librarian.library.ask(question)
        if answer.answered:
            await interaction.response.send_message(embed=answer_embed(answer))
            return
        view = not_found_view(answer.hits[0] if answer.hits else None)
        await interaction.response.send_message(
            embed=not_found_embed(answer), view=view or MISSING, ephemeral=True
        )
