"""The number of each server's questions, and the unanswered ones' texts, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.guild_report import WeekCounts, kept_text, week_after
from bot.storage.question_rows import GUILDS_WITH_QUESTIONS, QUESTION_TABLES, read_report
from bot.storage.stores import LISTED

if TYPE_CHECKING:
    import datetime as dt

    from bot.storage.guild_report import GuildReport
    from bot.storage.sqlite.database import Database


class SqliteQuestionLog:
    """The questions of servers, without who asked them; see :class:`QuestionLog`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, guild_id: int, question: str | None, today: dt.date, *, answered: bool) -> None:
        """Count a question soon; a failure is logged."""
        self._database.note(
            "INSERT INTO question_counts VALUES (?, 1, ?) ON CONFLICT (guild_id) DO UPDATE "
            "SET asked = asked + 1, answered = answered + excluded.answered",
            (guild_id, answered),
        )
        if question and not answered:
            self._database.note(
                "INSERT INTO unanswered_questions VALUES (?, ?, ?, 1) "
                "ON CONFLICT (guild_id, day, question) DO UPDATE SET times = times + 1",
                (guild_id, today.isoformat(), kept_text(question)),
            )

    async def report(self, guild_id: int, most: int = LISTED) -> GuildReport:
        """Return the report on one server."""
        await self._database.noted()
        counts = await self._database.fetch(
            "SELECT asked, answered FROM question_counts WHERE guild_id = ?", (guild_id,)
        )
        votes = await self._database.fetch(
            "SELECT json_extract(hits, '$[' || page || '][0]') AS article, "
            "json_extract(hits, '$[' || page || '][2]') AS passage, "
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
        return read_report(counts, votes, texts, most)

    async def begin_week(self, guild_id: int, week: dt.date) -> WeekCounts | None:
        """Begin a week of reporting; of all processes that try, one succeeds."""
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall(
                "SELECT coalesce(sum(counts.asked), 0) AS asked, "
                "coalesce(sum(counts.answered), 0) AS answered, "
                "coalesce(max(last.asked), 0) AS asked_before, "
                "coalesce(max(last.answered), 0) AS answered_before "
                "FROM (SELECT ? AS guild_id) AS guild "
                "LEFT JOIN question_counts AS counts USING (guild_id) "
                "LEFT JOIN weekly_reports AS last USING (guild_id)",
                (guild_id,),
            )
            (now,) = rows
            begun = await connection.execute(
                "INSERT INTO weekly_reports VALUES (?, ?, ?, ?) ON CONFLICT (guild_id) DO UPDATE "
                "SET week = excluded.week, asked = excluded.asked, answered = excluded.answered "
                "WHERE week < excluded.week OR week > ?",
                (
                    guild_id,
                    week.isoformat(),
                    now["asked"],
                    now["answered"],
                    week_after(week).isoformat(),
                ),
            )
            if not begun.rowcount:
                return None
        return WeekCounts(
            now["asked"] - now["asked_before"], now["answered"] - now["answered_before"]
        )

    async def forget_before(self, guild_id: int, day: dt.date) -> None:
        """Delete the texts of a server's questions from before a day."""
        await self._database.erase(
            "DELETE FROM unanswered_questions WHERE guild_id = ? AND day < ?",
            (guild_id, day.isoformat()),
        )

    async def guilds_with_texts(self) -> list[int]:
        """Return the servers for which texts of questions are stored."""
        rows = await self._database.fetch("SELECT DISTINCT guild_id FROM unanswered_questions")
        return [row["guild_id"] for row in rows]

    async def guild_ids(self) -> set[int]:
        """Return the servers for which anything about questions is stored."""
        rows = await self._database.fetch(GUILDS_WITH_QUESTIONS)
        return {row["guild_id"] for row in rows}

    async def delete_guild(self, guild_id: int) -> None:
        """Delete everything about a server's questions."""
        async with self._database.transaction() as connection:
            for table in QUESTION_TABLES:
                await connection.execute(
                    f"DELETE FROM {table} WHERE guild_id = ?",  # noqa: S608 - constant names
                    (guild_id,),
                )
        await self._database.clear_journal()
