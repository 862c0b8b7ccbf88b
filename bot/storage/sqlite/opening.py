"""Open the SQLite database: made if it is missing, migrated, and set aside if it is damaged."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import aiosqlite

from bot.storage.errors import DatabaseError
from bot.storage.sqlite.database import Database
from bot.storage.sqlite.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.storage.sqlite.migrations import Migration

log = logging.getLogger(__name__)

APPLICATION_ID = 0x466E6F74
"""Marks a SQLite file as Footnote's (``Fnot``)."""

LOCKED_FOR = 15.0
"""Seconds that a write waits for another program that holds the database."""


class _UnusableError(Exception):
    """A file is not a sound database of Footnote's; the message says why."""


async def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Open the database, making it if it is missing and migrating it if it is older.

    A file that is damaged, or that is not a database of Footnote's, is set aside under another
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
    """Raise :class:`_UnusableError` unless the file is empty or a sound database of ours."""
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
    """Rename a file and its journal, so that it is neither used nor lost; return the new path."""
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
