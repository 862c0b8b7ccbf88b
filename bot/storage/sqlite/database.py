"""Run statements on an opened SQLite database: one writer at a time, readers beside it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.health import StorageHealth
from bot.storage.sqlite.damage import is_damage

if TYPE_CHECKING:
    import threading
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
    from pathlib import Path

    import aiosqlite

    from bot.storage.sqlite.lock import DatabaseLock

log = logging.getLogger(__name__)

Query = tuple[str, tuple[object, ...]]
"""A statement that reads, and its parameters."""

# The message of aiosqlite for a closed connection.
_CLOSED = frozenset({"no active connection", "Connection closed"})


@dataclass(frozen=True, slots=True)
class Connections:
    """The connections to one database.

    Attributes:
        writing: For everything that writes.
        reading: For everything that only reads, so that no reader waits for a writer.
        probing: For checking whether the database can be written to.
        given_up: Set to end the statement that is being written.
    """

    writing: aiosqlite.Connection
    reading: aiosqlite.Connection
    probing: aiosqlite.Connection
    given_up: threading.Event

    async def close(self) -> None:
        """Close them all."""
        for connection in (self.reading, self.probing, self.writing):
            await connection.close()


class DamagedError(DatabaseError):
    """The database was found damaged and has been replaced by a new, empty one."""


class _Notes:
    """Statements that wait to be written in one transaction, and whether that has ended."""

    def __init__(self) -> None:
        self.parameters: dict[str, list[tuple[object, ...]]] = {}
        self.ended = asyncio.Event()


class Database:
    """An open database; :func:`~bot.storage.sqlite.opening.open_database` returns one.

    Args:
        path: The file.
        connections: The connections to it.
        lock: Keeps other processes from writing to it; released on closing.
        replace: Sets the file aside for a reason, and returns the connections to a new one.
    """

    def __init__(
        self,
        path: Path,
        connections: Connections,
        lock: DatabaseLock,
        replace: Callable[[str], Awaitable[Connections]],
    ) -> None:
        self._path = path
        self._connections = connections
        self._lock = lock
        self._replace = replace
        self._replacing = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._notes = [_Notes()]
        self._noting: asyncio.Task[None] | None = None
        self._last_failure: str | None = None
        self._inode = path.stat().st_ino
        self._probes = 0

    async def fetch(self, statement: str, parameters: Iterable[object] = ()) -> list[sqlite3.Row]:
        """Run a query and return all its rows.

        In a database that turns out to be damaged there are none: a new one takes its place.

        Raises:
            DatabaseError: The database can't be read.
        """
        (rows,) = await self.fetch_at_once((statement, tuple(parameters)))
        return rows

    async def fetch_at_once(self, *queries: Query) -> list[list[sqlite3.Row]]:
        """Run queries on one snapshot of the database; each as :meth:`fetch` does."""
        try:
            return await self._fetch_at_once(queries)
        except DamagedError:
            return await self._fetch_at_once(queries)

    async def _fetch_at_once(self, queries: tuple[Query, ...]) -> list[list[sqlite3.Row]]:
        # All read over one connection, so nobody else may read while it keeps to one moment.
        async with self._plain_errors("read"), self._reading:
            reading = self._connections.reading
            if len(queries) > 1:
                await reading.execute("BEGIN")
            try:
                return [list(await reading.execute_fetchall(*query)) for query in queries]
            finally:
                # Where it never began there is nothing to end.
                if len(queries) > 1:
                    with suppress(sqlite3.Error, ValueError):
                        await asyncio.shield(reading.execute("ROLLBACK"))

    async def execute(self, statement: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement in a transaction of its own; return how many rows it changed.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        await self.noted()
        async with self._plain_errors("written to"), self._writing:
            values = tuple(parameters)
            async with self._connections.writing.execute(statement, values) as cursor:
                self._last_failure = None
                return cursor.rowcount

    async def erase(self, statement: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement that deletes texts, and remove them from the journal too.

        Returns:
            The number of rows that it deleted.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        erased = await self.execute(statement, parameters)
        if erased:
            await self.clear_journal()
        return erased

    async def clear_journal(self) -> None:
        """Write the journal into the database and empty it, so that nothing deleted stays in it.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        async with self._plain_errors("written to"), self._writing:
            await self._connections.writing.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    def note(self, statement: str, parameters: Iterable[object]) -> None:
        """Write one statement soon, in one transaction with all others that wait.

        Nothing waits for it, so a failure, which undoes the whole transaction, is logged.
        The order among notes is not kept; what is executed later is written later.
        """
        self._notes[-1].parameters.setdefault(statement, []).append(tuple(parameters))
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._write_notes())

    async def noted(self) -> None:
        """Wait until all notes so far have been written, or have failed."""
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
        """Open a transaction under the write lock; it is rolled back on an error.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        await self.noted()
        async with self._begun() as connection:
            yield connection

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[aiosqlite.Connection]:
        async with self._plain_errors("written to"), self._writing:
            connection, given_up = self._connections.writing, self._connections.given_up
            given_up.clear()
            try:
                await connection.execute("BEGIN IMMEDIATE")
                yield connection
                await asyncio.shield(connection.execute("COMMIT"))
            except BaseException as error:
                if isinstance(error, asyncio.CancelledError):
                    # A statement whose caller has gone must not delay a shutdown.
                    given_up.set()
                # Nothing to undo where it never began, or SQLite has undone it already.
                with suppress(sqlite3.Error, ValueError):
                    await asyncio.shield(connection.execute("ROLLBACK"))
                raise
            self._last_failure = None

    async def look(self) -> StorageHealth:
        """Return, within a second or two, whether the file can be written to now."""
        return StorageHealth(await self._is_writable(), self._last_failure)

    async def _is_writable(self) -> bool:
        if not await asyncio.to_thread(self._is_in_place):
            return False
        if self._connections.writing.in_transaction:
            return True
        probing = self._connections.probing
        self._probes += 1
        try:
            # A write like any other; nothing else uses this number.
            await probing.execute(f"PRAGMA user_version = {self._probes}")
        except (sqlite3.Error, ValueError):
            return False
        return True

    def _is_in_place(self) -> bool:
        """Return whether the file that is open is the one that the path names."""
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    async def close(self) -> None:
        """Write pending notes, and close the database."""
        if self._noting:
            await self._noting
        await self._connections.close()
        self._lock.release()

    @asynccontextmanager
    async def _plain_errors(self, action: str) -> AsyncIterator[None]:
        """Turn an error of SQLite's into a :class:`DatabaseError` that says how to fix it."""
        connections = self._connections
        try:
            yield
        except (sqlite3.Error, UnicodeError) as error:
            if is_damage(error):
                await self._replace_damaged(connections, error)
                message = f"the database was damaged ({error}) and has been replaced: try again"
                raise DamagedError(message) from error
            message = (
                f"the database can't be {action} ({error}): check the disk, and whether another "
                "program holds the database"
            )
            if action != "read":
                self._last_failure = str(error)
            raise DatabaseError(message) from error
        except ValueError as error:
            if str(error) not in _CLOSED:
                raise
            message = f"the database can't be {action}: it is closed"
            raise DatabaseError(message) from error

    async def set_aside(self, found: object) -> None:
        """Replace this database with a new one, because a row is invalid.

        Args:
            found: What was found, for the log.
        """
        await self._replace_damaged(self._connections, found)

    async def _replace_damaged(self, damaged: Connections, found: object) -> None:
        """Replace a damaged database with a new one, once however many find the damage."""
        async with self._replacing:
            if self._connections is not damaged:
                return
            async with self._writing:
                await damaged.close()
                self._connections = await self._replace(f"is damaged ({found})")
                self._inode = self._path.stat().st_ino
