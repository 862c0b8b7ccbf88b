"""Answer in Discord: ask the library, lay the answer out with its buttons, and note it."""

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
from bot.discord_app.buttons.base import store_hit
from bot.discord_app.buttons.nearest import NearestButton
from bot.discord_app.shown.answer import (
    answer_embed,
    nearest_embed,
    not_found_embed,
    with_question,
)
from bot.monitoring.log import log_event
from bot.storage.sqlite.answers import ShownAnswer, Votes

if TYPE_CHECKING:
    from bot.discord_app.locale.language import Language
    from bot.retrieval.answer import Answer
    from bot.service import Service

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asker:
    """Hold who asks, where, and in which language.

    Attributes:
        user_id: The member.
        guild_id: The server; ``None`` in a direct message.
        language: The language to answer in.
        code: What the log calls the question.
    """

    user_id: int
    guild_id: int | None
    language: Language
    code: str


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Hold an answer as it is sent, with what is kept of it.

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


class Answering:
    """Answer questions.

    Args:
        service: What the bot stands on.
    """

    def __init__(self, service: Service) -> None:
        self._service = service

    async def ask(
        self, question: str, article: str | None = None, after: str | None = None
    ) -> Answer:
        """Ask the library in service, or one article of it.

        Args:
            question: The question.
            article: The id of the only article to ask, if it is one.
            after: The question that it follows, if it follows one.

        Raises:
            UnknownArticleError: No article has that id.
        """
        library = self._service.librarian.library
        if article is not None:
            library = await asyncio.to_thread(library.within, article)
        with self._service.metrics.time_answer():
            return library.ask(question, after=after)

    def lay_out(self, answer: Answer, asker: Asker, answer_id: str | None = None) -> LaidOut:
        """Show an answer, or that there is none with the nearest passage behind a button.

        Args:
            answer: The answer.
            asker: Who asked.
            answer_id: The id of the answer that this one takes the place of.
        """
        shown = self._shown(answer, asker, answer_id)
        if answer.answered:
            embed = answer_embed(answer, asker.language)
            return LaidOut(answer, embed, self._view(answer, shown, asker), shown)
        view = None
        if shown.hits:
            view = discord.ui.View(timeout=None)
            label = asker.language.say("Show the nearest passage")
            view.add_item(NearestButton(shown.hits[0], label))
        return LaidOut(answer, not_found_embed(answer, asker.language), view, shown)

    def lay_out_search(self, answer: Answer, asker: Asker) -> LaidOut:
        """Show the passages nearest to a text, whether they answer it or not."""
        if answer.answered or not answer.hits:
            return self.lay_out(answer, asker)
        shown = self._shown(answer, asker, None)
        embed = with_question(nearest_embed(answer.hits[0], asker.language), answer.question)
        return LaidOut(answer, embed, self._view(answer, shown, asker), shown)

    def note(
        self,
        laid_out: LaidOut,
        asker: Asker,
        question: discord.Message | None = None,
        reply: discord.Message | None = None,
    ) -> None:
        """Keep what the buttons need, and count the question, soon; a failure goes to the log.

        Args:
            laid_out: What was sent.
            asker: Who asked.
            question: The message that it replies to, if it does.
            reply: The reply.
        """
        shown, answer = laid_out.shown, laid_out.answer
        kept = self._service.guilds.get(asker.guild_id).keep_questions
        self._service.metrics.questions.labels(str(answer.answered).lower()).inc()
        log_event(
            log,
            "question",
            code=asker.code,
            guild=asker.guild_id or "-",
            answered=answer.answered,
            confidence=round(answer.confidence, 2),
            **({"question": answer.question} if kept else {}),
        )
        if question and reply:
            shown = dataclasses.replace(
                shown,
                question_message_id=question.id,
                channel_id=question.channel.id,
                message_id=reply.id,
            )
        if shown.hits or reply:
            self._service.answers.save(shown)
        if shown.guild_id is not None:
            text = answer.question if kept else None
            today = dt.datetime.now(dt.UTC).date()
            self._service.questions.note(shown.guild_id, text, today, answered=answer.answered)

    def _shown(self, answer: Answer, asker: Asker, answer_id: str | None) -> ShownAnswer:
        return ShownAnswer(
            id=answer_id or secrets.token_urlsafe(8),
            guild_id=asker.guild_id,
            asker_id=asker.user_id,
            answered=answer.answered,
            hits=tuple(map(store_hit, answer.hits)),
        )

    def _view(self, answer: Answer, shown: ShownAnswer, asker: Asker) -> discord.ui.View:
        feedback = self._service.guilds.get(asker.guild_id).feedback
        votes = Votes() if feedback else None
        return answer_view(shown, 0, answer.hits[0].article.url, votes, asker.language)
