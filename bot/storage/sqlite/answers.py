"""The answers and votes, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.answer_rows import ANSWER, answer_row, read_answer
from bot.storage.answers import ShownAnswer, Votes

if TYPE_CHECKING:
    from bot.storage.sqlite.database import Database


_SELECT = f"SELECT {ANSWER} FROM answers WHERE "  # noqa: S608 - constant names


class SqliteAnswerStore:
    """The answers and votes; see :class:`AnswerStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, answer: ShownAnswer) -> None:
        """Save an answer soon, replacing the one with its id; a failure is logged."""
        self._database.note(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "answered = excluded.answered, hits = excluded.hits",
            answer_row(answer),
        )

    async def get(self, answer_id: str) -> ShownAnswer | None:
        """Return an answer, or ``None`` if it is not known."""
        return await self._first(_SELECT + "id = ?", answer_id)

    async def replying_to(self, message_id: int) -> ShownAnswer | None:
        """Return the answer that replies to a message, or ``None`` if there is none."""
        return await self._first(_SELECT + "question_message_id = ?", message_id)

    async def delete_message(self, message_id: int) -> None:
        """Delete the answer that a message showed."""
        await self._database.execute("DELETE FROM answers WHERE message_id = ?", (message_id,))

    async def delete(self, answer_id: str) -> None:
        """Delete an answer and the votes on it."""
        await self._database.execute("DELETE FROM answers WHERE id = ?", (answer_id,))

    async def delete_guild(self, guild_id: int) -> None:
        """Delete the answers of a server and the votes on them."""
        await self._database.execute("DELETE FROM answers WHERE guild_id = ?", (guild_id,))

    async def guild_ids(self) -> set[int]:
        """Return the servers of which answers are stored."""
        rows = await self._database.fetch(
            "SELECT DISTINCT guild_id FROM answers WHERE guild_id IS NOT NULL"
        )
        return {row["guild_id"] for row in rows}

    async def vote(self, answer_id: str, user_id: int, value: int, page: int = 0) -> Votes:
        """Record a member's vote, 1 or -1, on a page; the same vote again removes it."""
        async with self._database.transaction() as connection:
            deleted = await connection.execute(
                "DELETE FROM votes WHERE answer_id = ? AND user_id = ? AND page = ? AND value = ?",
                (answer_id, user_id, page, value),
            )
            if not deleted.rowcount:
                await connection.execute(
                    "INSERT INTO votes VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (answer_id, user_id, page) DO UPDATE SET value = excluded.value",
                    (answer_id, user_id, page, value),
                )
        return await self.votes(answer_id, page)

    async def delete_votes(self, answer_id: str) -> None:
        """Delete the votes on an answer."""
        await self._database.execute("DELETE FROM votes WHERE answer_id = ?", (answer_id,))

    async def votes(self, answer_id: str, page: int = 0) -> Votes:
        """Count the votes on a page of an answer."""
        rows = await self._database.fetch(
            "SELECT count(*) FILTER (WHERE value > 0), count(*) FILTER (WHERE value < 0) "
            "FROM votes WHERE answer_id = ? AND page = ?",
            (answer_id, page),
        )
        return Votes(*rows[0])

    async def forget_user(self, user_id: int) -> int:
        """Delete a user's votes, and which answers the user asked for."""
        async with self._database.transaction() as connection:
            await connection.execute(
                "UPDATE answers SET asker_id = 0 WHERE asker_id = ?", (user_id,)
            )
            deleted = await connection.execute("DELETE FROM votes WHERE user_id = ?", (user_id,))
            return deleted.rowcount

    async def _first(self, statement: str, key: str | int) -> ShownAnswer | None:
        rows = await self._database.fetch(statement, (key,))
        if not rows:
            # A button may be pressed before its answer has been written.
            await self._database.noted()
            rows = await self._database.fetch(statement, (key,))
        if not rows:
            return None
        try:
            return read_answer(rows[0])
        except (TypeError, ValueError) as error:
            await self._database.set_aside(error)
            return None
