"""Answer a question in Discord: the steps that every way of asking shares."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
from typing import TYPE_CHECKING

from bot.discord_app.conversations import counts_without_reply
from bot.discord_app.questions.response import (
    Response,
    answer_response,
    claim_response,
    request_response,
)
from bot.discord_app.shown.layout import add_note
from bot.library.answering.turn import Turn
from bot.library.claim_check import check_claim
from bot.library.request import read_request
from bot.monitoring.log import log_event

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord.abc import Snowflake

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.discord_app.questions.asked_question import AskedQuestion
    from bot.library.library import Library

log = logging.getLogger(__name__)


async def answer_question(
    app: App, asked: AskedQuestion, send: Callable[[Response], Awaitable[Snowflake | None]]
) -> None:
    """Answer a question: wait for the member's turn, ask, send the response, and record it.

    Args:
        app: The app.
        asked: The question.
        send: Sends the response; returns its message if that may be deleted later.

    Raises:
        UserError: The member has to wait.
        UnknownArticleError: No article has that id.
        discord.HTTPException: The answer could not be sent.
    """
    asker = asked.asker
    settings = app.stores.guilds.get(asker.guild_id)
    with app.running.answering():
        async with app.fair_use.turn(asker.guild_id, asker.user_id, settings):
            library = await _library(app, asked)
            response = await _answer(app, asked, library)
            if app.shelves.lacks_own(asker.guild_id):
                add_note(response.layout, _without_own(asker.language))
            reply = await send(response)
            _note(app, asked, response, reply)
            if asked.replaces:
                # They were about the earlier answer.
                await app.stores.answers.delete_votes(asked.replaces)


def _without_own(language: Language) -> str:
    return language.say(
        "This server's own articles can't be read right now: only those that all servers share "
        "were searched."
    )


async def _library(app: App, asked: AskedQuestion) -> Library:
    library = await app.shelves.library(*asked.asker.place)
    if asked.article is None:
        return library
    return await asyncio.to_thread(library.within, asked.article)


async def _answer(app: App, asked: AskedQuestion, library: Library) -> Response:
    """Return the response to a question, a request or a claim."""
    if asked.is_claim:
        return claim_response(asked, await asyncio.to_thread(check_claim, library, asked.text))
    request = await asyncio.to_thread(read_request, asked.text, library, asked.after)
    if request is not None:
        return await asyncio.to_thread(request_response, asked, request, library)
    with app.service.metrics.time_answer():
        answer = await app.service.questions.ask(library, asked.text, asked.after)
    if asked.message and counts_without_reply(asked.message):
        turn = Turn.of(answer, asked.after)
        app.conversations.note(asked.message.channel.id, asked.asker.user_id, turn)
    # The question shown and stored is the one that was searched for.
    return answer_response(
        app, asked, dataclasses.replace(answer, question=answer.in_full or asked.text)
    )


def _note(app: App, asked: AskedQuestion, response: Response, reply: Snowflake | None) -> None:
    """Log and count the question, and store what the buttons need."""
    asker, answer, shown = asked.asker, response.answer, response.shown
    kept = app.stores.guilds.get(asker.guild_id).keep_questions
    if response.is_question:
        app.service.metrics.questions.labels(str(answer.answered).lower()).inc()
    log_event(
        log,
        "question",
        code=asker.code,
        guild=asker.guild_id or "-",
        answered=answer.answered,
        confidence=round(answer.confidence, 2),
        **({"question": answer.question} if kept else {}),
    )
    if asked.message and reply:
        shown = dataclasses.replace(
            shown,
            question_message_id=asked.message.id,
            channel_id=asked.message.channel.id,
            message_id=reply.id,
        )
    elif reply:
        shown = dataclasses.replace(shown, message_id=reply.id)
    if shown.hits or (asked.message and reply):
        app.stores.answers.save(shown)
    if asker.guild_id is not None and response.is_question:
        text = answer.question if kept else None
        today = dt.datetime.now(dt.UTC).date()
        app.stores.questions.note(asker.guild_id, text, today, answered=answer.answered)
