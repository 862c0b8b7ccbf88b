"""Recognise messages that request something other than an answer: help, news, or a summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.detection import DEFAULT, languages_written_like, without_noise
from bot.language.packs import LANGUAGES, chatter_of, pack_for
from bot.summary.digest import newest_first
from bot.summary.summary import TopicSummary
from bot.summary.wanted_summary import WantedSummary, wanted_summary

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.language.questions.chatter import Pointed
    from bot.library.answering.turn import Turn
    from bot.library.library import Library

NEWEST = 5
"""The maximum number of articles that *what's new* shows."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A message that asks nothing of the articles' text: a greeting, or how the bot is used.

    *Is this true?* is small talk if it isn't known what is claimed: a request to check something
    (``check``), or after an answer, a doubt of that answer (``doubt``).

    Attributes:
        kind: The kind of small talk.
    """

    kind: Pointed


@dataclass(frozen=True, slots=True)
class News:
    """The question what's new.

    Attributes:
        articles: The newest articles, the newest first.
        of: The number of all articles.
    """

    articles: tuple[Article, ...]
    of: int


Request = SmallTalk | News | WantedSummary | TopicSummary
"""What a message may request, other than an answer."""


def read_request(text: str, library: Library, turn: Turn | None = None) -> Request | None:
    """Return what a message requests, or ``None`` if it is a question to be answered.

    What asks for the articles about a topic of which they say nothing is a question, too: the
    answer to it says so.

    Args:
        text: The message.
        library: The articles.
        turn: The previous turn, if there is one.
    """
    talk = chatter_of(LANGUAGES).talk_of(text)
    if talk == "news":
        return News(tuple(newest_first(library.articles)[:NEWEST]), len(library.articles))
    if talk == "check" and turn and turn.shown:
        return SmallTalk("doubt")
    if talk is not None:
        return SmallTalk(talk)
    replied = turn.shown.article if turn and turn.shown else None
    question = without_noise(text)
    packs = [*map(pack_for, dict.fromkeys((DEFAULT, *languages_written_like(question))))]
    topics = [topic for pack in packs if (topic := pack.summary_requests.topic(question))]
    about = library.topic_summary(topics[0].rstrip("?")) if topics else None
    if about and about.sentences:
        return about
    return wanted_summary(question, library.articles, packs, replied)
