"""Mentions, replies and direct messages: the same answers as ``/ask``, as replies."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import TYPE_CHECKING

import discord
from discord.ext import commands
from discord.utils import MISSING

from bot.discord_app.answering import Asker
from bot.discord_app.errors import describe, explain
from bot.monitoring.log import code_of

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot

log = logging.getLogger(__name__)

EDITS_FOLLOWED = dt.timedelta(minutes=5)
"""For how long after a question its answer follows its edits."""


class ConversationCog(commands.Cog):
    """Answer those who speak to the bot."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        if not self._is_for_me(message):
            return
        asker = self._asker_of(message)
        language = asker.language
        try:
            with self._bot.under_way.answering():
                await self._answer(message, asker)
        except discord.Forbidden:
            # The bot may read here but not write: there is nobody to be told.
            return
        except Exception as error:
            text = describe(error, "a mention", language, asker.code)
            self._bot.service.metrics.errors.inc(explain(error, language) is None)
            try:
                await message.reply(text, mention_author=False)
            except discord.HTTPException as problem:
                log.warning("could not tell of a failure: %s", problem)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Let the answer follow its question's edit."""
        message = payload.message
        asked = discord.utils.snowflake_time(payload.message_id)
        if message.edited_at is None or discord.utils.utcnow() - asked > EDITS_FOLLOWED:
            return
        if not self._is_for_me(message):
            return
        shown = await self._bot.service.answers.replying_to(message.id)
        question = self._question_of(message)
        if shown is None or shown.message_id is None or not question:
            return
        asker = self._asker_of(message)
        answer = await self._bot.answering.ask(question, after=self._question_before(message))
        laid_out = self._bot.answering.lay_out(answer, asker, shown.id)
        reply = message.channel.get_partial_message(shown.message_id)  # type: ignore[union-attr]
        await reply.edit(embed=laid_out.embed, view=laid_out.view)
        self._bot.service.answers.save(laid_out.shown)
        # They were on what it said before.
        await self._bot.service.answers.forget_votes(shown.id)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take an answer back when its question is deleted, and forget one that is deleted."""
        await self._forget(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Do the same for many at once."""
        for message_id in payload.message_ids:
            await self._forget(message_id)

    async def _forget(self, message_id: int) -> None:
        answers = self._bot.service.answers
        shown = await answers.replying_to(message_id)
        if shown is None:
            await answers.delete_message(message_id)
            return
        await answers.delete(shown.id)
        if shown.channel_id is None or shown.message_id is None:
            return
        channel = self._bot.get_partial_messageable(shown.channel_id)
        try:
            await channel.get_partial_message(shown.message_id).delete()
        except (discord.NotFound, discord.Forbidden):
            return

    def _is_for_me(self, message: discord.Message) -> bool:
        ordinary = message.type in {discord.MessageType.default, discord.MessageType.reply}
        if message.author.bot or not ordinary:
            return False
        if message.guild is None:
            return True
        me = self._bot.user
        if me is None or me not in message.mentions:
            return False
        allowed = self._bot.service.guilds.get(message.guild.id).channels
        parent = getattr(message.channel, "parent_id", None)
        return not allowed or message.channel.id in allowed or parent in allowed

    def _asker_of(self, message: discord.Message) -> Asker:
        """Tell who asks. A message has no language, but its server does."""
        guild = message.guild
        language = self._bot.languages.of(guild.preferred_locale if guild else None)
        return Asker(message.author.id, guild.id if guild else None, language, code_of(message.id))

    def _question_of(self, message: discord.Message) -> str:
        """Take the bot's own mention out of a message."""
        me = self._bot.user
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
        settings = self._bot.service.guilds.get(asker.guild_id)
        with self._bot.fair_use.turn(asker.guild_id, asker.user_id, settings):
            before = self._question_before(message)
            answer = await self._bot.answering.ask(question, after=before)
            laid_out = self._bot.answering.lay_out(answer, asker)
            reply = await message.reply(
                embed=laid_out.embed, view=laid_out.view or MISSING, mention_author=False
            )
            self._bot.answering.note(laid_out, asker, message, reply)

    def _question_before(self, message: discord.Message) -> str | None:
        """Find the question of the answer that a message replies to."""
        replied_to = message.reference.resolved if message.reference else None
        if not isinstance(replied_to, discord.Message) or replied_to.author != self._bot.user:
            return None
        return replied_to.embeds[0].author.name if replied_to.embeds else None
