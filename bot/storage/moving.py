"""Move the whole contents of one database to another: SQLite to PostgreSQL, or back."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.storage.errors import NOT_INSTALLED, DatabaseError
from bot.storage.sqlite.copying import open_copy as open_sqlite
from bot.storage.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    Row = tuple[object, ...]

_BATCH = 1000
_DIGEST_BYTES = 16


class DatabaseCopy(Protocol):
    """A database whose rows are read, or written in one transaction."""

    def rows(self, table: str, columns: str, batch: int) -> AsyncIterator[list[Row]]:
        """Return the rows of a table, in batches."""
        ...

    async def write(self, table: str, columns: str, rows: Sequence[Row]) -> None:
        """Add rows to a table."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[None]:
        """Commit what the block writes, or roll back if it fails."""
        ...


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved of a table.

    Attributes:
        table: The table.
        rows: How many rows.
    """

    table: str
    rows: int


@dataclass
class _Sum:
    """The number of rows, and the sum of their digests, which doesn't depend on their order."""

    rows: int = 0
    digest: int = 0

    def add(self, rows: Sequence[Row]) -> None:
        for row in rows:
            packed = repr(row).encode(errors="surrogatepass")
            digest = hashlib.blake2b(packed, digest_size=_DIGEST_BYTES).digest()
            self.digest = (self.digest + int.from_bytes(digest)) % (1 << 8 * _DIGEST_BYTES)
        self.rows += len(rows)


async def move(
    source: Path | str, target: Path | str, progress: Callable[[Moved], None] | None = None
) -> list[Moved]:
    """Copy all tables of a database into another, which has to be empty, and compare the two.

    Args:
        source: A SQLite file or a PostgreSQL address; it is only read. No bot may be running on it.
        target: The same of the database to write; a SQLite file is made.
        progress: Called with each table that was moved.

    Returns:
        What was moved, table by table.

    Raises:
        DatabaseError: They are the same, one of them can't be opened, the target is not empty, or
            the rows written differ from those read; nothing is moved then.
    """
    if _is_same(source, target):
        message = "both names are those of one database: name another to move it to"
        raise DatabaseError(message)
    moved = []
    async with (
        open_copy(source, new=False) as before,
        open_copy(target, new=True) as after,
        after.transaction(),
    ):
        for table, columns in TABLES.items():
            moved.append(await _move_table(before, after, table, columns))
            if progress:
                progress(moved[-1])
    return moved


async def _move_table(before: DatabaseCopy, after: DatabaseCopy, table: str, columns: str) -> Moved:
    if await _sum(after, table, columns) != _Sum():
        message = f"the table {table} is not empty: name an empty database"
        raise DatabaseError(message)
    read = _Sum()
    async for rows in before.rows(table, columns, _BATCH):
        read.add(rows)
        await after.write(table, columns, rows)
    if await _sum(after, table, columns) != read:
        message = f"the rows written to {table} differ from those read: nothing was moved"
        raise DatabaseError(message)
    return Moved(table, read.rows)


def _is_same(source: Path | str, target: Path | str) -> bool:
    if isinstance(source, Path) and isinstance(target, Path):
        return source.resolve() == target.resolve()
    return source == target


async def _sum(copy: DatabaseCopy, table: str, columns: str) -> _Sum:
    found = _Sum()
    async for rows in copy.rows(table, columns, _BATCH):
        found.add(rows)
    return found


@asynccontextmanager
async def open_copy(database: Path | str, *, new: bool) -> AsyncIterator[DatabaseCopy]:
    """Open a database to read or write its tables.

    Args:
        database: A SQLite file or a PostgreSQL address.
        new: Whether to create a SQLite file; otherwise it must exist.

    Raises:
        DatabaseError: It can't be opened.
    """
    if isinstance(database, Path):
        if not new and not await asyncio.to_thread(database.is_file):
            message = f"there is no database {database}: name the file that the bot used"
            raise DatabaseError(message)
        async with open_sqlite(database) as copy:
            yield copy
        return
    try:
        from bot.storage.postgresql.copying import (  # noqa: PLC0415 - an extra
            open_copy as open_postgresql,
        )
    except ImportError as error:
        raise DatabaseError(NOT_INSTALLED) from error
    async with open_postgresql(database) as copy:
        yield copy
