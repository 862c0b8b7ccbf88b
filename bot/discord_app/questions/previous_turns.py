"""Find the turn of a conversation that a message follows: an answer, or somebody's claim."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.discord_app.conversations import counts_without_reply
from bot.discord_app.shown.layout import asked_in
from bot.discord_app.stored_hits import find_hit
from bot.discord_app.user_error import UserError
from bot.language.packs import LANGUAGES, chatter_of
from bot.library.answering.turn import Turn
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from bot.articles.quote import Quote
    from bot.discord_app.app import App
    from bot.discord_app.questions.asked_question import AskedQuestion


class PreviousTurns:
    """Finds the turns that messages reply to, or follow.

    Args:
        app: The app.
        client: The connection to Discord, which knows the bot's own name.
    """

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client

    async def put(self, asked: AskedQuestion, message: discord.Message) -> AskedQuestion:
        """Return a question with its previous turn, or the claim that it asks to check.

        Args:
            asked: The question.
            message: The message that asks it.

        Raises:
            UserError: Discord doesn't let the bot read the claim.
        """
        replied = message.reference.resolved if message.reference else None
        if not isinstance(replied, discord.Message):
            return dataclasses.replace(asked, after=self._last(message))
        if replied.author != self._client.user:
            if chatter_of(LANGUAGES).talk_of(asked.text) != "check":
                return asked
            if not replied.content.strip():
                raise UserError(
                    "Discord doesn't let me read that message. Open its menu and choose Apps, "
                    "Find in the articles."
                )
            return dataclasses.replace(asked, text=replied.content, is_claim=True)
        question = asked_in(replied)
        if question is None:
            return asked
        shown = await self._shown(replied, asked.asker.guild_id)
        return dataclasses.replace(asked, after=Turn((question,), shown))

    def _last(self, message: discord.Message) -> Turn | None:
        if not counts_without_reply(message):
            return None
        return self._app.conversations.last(message.channel.id, message.author.id)

    async def _shown(self, reply: discord.Message, guild_id: int | None) -> Quote | None:
        """Return the sentence that an answer showed first, where that is still known."""
        if reply.reference is None or reply.reference.message_id is None:
            return None
        # If it can't be read now, the previous question still helps.
        with suppress(UserError, DatabaseError):
            shown = await self._app.stores.answers.replying_to(reply.reference.message_id)
            if shown is None or not shown.hits or shown.guild_id != guild_id:
                return None
            library = await self._app.shelves.library(guild_id)
            return find_hit(shown.hits[0], library).quote
        return None
