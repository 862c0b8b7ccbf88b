"""Mentions, replies and direct messages: the same answers as ``/ask``, as replies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord
from discord.ext import commands
from discord.utils import MISSING

from bot.discord_app.embeds import answer_embed, not_found_embed
from bot.discord_app.errors import describe
from bot.discord_app.views import not_found_view

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.librarian import Librarian

_USAGE = (
    "Ask me something about the articles: mention me with your question, or use /ask. "
    "/summary condenses an article, /who tells who somebody is."
)


class ConversationCog(commands.Cog):
    """Answer those who speak to the bot."""

    def __init__(self, bot: FootnoteBot, librarian: Librarian) -> None:
        self._bot = bot
        self._librarian = librarian

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        if message.author.bot or not self._is_addressed(message):
            return
        question = self._question_of(message)
        try:
            await self._answer(message, question)
        except discord.Forbidden:
            # The bot may read here but not write: there is nobody to be told.
            return
        except Exception as error:
            await message.reply(describe(error, "a mention"), mention_author=False)

    def _is_addressed(self, message: discord.Message) -> bool:
        if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
            return False
        me = self._bot.user
        return message.guild is None or (me is not None and me in message.mentions)

    def _question_of(self, message: discord.Message) -> str:
        """Take the bot's own mention out of a message."""
        me = self._bot.user
        mention = rf"<@!?{me.id}>" if me else r"\Z"
        return re.sub(mention, " ", message.content).strip()

    async def _answer(self, message: discord.Message, question: str) -> None:
        if not question:
            await message.reply(_USAGE, mention_author=False)
            return
        answer = self._librarian.library.ask(question)
        if answer.answered:
            await message.reply(embed=answer_embed(answer), mention_author=False)
            return
        view = not_found_view(answer.hits[0] if answer.hits else None)
        await message.reply(
            embed=not_found_embed(answer), view=view or MISSING, mention_author=False
        )
