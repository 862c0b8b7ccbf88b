"""Answer a question in Discord: the steps that every way of asking shares."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.discord_app.buttons.answer import answer_buttons
from bot.discord_app.buttons.passage import NearestButton, PassageButton, copy_button
from bot.discord_app.shown.answer import (
    Frame,
    hit_layout,
    not_found_layout,
    perhaps_layout,
    sure,
)
from bot.discord_app.shown.layout import ACCENT, MUTED
from bot.discord_app.shown.summary import summary_layout
from bot.discord_app.stored_hits import store_hit
from bot.language.packs import pack_for
from bot.library.turn import Turn
from bot.monitoring.log import log_event
from bot.retrieval.answer import Answer
from bot.storage.answers import ShownAnswer, Votes
from bot.summary.wanted_summary import wanted_summary

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord

    from bot.discord_app.app import App
    from bot.discord_app.asker import Asker
    from bot.library.library import Library

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody asked.

    Attributes:
        text: The question.
        asker: Who asked.
        article: The id of the only article to search, if it is one.
        after: The question that it follows, if it follows one.
        nearest: Whether the nearest passage is shown even where it does not answer.
        message: The message that asks, if the answer follows that message.
        replaces: The id of the answer that this one takes the place of, if it is one.
    """

    text: str
    asker: Asker
    article: str | None = None
    after: str | None = None
    nearest: bool = False
    message: discord.Message | discord.PartialMessage | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An answer as it is sent, with what is kept of it.

    Attributes:
        answer: The answer.
        layout: What is shown.
        shown: What its buttons need.
    """

    answer: Answer
    layout: discord.ui.LayoutView
    shown: ShownAnswer


async def answer_question(
    app: App, asked: Asked, send: Callable[[LaidOut], Awaitable[discord.Message | None]]
) -> None:
    """Take the member's turn, ask, lay the answer out, send it, and note it.

    Args:
        app: The app.
        asked: The question.
        send: Sends the answer; returns the message that shows it where that is to be kept.

    Raises:
        UserError: The member has to wait.
        UnknownArticleError: No article has that id.
        discord.HTTPException: The answer could not be sent.
    """
    asker = asked.asker
    settings = app.stores.guilds.get(asker.guild_id)
    with app.under_way.answering():
        async with app.fair_use.turn(asker.guild_id, asker.user_id, settings):
            library = await _library(app, asked)
            laid_out = await _summarise(library, asked)
            if laid_out is None:
                laid_out = lay_out(app, asked, await _ask(app, library, asked))
            reply = await send(laid_out)
            _note(app, asked, laid_out, reply)
            if asked.replaces:
                # They were about what the answer said before.
                await app.stores.answers.delete_votes(asked.replaces)


async def _summarise(library: Library, asked: Asked) -> LaidOut | None:
    """Return the summary of the article that is meant, where the question asks for the whole."""
    wanted = wanted_summary(asked.text, library.articles, pack_for("en").analyzer)
    if wanted is None or asked.nearest:
        return None
    language = asked.asker.language
    summary = await asyncio.to_thread(library.summary, wanted.article.id)
    footer = None
    if wanted.because == "newest":
        footer = language.say("Summary of the newest article · every word is quoted")
    layout = summary_layout(summary, language, question=asked.text, footer=footer)
    answer = Answer(asked.text, 1.0, "answer", None, ())
    return LaidOut(answer, layout, _shown(asked, answer))


async def _library(app: App, asked: Asked) -> Library:
    library = await app.shelves.library(asked.asker.guild_id, asked.asker.channels)
    if asked.article is None:
        return library
    return await asyncio.to_thread(library.within, asked.article)


async def _ask(app: App, library: Library, asked: Asked) -> Answer:
    with app.service.metrics.time_answer():
        turn = Turn((asked.after,)) if asked.after else None
        answer = await app.service.questions.ask(library, asked.text, turn)
        return dataclasses.replace(answer, question=answer.in_full or answer.question)


def lay_out(app: App, asked: Asked, answer: Answer) -> LaidOut:
    """Return what is shown: the answer, or that there is none, with the nearest passage."""
    language = asked.asker.language
    shown = _shown(asked, answer)
    if answer.answered or (asked.nearest and answer.hits):
        return LaidOut(answer, _passage(app, asked, answer, shown), shown)
    if answer.outcome == "perhaps":
        label = language.say("Open the passage")
        openers = [PassageButton(store_hit(hit), label) for hit in answer.shown]
        return LaidOut(answer, perhaps_layout(answer, openers, language), shown)
    nearest = None
    if shown.hits:
        nearest = NearestButton(shown.hits[0], language.say("Show the nearest passage"))
    return LaidOut(answer, not_found_layout(answer, nearest, language), shown)


def _passage(app: App, asked: Asked, answer: Answer, shown: ShownAnswer) -> discord.ui.LayoutView:
    """Return the first passage: as the answer, or as what comes nearest."""
    language = asked.asker.language
    feedback = app.stores.guilds.get(asked.asker.guild_id).feedback
    nearest = language.say("The nearest passage, not an answer")
    frame = Frame(
        footer=sure(answer, language) if answer.answered else nearest,
        copy=copy_button(shown.hits[0], language),
        under=answer_buttons(shown, 0, Votes() if feedback else None, language),
        question=answer.question,
        colour=ACCENT if answer.answered else MUTED,
    )
    return hit_layout(answer.hits[0], frame, language)


def _shown(asked: Asked, answer: Answer) -> ShownAnswer:
    """Return what is kept of an answer for its buttons."""
    return ShownAnswer(
        id=asked.replaces or secrets.token_urlsafe(8),
        guild_id=asked.asker.guild_id,
        asker_id=asked.asker.user_id,
        answered=answer.answered,
        hits=tuple(map(store_hit, answer.hits)),
    )


def _note(app: App, asked: Asked, laid_out: LaidOut, reply: discord.Message | None) -> None:
    """Log and count the question, and keep what the buttons need, soon."""
    asker, answer, shown = asked.asker, laid_out.answer, laid_out.shown
    kept = app.stores.guilds.get(asker.guild_id).keep_questions
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
    if shown.hits or reply:
        app.stores.answers.save(shown)
    if asker.guild_id is not None:
        text = answer.question if kept else None
        today = dt.datetime.now(dt.UTC).date()
        app.stores.questions.note(asker.guild_id, text, today, answered=answer.answered)
