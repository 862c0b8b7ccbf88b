"""A PostgreSQL database of its own for each test that needs one, on a server that is running."""

from __future__ import annotations

import os
import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import asyncpg

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SERVER = os.environ.get("TEST_POSTGRESQL") or "postgresql:///postgres"


@asynccontextmanager
async def new_database(server: str = SERVER, kind: str = "ENCODING 'UTF8'") -> AsyncIterator[str]:
    """Make a database, yield its address, and delete it.

    Args:
        server: The address of a database on the server, whose user may make others; without a
            host it is on the local socket.
        kind: The options that it is made with.

    Raises:
        OSError: There is no server.
    """
    name = f"footnote_test_{os.getpid()}_{secrets.token_hex(4)}"
    await execute(server, f"CREATE DATABASE {name} TEMPLATE template0 {kind}")
    try:
        # A test's database need not outlive a loss of power.
        await execute(server, f"ALTER DATABASE {name} SET synchronous_commit = off")
        yield in_place_of_its_database(server, name)
    finally:
        await execute(server, f"DROP DATABASE {name} WITH (FORCE)")


async def why_not(server: str = SERVER) -> str | None:
    """Return why no database can be made on a server, or ``None`` if one can."""
    try:
        await execute(server, "SELECT 1")
    except (OSError, asyncpg.PostgresError) as error:
        return f"no PostgreSQL at TEST_POSTGRESQL or the local socket: {error}"
    return None


async def empty(address: str) -> None:
    """Delete every row of a database but what its migrations have put there."""
    rows = await execute(
        address,
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
        "AND tablename NOT IN ('migrations', 'settings_version')",
    )
    names = [row["tablename"] for row in rows]
    # What refers to others goes with them.
    statements = [f"DELETE FROM {name}" for name in names]  # noqa: S608 - constant names
    if names:
        await execute(address, "; ".join([*statements, "UPDATE settings_version SET version = 0"]))


def in_place_of_its_database(server: str, name: str) -> str:
    """Return the address of another database on the same server."""
    parts = urlsplit(server)
    # urlunsplit leaves out the slashes of an empty host.
    host = parts.netloc or "/"
    address = urlunsplit(parts._replace(netloc=host, path=f"/{name}"))
    return address.replace(":////", ":///")


async def execute(address: str, statement: str) -> list[asyncpg.Record]:
    """Run a statement on a connection of its own, and return its rows; or run several."""
    connection = await asyncpg.connect(address, timeout=10)
    try:
        if ";" in statement:
            await connection.execute(statement)
            return []
        rows: list[asyncpg.Record] = await connection.fetch(statement)
        return rows
    finally:
        await connection.close()
