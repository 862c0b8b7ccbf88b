"""Open the SQLite database: made if it is missing, migrated, and set aside if it is damaged."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiosqlite

from bot.storage.errors import DatabaseError
from bot.storage.sqlite.damage import is_damage
from bot.storage.sqlite.database import Connections, Database
from bot.storage.sqlite.lock import DatabaseLock
from bot.storage.sqlite.migrations import MIGRATIONS
from bot.storage.sqlite.ownership import APPLICATION_ID, refuse_foreign, without_links

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.storage.migration import Migration

log = logging.getLogger(__name__)

LOCKED_FOR = 15.0
"""Seconds that a write waits for another program that holds the database."""

PROBED_FOR = 1.0
"""The same for checking whether the database can be written to."""

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    # Deleted rows are overwritten with zeros.
    "secure_delete = ON",
)
# The number of SQLite instructions between two checks whether a statement was cancelled.
_LOOK_EVERY = 1000


class _UnusableError(Exception):
    """A file is not a sound database of Footnote's; the message says why."""


async def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Open the database, making it if it is missing and migrating it if it is older.

    One that is damaged is set aside under another name, with a line in the log, and a new database
    takes its place; so is one that turns out to be damaged later. Another program's file is left
    as it is. Only the user who runs the bot may read the file.

    Args:
        path: The file, or a link to it; its folder is made if it is missing.
        migrations: The steps of the schema.

    Raises:
        DatabaseError: The file can't be opened or written, another process has it open, or
            another program or a newer Footnote made it.
    """
    path = without_links(path)

    async def replace(reason: str) -> Connections:
        with _named_errors(path):
            await asyncio.to_thread(_set_aside, path, reason)
            return await _open_new(path, migrations)

    with _named_errors(path):
        await asyncio.to_thread(refuse_foreign, path)
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        lock = DatabaseLock(path)
        try:
            try:
                connections = await _open(path, migrations)
            except _UnusableError as error:
                connections = await replace(str(error))
            return Database(path, connections, lock, replace)
        except BaseException:
            lock.release()
            raise


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    """Turn what a folder or its permissions cause into an error that says how to fix it."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        message = (
            f"the database {path} can't be opened ({error}): check the folder and its "
            "permissions, or name another file in FOOTNOTE_DATABASE"
        )
        raise DatabaseError(message) from error


async def _open_new(path: Path, migrations: Sequence[Migration]) -> Connections:
    try:
        return await _open(path, migrations)
    except _UnusableError as error:
        message = f"the database {path} can't be made: it {error}"
        raise DatabaseError(message) from error


async def _open(path: Path, migrations: Sequence[Migration]) -> Connections:
    await asyncio.to_thread(_make_private, path)
    opened: list[aiosqlite.Connection] = []
    try:
        for timeout in (LOCKED_FOR, LOCKED_FOR, PROBED_FOR):
            connection = await aiosqlite.connect(path, timeout=timeout, isolation_level=None)
            connection.row_factory = sqlite3.Row
            opened.append(connection)
        writing, reading, probing = opened
        await _check(writing)
        for pragma in _PRAGMAS:
            await writing.execute(f"PRAGMA {pragma}")
        await _migrate(writing, path, migrations)
        given_up = threading.Event()
        await writing.set_progress_handler(given_up.is_set, _LOOK_EVERY)
    except BaseException as error:
        for connection in opened:
            await connection.close()
        if is_damage(error):
            message = f"is damaged ({error})"
            raise _UnusableError(message) from error
        raise
    return Connections(writing, reading, probing, given_up)


def _make_private(path: Path) -> None:
    """Make the file if it is missing, and keep everybody else from reading it and its journal."""
    path.touch(mode=0o600)
    for file in (path, *_journals(path)):
        # Another user's file can be open to this one, but its permissions can't be changed.
        with suppress(FileNotFoundError, PermissionError):
            file.chmod(0o600)


def _journals(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]


async def _check(connection: aiosqlite.Connection) -> None:
    """Raise :class:`_UnusableError` unless the file is empty or a sound database."""
    tables = await _value(connection, "SELECT count(*) FROM sqlite_schema")
    if not tables:
        return
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
    known = {migration.name for migration in migrations}
    unknown = applied - known
    if unknown and not known <= applied:
        message = f"is damaged (it names no version: {', '.join(sorted(unknown))})"
        raise _UnusableError(message)
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


def _set_aside(path: Path, reason: str) -> None:
    """Rename a file and its journal, so that it is neither used nor lost."""
    aside = move_aside(path, "set-aside")
    log.warning(
        "The database %s %s. It was set aside as %s, and a new one is built from the articles.",
        path,
        reason,
        aside.name,
    )


def move_aside(path: Path, why: str) -> Path:
    """Rename a database and its journal; the new name says why and when.

    Args:
        path: The database's file.
        why: A word for the new name.

    Returns:
        The new path of the database.
    """
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.{why}-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.{why}-{stamp}-{number}")
    path.rename(aside)
    for journal, moved in zip(_journals(path), _journals(aside), strict=True):
        with suppress(FileNotFoundError):
            journal.rename(moved)
    return aside
