"""Answer a question in Discord: the steps that every way of asking shares."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.discord_app.buttons.answer import answer_view
from bot.discord_app.buttons.passage import NearestButton, PassageButton
from bot.discord_app.shown.answer import (
    answer_embed,
    nearest_embed,
    not_found_embed,
    perhaps_embed,
    with_question,
)
from bot.discord_app.shown.layout import address
from bot.discord_app.shown.summary import summary_embed
from bot.discord_app.stored_hits import store_hit
from bot.language.packs import pack_for
from bot.monitoring.log import log_event
from bot.retrieval.answer import Answer
from bot.storage.answers import ShownAnswer, Votes
from bot.summary.wanted_summary import wanted_summary

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.discord_app.app import App
    from bot.discord_app.asker import Asker
    from bot.discord_app.locale.language import Language
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
    message: discord.Message | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An answer as it is sent, with what is kept of it.

    Attributes:
        answer: The answer.
        embed: What is shown.
        view: Its buttons, if any.
        shown: What the buttons need.
    """

    answer: Answer
    embed: discord.Embed
    view: discord.ui.View | None
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
    with (
        app.under_way.answering(),
        app.fair_use.turn(asker.guild_id, asker.user_id, settings),
    ):
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
    embed = with_question(summary_embed(summary, language), asked.text)
    if wanted.because == "newest":
        embed.set_footer(text=language.say("Summary of the newest article · every word is quoted"))
    answer = Answer(asked.text, 1.0, "answer", None, ())
    return LaidOut(answer, embed, None, _shown(asked, answer))


async def _library(app: App, asked: Asked) -> Library:
    library = await app.shelves.library(asked.asker.guild_id)
    if asked.article is None:
        return library
    return await asyncio.to_thread(library.within, asked.article)


async def _ask(app: App, library: Library, asked: Asked) -> Answer:
    with app.service.metrics.time_answer():
        return await app.service.questions.ask(library, asked.text, asked.after)


def lay_out(app: App, asked: Asked, answer: Answer) -> LaidOut:
    """Return what is shown: the answer, or that there is none, with the nearest passage."""
    language = asked.asker.language
    shown = _shown(asked, answer)
    if answer.answered:
        return LaidOut(
            answer, answer_embed(answer, language), _view(app, asked, answer, shown), shown
        )
    if asked.nearest and answer.hits:
        embed = with_question(nearest_embed(answer.hits[0], language), answer.question)
        return LaidOut(answer, embed, _view(app, asked, answer, shown), shown)
    if answer.outcome == "perhaps":
        return LaidOut(answer, perhaps_embed(answer, language), _openers(answer, language), shown)
    view = None
    if shown.hits:
        view = discord.ui.View(timeout=None)
        view.add_item(NearestButton(shown.hits[0], language.say("Show the nearest passage")))
    return LaidOut(answer, not_found_embed(answer, language), view, shown)


def _shown(asked: Asked, answer: Answer) -> ShownAnswer:
    """Return what is kept of an answer for its buttons."""
    return ShownAnswer(
        id=asked.replaces or secrets.token_urlsafe(8),
        guild_id=asked.asker.guild_id,
        asker_id=asked.asker.user_id,
        answered=answer.answered,
        hits=tuple(map(store_hit, answer.hits)),
    )


def _openers(answer: Answer, language: Language) -> discord.ui.View:
    """Return a button for each sentence that may answer; it opens the sentence's passage."""
    view = discord.ui.View(timeout=None)
    for number, hit in enumerate(answer.shown, start=1):
        label = language.say("Open passage {number}", number=language.number(number))
        view.add_item(PassageButton(store_hit(hit), label))
    return view


def _view(app: App, asked: Asked, answer: Answer, shown: ShownAnswer) -> discord.ui.View:
    feedback = app.stores.guilds.get(asked.asker.guild_id).feedback
    votes = Votes() if feedback else None
    return answer_view(shown, 0, address(answer.hits[0].article), votes, asked.asker.language)


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
