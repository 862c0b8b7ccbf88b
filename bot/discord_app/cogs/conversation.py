"""Mentions, replies and direct messages: the same answers as ``/ask``, as replies."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord_app.questions.message_answers import MessageAnswers

if TYPE_CHECKING:
    from bot.discord_app.app import App

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
        self._answers = MessageAnswers(app, client)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        if self._is_for_me(message):
            await self._answers.answer(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Update an answer when its question is edited."""
        message = payload.message
        asked = discord.utils.snowflake_time(payload.message_id)
        if message.edited_at is None or discord.utils.utcnow() - asked > EDITS_FOLLOWED:
            return
        if self._is_for_me(message):
            await self._answers.follow_edit(message)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Delete an answer when its question is deleted, and forget one that is deleted."""
        await self._answers.follow_deletion(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Do the same for many messages at once."""
        for message_id in payload.message_ids:
            await self._answers.follow_deletion(message_id)

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
