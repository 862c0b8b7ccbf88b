"""Build the response to a message: an answer, a summary, a pointer, or a claim's comparison."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.discord_app.buttons.answer import answer_buttons
from bot.discord_app.buttons.passage import NearestButton, PassageButton, copy_button
from bot.discord_app.shown.answer import (
    Frame,
    hit_layout,
    not_found_layout,
    older,
    parts_layout,
    perhaps_layout,
    sure,
)
from bot.discord_app.shown.claim import claim_layout
from bot.discord_app.shown.summary import digest_layout, summary_layout, topic_layout
from bot.discord_app.shown.talk import talk_layout
from bot.discord_app.stored_hits import store_hit
from bot.library.request import News, SmallTalk
from bot.retrieval.answer import Answer
from bot.storage.answers import ShownAnswer, Votes
from bot.summary.summary import TopicSummary

if TYPE_CHECKING:
    from collections.abc import Iterable

    import discord

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.discord_app.questions.asked_question import AskedQuestion
    from bot.library.claim_check import ClaimCheck
    from bot.library.library import Library
    from bot.library.request import Request
    from bot.retrieval.answer import Hit


@dataclass(frozen=True, slots=True)
class Response:
    """The response to a message, with what is stored for its buttons.

    Attributes:
        answer: The answer.
        layout: The components to send.
        shown: The record that its buttons need later.
        is_question: Whether it answers a question, and not a greeting or the like.
    """

    answer: Answer
    layout: discord.ui.LayoutView
    shown: ShownAnswer
    is_question: bool = True


def answer_response(app: App, asked: AskedQuestion, answer: Answer) -> Response:
    """Return the response to a question; without an answer it offers the nearest passage."""
    language = asked.asker.language
    shown = _shown(asked, answer)
    if answer.parts:
        layout = parts_layout(answer, _openers(answer.shown, language), language)
        return Response(answer, layout, shown)
    if answer.answered:
        return Response(answer, _passage(app, asked, answer, shown), shown)
    if answer.outcome == "perhaps":
        layout = perhaps_layout(answer, _openers(answer.shown, language), language)
        return Response(answer, layout, shown)
    nearest = None
    if shown.hits:
        nearest = NearestButton(shown.hits[0], language.say("Show the nearest passage"))
    return Response(answer, not_found_layout(answer, nearest, language), shown)


def claim_response(asked: AskedQuestion, check: ClaimCheck) -> Response:
    """Return the response to a claim: the sentences that come closest to it."""
    language = asked.asker.language
    openers = _openers([one.hit for one in check.closest], language)
    layout = claim_layout(check, openers, language)
    return Response(check.answer, layout, _shown(asked, check.answer))


def request_response(asked: AskedQuestion, request: Request, library: Library) -> Response:
    """Return the response to a request other than a question: a pointer, news, or a summary."""
    language = asked.asker.language
    answer = Answer(asked.text, 1.0, "answer", None, ())
    if isinstance(request, SmallTalk):
        layout = talk_layout(request, language)
    elif isinstance(request, News):
        title = language.say("The newest articles")
        layout = digest_layout(title, library.digest(request.articles), language, request.of)
    elif isinstance(request, TopicSummary):
        layout = topic_layout(request, language)
    else:
        footer = None
        if request.because == "newest":
            footer = language.say("Summary of the newest article · every word is quoted")
        summary = library.summary(request.article.id)
        layout = summary_layout(summary, language, question=asked.text, footer=footer)
    is_question = not isinstance(request, SmallTalk)
    return Response(answer, layout, _shown(asked, answer), is_question)


def _openers(hits: Iterable[Hit], language: Language) -> list[PassageButton]:
    """Return a button for each sentence; it opens the sentence's passage."""
    label = language.say("Open the passage")
    return [PassageButton(store_hit(hit), label) for hit in hits]


def _passage(
    app: App, asked: AskedQuestion, answer: Answer, shown: ShownAnswer
) -> discord.ui.LayoutView:
    """Return the first passage as the answer."""
    language = asked.asker.language
    feedback = app.stores.guilds.get(asked.asker.guild_id).feedback
    frame = Frame(
        footer=sure(answer, language),
        copy=copy_button(shown.hits[0], language),
        under=answer_buttons(shown, 0, Votes() if feedback else None, language),
        question=answer.question,
        older=older(answer, language),
    )
    return hit_layout(answer.hits[0], frame, language)


def _shown(asked: AskedQuestion, answer: Answer) -> ShownAnswer:
    """Return the record of an answer that its buttons need."""
    return ShownAnswer(
        id=asked.replaces or secrets.token_urlsafe(8),
        guild_id=asked.asker.guild_id,
        asker_id=asked.asker.user_id,
        answered=answer.answered,
        hits=tuple(map(store_hit, answer.hits)),
    )
