"""``/ask`` and *Find in the articles*: the passage that fits a question or a message best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands
from discord.utils import MISSING

from bot.discord_app.choices import article_choices
from bot.discord_app.command_access import asker_of, everywhere
from bot.discord_app.errors import UserError

if TYPE_CHECKING:
    from bot.discord_app.answering import LaidOut
    from bot.discord_app.client import FootnoteBot

MAX_QUESTION = 300
"""Characters of a question that ``/ask`` takes."""


class AskCog(commands.Cog):
    """Answer ``/ask`` and the context menu's command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot
        self._find = everywhere(
            app_commands.ContextMenu(name="Find in the articles", callback=self.find)
        )

    async def cog_load(self) -> None:
        """Add the context menu's command, which a cog does not by itself."""
        self._bot.tree.add_command(self._find)

    async def cog_unload(self) -> None:
        """Take it away again."""
        self._bot.tree.remove_command(self._find.name, type=self._find.type)

    @app_commands.command()
    @everywhere
    @app_commands.describe(
        question="What do you want to know from the articles?",
        article="Only in this article. Left out, all are searched.",
        private="Show the answer to you alone?",
    )
    async def ask(
        self,
        interaction: discord.Interaction[FootnoteBot],
        question: app_commands.Range[str, 1, MAX_QUESTION],
        article: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Get the passage that answers a question, with its source."""
        asker = asker_of(interaction)
        settings = self._bot.service.guilds.get(asker.guild_id)
        with (
            self._bot.under_way.answering(),
            self._bot.fair_use.turn(asker.guild_id, asker.user_id, settings),
        ):
            answer = await self._bot.answering.ask(question, article)
            laid_out = self._bot.answering.lay_out(answer, asker)
            hidden = not answer.answered or (settings.private if private is None else private)
            await _send(interaction, laid_out, ephemeral=hidden)
            self._bot.answering.note(laid_out, asker)

    @ask.autocomplete("article")
    async def complete_article(
        self, interaction: discord.Interaction[FootnoteBot], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the articles whose titles come nearest to what was typed."""
        return article_choices(await self._bot.librarian.with_titles(), typed)

    async def find(
        self, interaction: discord.Interaction[FootnoteBot], message: discord.Message
    ) -> None:
        """Search for what a message says, so that it can be checked against the sources."""
        text = message.content.strip()
        if not text:
            raise UserError("That message has no text to look for.")
        asker = asker_of(interaction)
        settings = self._bot.service.guilds.get(asker.guild_id)
        with (
            self._bot.under_way.answering(),
            self._bot.fair_use.turn(asker.guild_id, asker.user_id, settings),
        ):
            answer = await self._bot.answering.ask(text)
            laid_out = self._bot.answering.lay_out_search(answer, asker)
            await _send(interaction, laid_out, ephemeral=True)
            self._bot.answering.note(laid_out, asker)


async def _send(
    interaction: discord.Interaction[FootnoteBot], laid_out: LaidOut, *, ephemeral: bool
) -> None:
    await interaction.response.send_message(
        embed=laid_out.embed, view=laid_out.view or MISSING, ephemeral=ephemeral
    )
