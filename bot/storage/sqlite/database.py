"""Run statements on an opened SQLite database: one writer at a time, readers beside it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING

import aiosqlite

from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

_PROBE_WITHIN = 1.0
# What aiosqlite says of a connection that was closed.
_CLOSED = frozenset({"no active connection", "Connection closed"})


class _Notes:
    """Statements that wait to be written in one transaction, and whether that has ended."""

    def __init__(self) -> None:
        self.parameters: dict[str, list[tuple[object, ...]]] = {}
        self.ended = asyncio.Event()


class Database:
    """An open database; :func:`~bot.storage.sqlite.opening.open_database` returns one.

    It reads over a connection of its own, so that no reader waits for a writer.

    Args:
        path: The file.
        writing: The connection for everything that writes.
        reading: The connection for everything that only reads.
    """

    def __init__(
        self, path: Path, writing: aiosqlite.Connection, reading: aiosqlite.Connection
    ) -> None:
        self._path = path
        self._connection = writing
        self._reading = reading
        self._writing = asyncio.Lock()
        self._notes = [_Notes()]
        self._noting: asyncio.Task[None] | None = None

    async def fetch(self, statement: str, parameters: Iterable[object] = ()) -> list[sqlite3.Row]:
        """Run a query and return all its rows.

        Raises:
            DatabaseError: The database can't be read.
        """
        with _plain_errors("read"):
            return list(await self._reading.execute_fetchall(statement, tuple(parameters)))

    async def execute(self, statement: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement in a transaction of its own; return how many rows it changed.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        await self.noted()
        with _plain_errors("written to"):
            async with (
                self._writing,
                self._connection.execute(statement, tuple(parameters)) as cursor,
            ):
                return cursor.rowcount

    def note(self, statement: str, parameters: Iterable[object]) -> None:
        """Write one statement soon, in one transaction with all others that wait.

        Nobody waits for it, so a failure, which undoes the whole transaction, goes to the log.
        The order among notes is not kept; what is executed later is written later.
        """
        self._notes[-1].parameters.setdefault(statement, []).append(tuple(parameters))
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._write_notes())

    async def noted(self) -> None:
        """Wait until everything noted so far has been written, or has failed."""
        for notes in [*self._notes]:
            if notes.parameters:
                await notes.ended.wait()

    async def _write_notes(self) -> None:
        while self._notes[-1].parameters:
            notes = self._notes[-1]
            self._notes.append(_Notes())
            try:
                async with self._begun() as connection:
                    for statement, every in notes.parameters.items():
                        await connection.executemany(statement, every)
            except Exception:
                count = sum(map(len, notes.parameters.values()))
                log.exception("notes that could not be written to the database: %d", count)
            self._notes.remove(notes)
            notes.ended.set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """Hold the write lock and a transaction: all of it is kept, or on an error nothing.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        await self.noted()
        async with self._begun() as connection:
            yield connection

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[aiosqlite.Connection]:
        with _plain_errors("written to"):
            async with self._writing:
                try:
                    await self._connection.execute("BEGIN IMMEDIATE")
                    yield self._connection
                    await asyncio.shield(self._connection.execute("COMMIT"))
                except BaseException:
                    # Nothing to undo where it never began, or SQLite has undone it already.
                    with suppress(sqlite3.Error, ValueError):
                        await asyncio.shield(self._connection.execute("ROLLBACK"))
                    raise

    async def is_writable(self) -> bool:
        """Return, within a second or two, whether the database can be written to now."""
        if self._connection.in_transaction:
            return True
        try:
            async with aiosqlite.connect(self._path, timeout=_PROBE_WITHIN) as connection:
                await connection.execute("BEGIN IMMEDIATE")
                return True
        except sqlite3.Error:
            return False

    async def close(self) -> None:
        """Write the notes that wait, and close the connections."""
        if self._noting:
            await self._noting
        await self._reading.close()
        await self._connection.close()


@contextmanager
def _plain_errors(action: str) -> Iterator[None]:
    """Turn an error of SQLite's into a :class:`DatabaseError` that says how to mend it."""
    try:
        yield
    except sqlite3.Error as error:
        message = (
            f"the database can't be {action} ({error}): check the disk, and whether another "
            "program holds the database"
        )
        raise DatabaseError(message) from error
    except ValueError as error:
        if str(error) not in _CLOSED:
            raise
        message = f"the database can't be {action}: it is closed"
        raise DatabaseError(message) from error
