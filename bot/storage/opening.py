"""Open the stores of whichever database an address names."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage.errors import NOT_INSTALLED, DatabaseError
from bot.storage.sqlite.stores import open_stores as open_sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.cluster import ClusterView
    from bot.storage.stores import Stores


@asynccontextmanager
async def open_stores(database: Path | str) -> AsyncIterator[Stores]:
    """Open the stores, and close them again after pending writes.

    Args:
        database: A SQLite file, or the address of a PostgreSQL database.

    Raises:
        DatabaseError: The database can't be used; the message says why.
    """
    if isinstance(database, Path):
        async with open_sqlite(database) as stores:
            yield stores
        return
    try:
        from bot.storage.postgresql.stores import (  # noqa: PLC0415 - an extra: SQLite needs none
            open_stores as open_postgresql,
        )
    except ImportError as error:
        raise DatabaseError(NOT_INSTALLED) from error
    async with open_postgresql(database) as stores:
        yield stores


async def cluster_of(address: str) -> ClusterView:
    """Return the cluster whose PostgreSQL database has an address, without joining it.

    Raises:
        DatabaseError: The database can't be reached, or holds no cluster.
    """
    try:
        from bot.storage.postgresql.cluster_view import cluster_at  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise DatabaseError(NOT_INSTALLED) from error
    return await cluster_at(address)
