"""The report on the questions of one server."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.storable import storable

if TYPE_CHECKING:
    from bot.storage.answers import Votes


_MAX_TEXT = 300


def kept_text(question: str) -> str:
    """Return a question's text as it is stored: normalised, and its first 300 characters.

    Notes that can't be stored would take those of others with them.
    """
    return " ".join(storable(question).casefold().split())[:_MAX_TEXT]


def week_after(week: dt.date) -> dt.date:
    """Return the first day of the week after another; the clocks of two processes differ by less.

    Args:
        week: The first day of the other.
    """
    return week + dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """What the members of one server asked since its last week began.

    Attributes:
        asked: The number of questions.
        answered: How many of them were answered.
    """

    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class PassageVotes:
    """The votes on a passage, under all answers that showed it.

    Attributes:
        article: The article's id.
        passage: The position of the passage in the article, from 0.
        votes: The votes.
    """

    article: str
    passage: int
    votes: Votes


@dataclass(frozen=True, slots=True)
class GuildReport:
    """What the members of one server asked.

    Attributes:
        asked: The number of questions.
        answered: How many of them were answered.
        votes: The votes on all answers.
        least_liked: The passages with more votes against than for them, the worst first.
        unanswered: The questions without an answer, and how often each was asked, the most
            frequent first; empty where the server does not keep the texts of questions.
    """

    asked: int
    answered: int
    votes: Votes
    least_liked: tuple[PassageVotes, ...]
    unanswered: tuple[tuple[str, int], ...]
