"""Open the SQLite database: one connection, one writer at a time, migrated to this version."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiosqlite

from bot.storage.sqlite.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
    from pathlib import Path

    from bot.storage.sqlite.migrations import Migration

log = logging.getLogger(__name__)

APPLICATION_ID = 0x466E6F74
"""Marks a SQLite file as Footnote's (``Fnot``)."""

LOCKED_FOR = 15.0
"""Seconds that a write waits for another program that holds the database."""

_PROBE_WITHIN = 1.0


class DatabaseError(Exception):
    """Tell that the database can't be used, and the mend."""


class _UnusableError(Exception):
    """Tell why a file is no database of Footnote's."""


class _Notes:
    """Hold statements that are to be written in one transaction, and whether that has ended."""

    def __init__(self) -> None:
        self.parameters: dict[str, list[tuple[object, ...]]] = {}
        self.ended = asyncio.Event()


class Database:
    """Run statements on the open database. Get one from :func:`open_database`.

    It is read over a connection of its own, so that no reader waits for a writer.

    Args:
        path: The file.
        writing: The connection that everything is written over.
        reading: The one that everything is read over.
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
        """Run a query and return all its rows."""
        return list(await self._reading.execute_fetchall(statement, tuple(parameters)))

    async def execute(self, statement: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement in a transaction of its own; return how many rows it changed.

        Raises:
            DatabaseError: The disk is full or read-only, or another program holds the database.
        """
        await self.noted()
        with _told_plainly():
            async with (
                self._writing,
                self._connection.execute(statement, tuple(parameters)) as cursor,
            ):
                return cursor.rowcount

    def note(self, statement: str, parameters: Iterable[object]) -> None:
        """Write one statement soon, in a transaction with all others that wait.

        Nobody waits for it, so a failure, which undoes the whole transaction, goes to the log.
        Among themselves notes may change places; whatever is executed later comes later.
        """
        self._notes[-1].parameters.setdefault(statement, []).append(tuple(parameters))
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._write_notes())

    async def noted(self) -> None:
        """Wait until all that was noted so far has been written, or has failed."""
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
        with _told_plainly():
            async with self._writing:
                try:
                    await self._connection.execute("BEGIN IMMEDIATE")
                    yield self._connection
                    await asyncio.shield(self._connection.execute("COMMIT"))
                except BaseException:
                    # Nothing to undo where it never began, or SQLite has undone it already.
                    with suppress(sqlite3.OperationalError):
                        await asyncio.shield(self._connection.execute("ROLLBACK"))
                    raise

    async def is_writable(self) -> bool:
        """Tell within a second or two whether the database can be written to now."""
        if self._connection.in_transaction:
            return True
        try:
            async with aiosqlite.connect(self._path, timeout=_PROBE_WITHIN) as connection:
                await connection.execute("BEGIN IMMEDIATE")
                return True
        except sqlite3.Error:
            return False

    async def close(self) -> None:
        """Write what is waiting to be noted, and close the connections."""
        if self._noting:
            await self._noting
        await self._reading.close()
        await self._connection.close()


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what a disk or another program can cause into an error that names the mend."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = (
            f"the database can't be written to ({error}): check the disk, and whether another "
            "program holds the database"
        )
        raise DatabaseError(message) from error


async def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Open the database, making it if it is missing and migrating it if it is older.

    A file that is damaged, or that is no database of Footnote's, is set aside under another
    name, with a line in the log, and a new database takes its place.

    Args:
        path: The file; its folder is made if it is missing.
        migrations: The steps of the schema.

    Raises:
        DatabaseError: The file can't be opened or written, or a newer Footnote made it.
    """
    try:
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        return await _open(path, migrations)
    except _UnusableError as error:
        aside = await asyncio.to_thread(_set_aside, path)
        log.warning(
            "The database %s %s. It was set aside as %s, and a new one is built from the articles.",
            path,
            error,
            aside.name,
        )
        try:
            return await _open(path, migrations)
        except _UnusableError as again:
            message = f"the database {path} can't be made: {again}"
            raise DatabaseError(message) from again
    except (OSError, sqlite3.OperationalError) as error:
        message = (
            f"the database {path} can't be opened ({error}): check the folder and its "
            "permissions, or name another file in FOOTNOTE_DATABASE"
        )
        raise DatabaseError(message) from error


async def _open(path: Path, migrations: Sequence[Migration]) -> Database:
    connection = await aiosqlite.connect(path, timeout=LOCKED_FOR, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        await _check(connection)
        await connection.execute("PRAGMA journal_mode = WAL")
        await connection.execute("PRAGMA synchronous = NORMAL")
        await connection.execute("PRAGMA foreign_keys = ON")
        await _migrate(connection, path, migrations)
        reading = await aiosqlite.connect(path, timeout=LOCKED_FOR, isolation_level=None)
    except BaseException as error:
        await connection.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            message = f"is damaged ({error})"
            raise _UnusableError(message) from error
        raise
    reading.row_factory = sqlite3.Row
    return Database(path, connection, reading)


async def _check(connection: aiosqlite.Connection) -> None:
    """Tell a sound database of ours, or an empty file, from anything else."""
    tables = await _value(connection, "SELECT count(*) FROM sqlite_schema")
    if not tables:
        return
    if await _value(connection, "PRAGMA application_id") != APPLICATION_ID:
        message = "belongs to another program"
        raise _UnusableError(message)
    verdict = await _value(connection, "PRAGMA quick_check(1)")
    if verdict != "ok":
        message = f"is damaged ({verdict})"
        raise _UnusableError(message)


async def _value(connection: aiosqlite.Connection, statement: str) -> Any:
    rows = list(await connection.execute_fetchall(statement))
    return rows[0][0] if rows else None


async def _migrate(
    connection: aiosqlite.Connection, path: Path, migrations: Sequence[Migration]
) -> None:
    """Run the steps that are not recorded yet, each in one transaction with its record."""
    await connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    await connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"
    )
    rows = await connection.execute_fetchall("SELECT name FROM migrations")
    applied = {row[0] for row in rows}
    unknown = applied - {migration.name for migration in migrations}
    if unknown:
        message = (
            f"the database {path} was made by a newer version of Footnote "
            f"({', '.join(sorted(unknown))}): update Footnote, or name another file in "
            "FOOTNOTE_DATABASE"
        )
        raise DatabaseError(message)
    for migration in migrations:
        if migration.name in applied:
            continue
        await connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in migration.statements:
                await connection.execute(statement)
            await connection.execute(
                "INSERT INTO migrations VALUES (?, ?)",
                (migration.name, dt.datetime.now(dt.UTC).isoformat(timespec="seconds")),
            )
        except BaseException:
            await connection.execute("ROLLBACK")
            raise
        await connection.execute("COMMIT")


def _set_aside(path: Path) -> Path:
    """Rename a file, with its journal, so that it is neither used nor lost."""
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.set-aside-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.set-aside-{stamp}-{number}")
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside
