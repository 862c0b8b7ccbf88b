"""Answer messages with replies that follow edits and deletions of the question."""

from __future__ import annotations

import logging
import re
import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.discord_app.asker import Asker, channels_of
from bot.discord_app.error_messages import describe
from bot.discord_app.fair_use import MustWaitError
from bot.discord_app.questions.answering import answer_question
from bot.discord_app.questions.asked_messages import AskedMessages, OvertakenError
from bot.discord_app.questions.asked_question import AskedQuestion
from bot.discord_app.questions.previous_turns import PreviousTurns
from bot.discord_app.sending import put_in_place, reply_to
from bot.discord_app.shown.layout import notice
from bot.monitoring.log import code_of
from bot.storage.answers import ShownAnswer
from bot.storage.errors import AwayError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.discord_app.app import App
    from bot.discord_app.questions.asked_messages import AskedMessage
    from bot.discord_app.questions.response import Response

log = logging.getLogger(__name__)

WAIT = "⏳"
"""The reaction that tells a member in a server to wait a little."""

_INVALID_FORM = 50035
"""Discord's error code for an invalid form body, as for a reply to a deleted message."""


class MessageAnswers:
    """Answers the questions of messages.

    Args:
        app: The app.
        client: The connection to Discord, which knows the bot's own name.
    """

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client
        self._asked = AskedMessages()
        self._behind = PreviousTurns(app, client)

    async def answer(self, message: discord.Message) -> None:
        """Answer a message's question, allowing for edits and deletion in the meantime."""
        with self._asked.following(message) as asked:
            await self._keep_up(asked, "a mention")

    async def follow_edit(self, message: discord.Message) -> None:
        """Answer an edited message again, if it has an answer or is getting one."""
        if self._asked.edit(message):
            return
        with self._asked.following(message) as asked:
            shown = await self._answer_to(message.id)
            if shown is None or shown.message_id is None:
                return
            channel = self._client.get_partial_messageable(message.channel.id)
            asked.reply = channel.get_partial_message(shown.message_id)
            asked.answer_id = shown.id
            await self._keep_up(asked, "an edit")

    async def follow_deletion(self, message_id: int) -> None:
        """Delete the answer to a deleted message, and forget an answer that was itself deleted."""
        if self._asked.delete(message_id):
            return
        answers = self._app.stores.answers
        shown = await self._answer_to(message_id)
        if shown is None:
            await answers.delete_message(message_id)
            return
        if shown.channel_id is not None and shown.message_id is not None:
            channel = self._client.get_partial_messageable(shown.channel_id)
            await _delete(channel.get_partial_message(shown.message_id))
        await answers.delete(shown.id)

    async def _answer_to(self, message_id: int) -> ShownAnswer | None:
        """Return the answer to a message, if it is known."""
        try:
            return await self._app.stores.answers.replying_to(message_id)
        except AwayError as error:
            log.info("can't read whether a message was answered: %s", error)
            return None

    async def _keep_up(self, asked: AskedMessage, doing: str) -> None:
        """Answer until the answer matches the current text of the question."""
        answered = None
        while not asked.deleted and answered is not asked.message:
            answered = asked.message
            asker = self._asker_of(answered)
            async with self._telling_failures(asked, doing, asker):
                await self._answer(asked, answered, asker)
        if asked.reply is None:
            return
        gone = self._asked.was_deleted(asked.reply.id)
        if asked.deleted and not gone:
            await _delete(asked.reply)
        if asked.answer_id is not None and (asked.deleted or gone):
            await self._app.stores.answers.delete(asked.answer_id)

    async def _answer(self, asked: AskedMessage, message: discord.Message, asker: Asker) -> None:
        question = self._question_of(message)
        if not question:
            usage = asker.language.say(
                "Ask me something about the articles: mention me with your question, or use "
                "`/ask`. `/help` shows what else I can do."
            )
            await self._tell(asked, asker, usage)
            return

        async def send(response: Response) -> discord.Message:
            asked.check(message)
            reply = await self._show(asked, response)
            asked.reply, asked.answer_id = reply, response.shown.id
            asked.check(asked.message)
            return reply

        put = AskedQuestion(question, asker, message=message, replaces=asked.answer_id)
        await answer_question(self._app, await self._behind.put(put, message), send)

    async def _show(self, asked: AskedMessage, response: Response) -> discord.Message:
        """Send an answer, or replace the earlier one."""
        earlier = asked.reply
        if earlier is not None:
            return await put_in_place(earlier, response.layout)
        return await reply_to(asked.message, response.layout)

    @asynccontextmanager
    async def _telling_failures(
        self, asked: AskedMessage, doing: str, asker: Asker
    ) -> AsyncIterator[None]:
        """Count the block as a running request; log failures and report them to the asker."""
        try:
            with self._app.running.answering():
                yield
        except OvertakenError:
            return
        except MustWaitError as error:
            await self._ask_to_wait(asked, asker, asker.language.explain(error))
        except discord.Forbidden as error:
            # The bot may read here but not write, so it can't report this.
            where = (asker.guild_id or "-", asked.message.channel.id)
            log.warning("no permission to answer in server %s, channel %d: %s", *where, error)
        except Exception as error:
            if _is_gone(error):
                log.info("the message to answer was deleted, code %s: %s", asker.code, error)
                if asked.answer_id is not None:
                    await self._app.stores.answers.delete(asked.answer_id)
                return
            text = describe(error, doing, asker.language, asker.code, self._app)
            await self._tell(asked, asker, text)

    async def _ask_to_wait(self, asked: AskedMessage, asker: Asker, text: str) -> None:
        """Ask a member to wait, without disturbing others."""
        if asked.reply is not None:
            # The earlier answer would mislead under the edited question.
            await self._tell(asked, asker, text)
        elif not self._app.fair_use.may_notice(asker.guild_id, asker.user_id):
            return
        elif asker.guild_id is None:
            await self._tell(asked, asker, text)
        else:
            try:
                await asked.message.add_reaction(WAIT)
            except discord.HTTPException as problem:
                log.info("could not ask a member to wait, code %s: %s", asker.code, problem)

    async def _tell(self, asked: AskedMessage, asker: Asker, text: str) -> None:
        """Reply with a sentence instead of an answer; it follows the question's edits, too."""
        try:
            if asked.reply is not None:
                await put_in_place(asked.reply, notice(text))
                return
            reply = asked.reply = await reply_to(asked.message, notice(text))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as problem:
            log.warning("could not notify a member, code %s: %s", asker.code, problem)
            return
        asked.answer_id = secrets.token_urlsafe(8)
        self._app.stores.answers.save(
            ShownAnswer(
                asked.answer_id,
                asker.guild_id,
                asker.user_id,
                answered=False,
                hits=(),
                question_message_id=asked.message.id,
                channel_id=asked.message.channel.id,
                message_id=reply.id,
            )
        )

    def _asker_of(self, message: discord.Message) -> Asker:
        """Return who asks. A message has no language, but its server does."""
        guild = message.guild
        language = self._app.languages.of(guild.preferred_locale if guild else None)
        return Asker(
            message.author.id,
            guild.id if guild else None,
            language,
            code_of(message.id),
            channels_of(message.channel),
        )

    def _question_of(self, message: discord.Message) -> str:
        """Return a message's text without the mention of the bot; a post's title goes before it."""
        me = self._client.user
        mention = rf"<@!?{me.id}>" if me else r"\Z"
        said = re.sub(mention, " ", message.content).strip()
        channel = message.channel
        if isinstance(channel, discord.Thread) and channel.id == message.id:
            return f"{channel.name}: {said}" if said else channel.name
        return said


async def _delete(reply: discord.Message | discord.PartialMessage) -> None:
    """Delete a reply, unless it is gone already or the bot may not read its channel any more."""
    try:
        await reply.delete()
    except discord.NotFound:
        return
    except discord.Forbidden as error:
        log.warning("no permission to delete an answer in channel %d: %s", reply.channel.id, error)


def _is_gone(error: Exception) -> bool:
    """Return whether an error of Discord's says that the question or its place was deleted."""
    if isinstance(error, discord.NotFound):
        return True
    return (
        isinstance(error, discord.HTTPException)
        and error.code == _INVALID_FORM
        and "message_reference" in error.text
    )
