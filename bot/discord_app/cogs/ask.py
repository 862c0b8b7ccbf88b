"""``/ask`` and *Find in the articles*: the passage that fits a question or a message best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.autocomplete import complete_article
from bot.discord_app.command_access import COST, everywhere
from bot.discord_app.questions.answering import answer_question
from bot.discord_app.questions.asked_question import AskedQuestion
from bot.discord_app.sending import replying
from bot.discord_app.user_error import UserError

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.questions.response import Response

FIND = "Find in the articles"
"""The name of the context menu's command."""

MAX_QUESTION = 300
"""Characters of a question that ``/ask`` takes."""


class AskCog(commands.Cog):
    """The command ``/ask``, and the context menu's command.

    Attributes:
        menu: The context menu's command, which the bot has to add by itself.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self.menu = everywhere(
            app_commands.ContextMenu(name=FIND, callback=self.find, extras={COST: 0.0})
        )

    @app_commands.command(extras={COST: 0.0})
    @everywhere
    @app_commands.describe(
        question="What do you want to know from the articles?",
        article="Search only this article. If left out, all are searched.",
        private="Show the answer only to you?",
    )
    @app_commands.autocomplete(article=complete_article)
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        article: app_commands.Range[str, 1, MAX_QUESTION] | None = None,
        private: bool | None = None,
    ) -> None:
        """Get the passage that answers a question, with its source."""
        asker = asker_of(interaction)
        settings = self._app.stores.guilds.get(asker.guild_id)
        private = settings.private if private is None else private

        async with replying(interaction, private=private) as reply:

            async def send(response: Response) -> discord.Object | None:
                hidden = private or response.answer.outcome == "none"
                return await reply.send(response.layout, private=hidden)

            await answer_question(self._app, AskedQuestion(question, asker, article), send)

    async def find(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Search for what a message says, so that it can be checked against the sources."""
        forwarded = (one.content for one in message.message_snapshots)
        text = message.content.strip() or "\n".join(forwarded).strip()
        if not text:
            raise UserError("That message has no text to look for.")

        async with replying(interaction, private=True) as reply:

            async def send(response: Response) -> None:
                await reply.send(response.layout)

            asked = AskedQuestion(text, asker_of(interaction), is_claim=True)
            await answer_question(self._app, asked, send)
