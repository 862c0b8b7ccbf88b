"""The rows that servers' questions are kept as, whatever database keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.answers import Votes
from bot.storage.guild_report import GuildReport, PassageVotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.row import Row

QUESTION_TABLES = ("question_counts", "unanswered_questions", "weekly_reports")
"""The tables in which anything is kept about the questions of a server, by its ``guild_id``."""

GUILDS_WITH_QUESTIONS = " UNION ".join(f"SELECT guild_id FROM {table}" for table in QUESTION_TABLES)  # noqa: S608 - constant names
"""Selects the servers of which anything is in them."""


def read_report(
    counts: Sequence[Row], votes: Sequence[Row], texts: Sequence[Row], most: int
) -> GuildReport:
    """Return the report that rows hold.

    Args:
        counts: The row with how many questions were asked and answered, if there is one.
        votes: The votes on each passage, the worst liked first.
        texts: The questions without an answer, and how often each was asked.
        most: How many passages to list at most.
    """
    asked, answered = (counts[0]["asked"], counts[0]["answered"]) if counts else (0, 0)
    disliked = [
        PassageVotes(row["article"], row["passage"], Votes(row["up"], row["down"]))
        for row in votes
        if row["article"] is not None and row["down"] > row["up"]
    ]
    return GuildReport(
        asked,
        answered,
        Votes(sum(row["up"] for row in votes), sum(row["down"] for row in votes)),
        tuple(disliked[:most]),
        tuple((row["question"], row["times"]) for row in texts),
    )
