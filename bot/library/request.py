"""Recognise messages that ask for something else than an answer: help, news, or a summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.language.detection import languages_written_like, without_noise
from bot.language.packs import LANGUAGES, chatter_of, pack_for
from bot.summary.digest import newest_first
from bot.summary.wanted_summary import WantedSummary, wanted_summary

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.library.library import Library
    from bot.library.turn import Turn

NEWEST = 5
"""How many articles *what's new* shows at most."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """What asks nothing of the articles: a greeting, thanks, or how the bot is used.

    *Is this true?* is of that kind where it isn't known what is claimed. Behind an answer that
    shows something it is a doubt of that answer.

    Attributes:
        kind: Which of them it is.
    """

    kind: Literal["greeting", "thanks", "help", "check", "doubt"]


@dataclass(frozen=True, slots=True)
class News:
    """The question what is new.

    Attributes:
        articles: The newest articles, the newest first.
        of: How many articles there are.
    """

    articles: tuple[Article, ...]
    of: int


Request = SmallTalk | News | WantedSummary
"""What a message may ask for, other than an answer to a question."""


def read_request(text: str, library: Library, turn: Turn | None = None) -> Request | None:
    """Return what a message asks for, or ``None`` if it is a question to be answered.

    Args:
        text: The message.
        library: The articles.
        turn: What was asked and shown before it, if anything.
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
    packs = map(pack_for, languages_written_like(question))
    return wanted_summary(question, library.articles, packs, replied)
