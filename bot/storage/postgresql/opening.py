"""Open a PostgreSQL database: connected to, and brought to the schema of this version."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import platform
import re
import secrets
from typing import TYPE_CHECKING

import asyncpg

from bot.storage.errors import DatabaseError
from bot.storage.postgresql.database import Database
from bot.storage.postgresql.failures import FAILURES, is_away, told
from bot.storage.postgresql.migrations import MIGRATIONS
from bot.storage.postgresql.pool import WatchedPool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.migration import Migration

log = logging.getLogger(__name__)

AWAITED_FOR = 30.0
"""Seconds that a start waits for a PostgreSQL that is starting too."""

_MIGRATING = 0x466E6F74
"""The key of the advisory lock that migrations take (``Fnot``)."""

_OLDEST = 140_000
"""The oldest version that works, as ``server_version_num``: PostgreSQL 14."""

_ENCODINGS = frozenset({"UTF8", "SQL_ASCII"})
"""The encodings that hold every character; in the second the server takes bytes as they are."""

_MOST_CONNECTIONS = 4
_CONNECT_WITHIN = 5.0
_ANSWER_WITHIN = 10.0
_LOOK_EVERY = 0.5

SESSION = {
    "application_name": "footnote",
    # Don't wait long for another process that is stalled within a transaction.
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "15s",
}
"""The settings of every connection."""


async def open_database(
    address: str,
    migrations: Sequence[Migration] = MIGRATIONS,
    awaited_for: float = AWAITED_FOR,
) -> Database:
    """Connect to a database and migrate it if it is older.

    Args:
        address: Its address, ``postgresql://…``.
        migrations: The steps of the schema.
        awaited_for: Seconds to wait for a server that does not answer yet.

    Raises:
        DatabaseError: The database can't be reached or written to, PostgreSQL is older than 14,
            or a newer Footnote made the schema.
    """
    pool = await _connected(address, awaited_for)
    try:
        async with pool.acquire() as connection:
            await migrate(connection, migrations)
    except FAILURES as error:
        pool.terminate()
        message = f"the database {shown(address)} can't be prepared ({told(error)}){_mend(error)}"
        raise DatabaseError(message) from error
    except BaseException:
        pool.terminate()
        raise
    return Database(WatchedPool(pool, lambda: _ask(address)), process_name())


async def _ask(address: str) -> None:
    connection = await connect(address)
    try:
        await connection.execute("SELECT 1")
    finally:
        connection.terminate()


async def connect(address: str, **session: str) -> asyncpg.Connection:
    """Return a connection of its own, outside of the pool.

    Args:
        address: The database's address.
        session: Settings of this connection.

    Raises:
        OSError: The server can't be reached; other errors of ``FAILURES`` are raised too.
    """
    return await asyncpg.connect(
        address,
        timeout=_CONNECT_WITHIN,
        command_timeout=_ANSWER_WITHIN,
        server_settings={**SESSION, **session},
    )


async def _connected(address: str, awaited_for: float) -> asyncpg.Pool:
    loop = asyncio.get_running_loop()
    end = loop.time() + awaited_for
    told_so = False
    while True:
        try:
            return await _pool(address)
        except (*FAILURES, ValueError) as error:
            if not is_away(error) or loop.time() > end:
                message = (
                    f"the database {shown(address)} can't be opened ({told(error)}): check that "
                    "PostgreSQL runs and that FOOTNOTE_DATABASE names it"
                )
                raise DatabaseError(message) from error
            if not told_so:
                log.warning("waiting for the database %s: %s", shown(address), told(error))
                told_so = True
            await asyncio.sleep(_LOOK_EVERY)


async def _pool(address: str) -> asyncpg.Pool:
    """Return a pool with a connection."""
    pool = await asyncpg.create_pool(
        address,
        # The driver would make up for those that are lost, also while the database is away.
        min_size=0,
        max_size=_MOST_CONNECTIONS,
        timeout=_CONNECT_WITHIN,
        command_timeout=_ANSWER_WITHIN,
        server_settings=SESSION,
    )
    try:
        await pool.release(await pool.acquire())
    except BaseException:
        pool.terminate()
        raise
    return pool


async def migrate(connection: asyncpg.Connection, migrations: Sequence[Migration]) -> None:
    """Run the steps that are not recorded yet, all in one transaction with their record.

    However many processes start at once, one of them migrates and the others wait for it.

    Raises:
        DatabaseError: PostgreSQL is older than 14, the database can't store every character, or a
            newer Footnote made the schema.
    """
    await _refuse_unusable(connection)
    async with connection.transaction():
        # A migration may take longer than the timeouts allow.
        await connection.execute("SET LOCAL lock_timeout = 0")
        await connection.execute("SET LOCAL statement_timeout = 0")
        await connection.execute("SELECT pg_advisory_xact_lock($1)", _MIGRATING, timeout=300)
        await connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations "
            "(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"
        )
        applied = {row["name"] for row in await connection.fetch("SELECT name FROM migrations")}
        unknown = applied - {migration.name for migration in migrations}
        if unknown:
            message = (
                f"the database was made by a newer version of Footnote "
                f"({', '.join(sorted(unknown))}): update Footnote, or name another one in "
                "FOOTNOTE_DATABASE"
            )
            raise DatabaseError(message)
        for migration in migrations:
            if migration.name in applied:
                continue
            for statement in migration.statements:
                await connection.execute(statement, timeout=300)
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            await connection.execute("INSERT INTO migrations VALUES ($1, $2)", migration.name, now)


async def _refuse_unusable(connection: asyncpg.Connection) -> None:
    if int(await connection.fetchval("SHOW server_version_num")) < _OLDEST:
        version = await connection.fetchval("SHOW server_version")
        message = f"PostgreSQL {version} is too old: use version 14 or a newer one"
        raise DatabaseError(message)
    encoding = await connection.fetchval("SHOW server_encoding")
    if encoding not in _ENCODINGS:
        message = (
            f"the database can't store every character, as its encoding is {encoding}: make one "
            "with ENCODING 'UTF8', and name it in FOOTNOTE_DATABASE"
        )
        raise DatabaseError(message)


def _mend(error: BaseException) -> str:
    """Return advice after a failure to prepare a database, if there is any."""
    if isinstance(error, asyncpg.InsufficientPrivilegeError | asyncpg.InvalidSchemaNameError):
        return ": let its user create tables in it, best as its owner"
    if isinstance(error, asyncpg.ReadOnlySQLTransactionError):
        return ": name one in FOOTNOTE_DATABASE that can be written to, not a copy of it"
    return ""


def shown(address: str) -> str:
    """Return an address without its user, its password and its options."""
    return re.sub(r"//.*@", "//", address.partition("?")[0])


def process_name() -> str:
    """Return a name for this process that no other has, here or elsewhere, now or later."""
    return f"{platform.node()}/{os.getpid()}/{secrets.token_hex(3)}"
