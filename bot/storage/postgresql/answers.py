"""The answers and votes, in PostgreSQL."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.storage.answer_rows import ANSWER, answer_row, read_answer
from bot.storage.answers import ShownAnswer, Votes
from bot.storage.errors import AwayError
from bot.storage.postgresql.database import changed

if TYPE_CHECKING:
    from collections.abc import Callable

    import asyncpg

    from bot.storage.postgresql.database import Database
    from bot.storage.row import Row

log = logging.getLogger(__name__)

REMEMBERED = 1_000
"""How many answers that this process showed last are known while the database is away."""

_SELECT = f"SELECT {ANSWER} FROM answers WHERE "  # noqa: S608 - constant names


class PostgresAnswerStore:
    """The answers and votes; see :class:`AnswerStore`.

    While the database is away, the answers that were shown last are known from memory, and what
    is deleted is noted.

    Args:
        database: The database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._remembered: OrderedDict[str, ShownAnswer] = OrderedDict()

    def save(self, answer: ShownAnswer) -> None:
        """Save an answer soon, replacing the one with its id; a failure is logged."""
        self._remembered[answer.id] = answer
        self._remembered.move_to_end(answer.id)
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        self._database.note(
            f"INSERT INTO answers ({ANSWER}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "  # noqa: S608 - constant names
            "ON CONFLICT (id) DO UPDATE SET answered = excluded.answered, hits = excluded.hits",
            *answer_row(answer),
        )

    async def get(self, answer_id: str) -> ShownAnswer | None:
        """Return an answer, or ``None`` if it is not known."""
        return await self._first(_SELECT + "id = $1", answer_id, lambda one: one.id == answer_id)

    async def replying_to(self, message_id: int) -> ShownAnswer | None:
        """Return the answer that replies to a message, or ``None`` if there is none."""
        return await self._first(
            _SELECT + "question_message_id = $1",
            message_id,
            lambda one: one.question_message_id == message_id,
        )

    async def delete_message(self, message_id: int) -> None:
        """Delete the answer that a message showed."""
        self._forget(lambda one: one.message_id == message_id)
        await self._delete("DELETE FROM answers WHERE message_id = $1", message_id)

    async def delete(self, answer_id: str) -> None:
        """Delete an answer and the votes on it."""
        self._remembered.pop(answer_id, None)
        await self._delete("DELETE FROM answers WHERE id = $1", answer_id)

    async def delete_guild(self, guild_id: int) -> None:
        """Delete the answers of a server and the votes on them."""
        self._forget(lambda one: one.guild_id == guild_id)
        await self._database.execute("DELETE FROM answers WHERE guild_id = $1", guild_id)

    async def guild_ids(self) -> set[int]:
        """Return the servers of which answers are stored."""
        rows = await self._database.fetch(
            "SELECT DISTINCT guild_id FROM answers WHERE guild_id IS NOT NULL"
        )
        return {row["guild_id"] for row in rows}

    async def vote(self, answer_id: str, user_id: int, value: int, page: int = 0) -> Votes:
        """Record a member's vote, 1 or -1, on a page; the same vote again removes it."""

        async def write(connection: asyncpg.Connection) -> None:
            deleted = await connection.execute(
                "DELETE FROM votes WHERE answer_id = $1 AND user_id = $2 AND page = $3 "
                "AND value = $4",
                answer_id,
                user_id,
                page,
                value,
            )
            if not changed(deleted):
                await connection.execute(
                    "INSERT INTO votes VALUES ($1, $2, $3, $4) "
                    "ON CONFLICT (answer_id, user_id, page) DO UPDATE SET value = excluded.value",
                    answer_id,
                    user_id,
                    page,
                    value,
                )

        await self._database.write(write)
        return await self.votes(answer_id, page)

    async def delete_votes(self, answer_id: str) -> None:
        """Delete the votes on an answer."""
        await self._delete("DELETE FROM votes WHERE answer_id = $1", answer_id)

    async def votes(self, answer_id: str, page: int = 0) -> Votes:
        """Count the votes on a page of an answer."""
        rows = await self._database.fetch(
            "SELECT count(*) FILTER (WHERE value > 0) AS up, "
            "count(*) FILTER (WHERE value < 0) AS down FROM votes WHERE answer_id = $1 "
            "AND page = $2",
            answer_id,
            page,
        )
        return Votes(*rows[0])

    async def forget_user(self, user_id: int) -> int:
        """Delete a user's votes, and which answers the user asked for."""
        self._forget(lambda one: one.asker_id == user_id)

        async def write(connection: asyncpg.Connection) -> int:
            await connection.execute("UPDATE answers SET asker_id = 0 WHERE asker_id = $1", user_id)
            return changed(
                await connection.execute("DELETE FROM votes WHERE user_id = $1", user_id)
            )

        return await self._database.write(write)

    def _forget(self, is_gone: Callable[[ShownAnswer], bool]) -> None:
        for answer in [one for one in self._remembered.values() if is_gone(one)]:
            del self._remembered[answer.id]

    async def _delete(self, statement: str, key: str | int) -> None:
        """Delete something, or note that it has to be deleted later."""
        try:
            await self._database.execute(statement, key)
        except AwayError:
            self._database.note(statement, key)

    async def _first(
        self, statement: str, key: str | int, is_meant: Callable[[ShownAnswer], bool]
    ) -> ShownAnswer | None:
        try:
            row = await self._row(statement, key)
        except AwayError:
            known = next(filter(is_meant, self._remembered.values()), None)
            if known is None:
                raise
            return known
        try:
            return read_answer(row) if row else None
        except (TypeError, ValueError):
            log.exception("a stored answer can't be read")
            return None

    async def _row(self, statement: str, key: str | int) -> Row | None:
        rows = await self._database.fetch(statement, key)
        if not rows:
            # A button may be pressed before its answer has been written.
            await self._database.noted()
            rows = await self._database.fetch(statement, key)
        return rows[0] if rows else None
