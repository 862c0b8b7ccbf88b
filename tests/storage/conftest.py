"""The stores of both databases, for tests of what they have in common."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.storage.opening import open_stores
from tests.postgresql import execute

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.storage.stores import Stores


@dataclass(frozen=True)
class Kept:
    """A database whose stores are open.

    Attributes:
        address: The file, or the address.
        stores: Its stores.
    """

    address: Path | str
    stores: Stores

    async def run(self, statement: str) -> list[tuple[object, ...]]:
        """Run a statement behind the stores' back; return its rows."""
        if isinstance(self.address, str):
            return [tuple(row) for row in await execute(self.address, statement)]
        return await asyncio.to_thread(_run, self.address, statement)

    def again(self) -> AbstractAsyncContextManager[Stores]:
        """Open the stores of the same database a second time."""
        return open_stores(self.address)


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return the address of a database that is to be opened, of each kind in turn."""
    if request.param == "SQLite":
        return tmp_path / "footnote.db"
    address: str = request.getfixturevalue("postgresql")
    return address


@pytest.fixture
async def kept(database: Path | str) -> AsyncIterator[Kept]:
    """Return a database of each kind in turn, opened."""
    async with open_stores(database) as stores:
        yield Kept(database, stores)


@pytest.fixture
def stores(kept: Kept) -> Stores:
    """Return the stores of each kind of database in turn."""
    return kept.stores


@asynccontextmanager
async def two_processes(address: str) -> AsyncIterator[tuple[Stores, Stores]]:
    """Open the stores of a database twice, as two processes do."""
    async with open_stores(address) as first, open_stores(address) as second:
        yield first, second


def _run(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        return connection.execute(statement).fetchall()
