"""Count each server's questions, and keep the unanswered ones' texts where an admin wants that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.storage.sqlite.answers import Votes

if TYPE_CHECKING:
    import datetime as dt

    from bot.storage.sqlite.database import Database

_LISTED = 10
_MAX_TEXT = 300


@dataclass(frozen=True, slots=True)
class LikedAnswer:
    """Hold an answer by its first passage, with the votes on all answers that show it first."""

    article: str
    passage: int
    votes: Votes


@dataclass(frozen=True, slots=True)
class GuildReport:
    """Hold what one server's members asked.

    Attributes:
        asked: How many questions.
        answered: How many of them were answered.
        votes: The votes on all answers.
        least_liked: The answers with more 👎 than 👍, the worst first.
        unanswered: The questions without an answer, and how often each was asked, most often
            first; none where their texts are not kept.
    """

    asked: int
    answered: int
    votes: Votes
    least_liked: tuple[LikedAnswer, ...]
    unanswered: tuple[tuple[str, int], ...]


class QuestionLog:
    """Count questions, and report on them. Nothing of it says who asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, guild_id: int, question: str | None, today: dt.date, *, answered: bool) -> None:
        """Count a question soon; a failure goes to the log.

        Args:
            guild_id: The server.
            question: The text of a question without an answer, if it is to be kept.
            today: The day, in UTC.
            answered: Whether it was answered.
        """
        self._database.note(
            "INSERT INTO question_counts VALUES (?, 1, ?) ON CONFLICT (guild_id) DO UPDATE "
            "SET asked = asked + 1, answered = answered + excluded.answered",
            (guild_id, answered),
        )
        if question and not answered:
            text = " ".join(question.casefold().split())[:_MAX_TEXT]
            self._database.note(
                "INSERT INTO unanswered_questions VALUES (?, ?, ?, 1) "
                "ON CONFLICT (guild_id, day, question) DO UPDATE SET times = times + 1",
                (guild_id, today.isoformat(), text),
            )

    async def report(self, guild_id: int, most: int = _LISTED) -> GuildReport:
        """Report on one server.

        Args:
            guild_id: The server.
            most: How many answers and questions to list at the most.
        """
        await self._database.noted()
        counts = await self._database.fetch(
            "SELECT asked, answered FROM question_counts WHERE guild_id = ?", (guild_id,)
        )
        votes = await self._database.fetch(
            "SELECT json_extract(hits, '$[0][0]') AS article, "
            "json_extract(hits, '$[0][2]') AS passage, "
            "count(*) FILTER (WHERE value > 0) AS up, count(*) FILTER (WHERE value < 0) AS down "
            "FROM votes JOIN answers ON answers.id = votes.answer_id WHERE guild_id = ? "
            "GROUP BY article, passage ORDER BY up - down, article, passage",
            (guild_id,),
        )
        texts = await self._database.fetch(
            "SELECT question, sum(times) AS times FROM unanswered_questions WHERE guild_id = ? "
            "GROUP BY question ORDER BY times DESC, question LIMIT ?",
            (guild_id, most),
        )
        asked, answered = (counts[0]["asked"], counts[0]["answered"]) if counts else (0, 0)
        return GuildReport(
            asked,
            answered,
            Votes(sum(row["up"] for row in votes), sum(row["down"] for row in votes)),
            tuple(
                LikedAnswer(row["article"], row["passage"], Votes(row["up"], row["down"]))
                for row in votes
                if row["down"] > row["up"]
            )[:most],
            tuple((row["question"], row["times"]) for row in texts),
        )

    async def forget_before(self, guild_id: int, day: dt.date) -> None:
        """Delete the texts of a server's questions from before a day."""
        await self._database.execute(
            "DELETE FROM unanswered_questions WHERE guild_id = ? AND day < ?",
            (guild_id, day.isoformat()),
        )

    async def guilds_with_texts(self) -> list[int]:
        """List the servers of which texts are kept."""
        rows = await self._database.fetch("SELECT DISTINCT guild_id FROM unanswered_questions")
        return [row["guild_id"] for row in rows]

    async def delete_guild(self, guild_id: int) -> None:
        """Forget everything about a server's questions."""
        async with self._database.transaction() as connection:
            for table in ("question_counts", "unanswered_questions"):
                await connection.execute(
                    f"DELETE FROM {table} WHERE guild_id = ?",  # noqa: S608 - names of ours
                    (guild_id,),
                )
