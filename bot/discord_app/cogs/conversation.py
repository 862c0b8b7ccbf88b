"""Mentions, replies and direct messages: the same answers as ``/ask``, as replies."""

from __future__ import annotations

import datetime as dt
import logging
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import discord
from discord.ext import commands
from discord.utils import MISSING

from bot.discord_app.answering import Asked, answer_question
from bot.discord_app.asker import Asker
from bot.discord_app.errors import describe
from bot.monitoring.log import code_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.discord_app.answering import LaidOut
    from bot.discord_app.app import App

log = logging.getLogger(__name__)

EDITS_FOLLOWED = dt.timedelta(minutes=5)
"""How long after a question its answer follows the question's edits."""


class ConversationCog(commands.Cog):
    """Answers those who speak to the bot.

    Args:
        app: The app.
        client: The connection to Discord, which knows the bot's own name.
    """

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        if not self._is_for_me(message):
            return
        asker = self._asker_of(message)

        async def tell(text: str) -> None:
            await message.reply(text, mention_author=False)

        async with self._telling_failures("a mention", asker, tell):
            await self._answer(message, asker)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Let the answer follow its question's edit."""
        message = payload.message
        asked = discord.utils.snowflake_time(payload.message_id)
        if message.edited_at is None or discord.utils.utcnow() - asked > EDITS_FOLLOWED:
            return
        if not self._is_for_me(message):
            return
        shown = await self._app.stores.answers.replying_to(message.id)
        if shown is None or shown.message_id is None:
            return
        asker = self._asker_of(message)
        channel = self._client.get_partial_messageable(message.channel.id)
        reply = channel.get_partial_message(shown.message_id)

        async def tell(text: str) -> None:
            # The earlier answer would mislead under the edited question.
            await reply.edit(content=text, embed=None, view=None)

        async with self._telling_failures("an edit", asker, tell):
            await self._answer_again(message, asker, shown.id, reply)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take an answer back when its question is deleted, and forget one that is deleted."""
        await self._forget(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Do the same for many messages at once."""
        for message_id in payload.message_ids:
            await self._forget(message_id)

    async def _forget(self, message_id: int) -> None:
        answers = self._app.stores.answers
        shown = await answers.replying_to(message_id)
        if shown is None:
            await answers.delete_message(message_id)
            return
        await answers.delete(shown.id)
        if shown.channel_id is None or shown.message_id is None:
            return
        channel = self._client.get_partial_messageable(shown.channel_id)
        try:
            await channel.get_partial_message(shown.message_id).delete()
        except (discord.NotFound, discord.Forbidden):
            return

    @asynccontextmanager
    async def _telling_failures(
        self, doing: str, asker: Asker, tell: Callable[[str], Awaitable[None]]
    ) -> AsyncIterator[None]:
        """Count what runs in the block as under way; log a failure and tell the asker of it."""
        try:
            with self._app.under_way.answering():
                yield
        except discord.Forbidden:
            # The bot may read here but not write: there is nobody to be told.
            return
        except Exception as error:
            text = describe(error, doing, asker.language, asker.code, self._app)
            try:
                await tell(text)
            except discord.HTTPException as problem:
                log.warning("could not report a failure to its user: %s", problem)

    def _is_for_me(self, message: discord.Message) -> bool:
        ordinary = message.type in {discord.MessageType.default, discord.MessageType.reply}
        if message.author.bot or not ordinary:
            return False
        if message.guild is None:
            return True
        me = self._client.user
        if me is None or me not in message.mentions:
            return False
        allowed = self._app.stores.guilds.get(message.guild.id).channels
        parent = getattr(message.channel, "parent_id", None)
        return not allowed or message.channel.id in allowed or parent in allowed

    def _asker_of(self, message: discord.Message) -> Asker:
        """Return who asks. A message has no language, but its server does."""
        guild = message.guild
        language = self._app.languages.of(guild.preferred_locale if guild else None)
        return Asker(message.author.id, guild.id if guild else None, language, code_of(message.id))

    def _question_of(self, message: discord.Message) -> str:
        """Return a message's text without the mention of the bot."""
        me = self._client.user
        mention = rf"<@!?{me.id}>" if me else r"\Z"
        return re.sub(mention, " ", message.content).strip()

    async def _answer(self, message: discord.Message, asker: Asker) -> None:
        question = self._question_of(message)
        if not question:
            usage = asker.language.say(
                "Ask me something about the articles: mention me with your question, or use "
                "`/ask`. `/help` shows what else I can do."
            )
            await message.reply(usage, mention_author=False)
            return

        async def send(laid_out: LaidOut) -> discord.Message:
            return await message.reply(
                embed=laid_out.embed, view=laid_out.view or MISSING, mention_author=False
            )

        after = self._question_before(message)
        await answer_question(self._app, Asked(question, asker, after=after, message=message), send)

    async def _answer_again(
        self, message: discord.Message, asker: Asker, answer_id: str, reply: discord.PartialMessage
    ) -> None:
        """Put the answer to an edited question in the place of the earlier answer."""
        question = self._question_of(message)
        if not question:
            return

        async def send(laid_out: LaidOut) -> discord.Message:
            return await reply.edit(content=None, embed=laid_out.embed, view=laid_out.view)

        after = self._question_before(message)
        asked = Asked(question, asker, after=after, message=message, replaces=answer_id)
        await answer_question(self._app, asked, send)

    def _question_before(self, message: discord.Message) -> str | None:
        """Return the question of the answer that a message replies to, if it does."""
        replied_to = message.reference.resolved if message.reference else None
        if not isinstance(replied_to, discord.Message) or replied_to.author != self._client.user:
            return None
        return replied_to.embeds[0].author.name if replied_to.embeds else None
