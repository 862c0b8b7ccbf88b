"""The number of each server's questions, and the unanswered ones' texts, in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.guild_report import WeekCounts, kept_text, week_after
from bot.storage.question_rows import GUILDS_WITH_QUESTIONS, QUESTION_TABLES, read_report
from bot.storage.stores import LISTED

if TYPE_CHECKING:
    import datetime as dt

    import asyncpg

    from bot.storage.guild_report import GuildReport
    from bot.storage.postgresql.database import Database


class PostgresQuestionLog:
    """The questions of servers, without who asked them; see :class:`QuestionLog`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, guild_id: int, question: str | None, today: dt.date, *, answered: bool) -> None:
        """Count a question soon; a failure is logged."""
        self._database.note(
            "INSERT INTO question_counts AS counts VALUES ($1, 1, $2) ON CONFLICT (guild_id) "
            "DO UPDATE SET asked = counts.asked + 1, "
            "answered = counts.answered + excluded.answered",
            guild_id,
            int(answered),
        )
        if question and not answered:
            self._database.note(
                "INSERT INTO unanswered_questions AS texts VALUES ($1, $2, $3, 1) "
                "ON CONFLICT (guild_id, day, question) DO UPDATE SET times = texts.times + 1",
                guild_id,
                today.isoformat(),
                kept_text(question),
            )

    async def report(self, guild_id: int, most: int = LISTED) -> GuildReport:
        """Return the report on one server."""
        await self._database.noted()
        counts = await self._database.fetch(
            "SELECT asked, answered FROM question_counts WHERE guild_id = $1", guild_id
        )
        votes = await self._database.fetch(
            "SELECT hits::jsonb -> page ->> 0 AS article, (hits::jsonb -> page ->> 2)::integer AS "
            "passage, count(*) FILTER (WHERE value > 0) AS up, "
            "count(*) FILTER (WHERE value < 0) AS down "
            "FROM votes JOIN answers ON answers.id = votes.answer_id WHERE guild_id = $1 "
            "GROUP BY article, passage",
            guild_id,
        )
        texts = await self._database.fetch(
            "SELECT question, sum(times)::bigint AS times FROM unanswered_questions "
            'WHERE guild_id = $1 GROUP BY question ORDER BY times DESC, question COLLATE "C" '
            "LIMIT $2",
            guild_id,
            most,
        )
        votes.sort(key=lambda row: (row["up"] - row["down"], row["article"] or "", row["passage"]))
        return read_report(counts, votes, texts, most)

    async def begin_week(self, guild_id: int, week: dt.date) -> WeekCounts | None:
        """Begin a week of reporting; of all processes that try, one succeeds."""

        async def write(connection: asyncpg.Connection) -> WeekCounts | None:
            # Processes that try at once take turns at the row.
            last = await connection.fetchrow(
                "INSERT INTO weekly_reports VALUES ($1, '', 0, 0) ON CONFLICT (guild_id) "
                "DO UPDATE SET week = weekly_reports.week RETURNING week, asked, answered",
                guild_id,
            )
            if week.isoformat() <= last["week"] <= week_after(week).isoformat():
                return None
            now = await connection.fetchrow(
                "SELECT coalesce(sum(asked), 0)::integer AS asked, "
                "coalesce(sum(answered), 0)::integer AS answered "
                "FROM question_counts WHERE guild_id = $1",
                guild_id,
            )
            await connection.execute(
                "UPDATE weekly_reports SET week = $2, asked = $3, answered = $4 "
                "WHERE guild_id = $1",
                guild_id,
                week.isoformat(),
                *now,
            )
            return WeekCounts(now["asked"] - last["asked"], now["answered"] - last["answered"])

        return await self._database.write(write)

    async def forget_before(self, guild_id: int, day: dt.date) -> None:
        """Delete the texts of a server's questions from before a day."""
        await self._database.execute(
            "DELETE FROM unanswered_questions WHERE guild_id = $1 AND day < $2",
            guild_id,
            day.isoformat(),
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

        async def write(connection: asyncpg.Connection) -> None:
            for table in QUESTION_TABLES:
                await connection.execute(
                    f"DELETE FROM {table} WHERE guild_id = $1",  # noqa: S608 - constant names
                    guild_id,
                )

        await self._database.write(write)
