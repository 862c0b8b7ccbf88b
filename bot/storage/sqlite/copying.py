"""Read and write whole tables of a SQLite database, to move them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.storage.sqlite.opening import open_database
from bot.storage.tables import BINARY, IN_ORDER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    import aiosqlite

    from bot.storage.sqlite.database import Database


class SqliteCopy:
    """The tables of a SQLite database.

    Args:
        database: The database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: aiosqlite.Connection | None = None

    async def rows(
        self, table: str, columns: str, batch: int
    ) -> AsyncIterator[list[tuple[object, ...]]]:
        """Return the rows of a table, in batches."""
        order = " ORDER BY rowid" if table in IN_ORDER else ""
        statement = f"SELECT {columns} FROM {table}{order}"  # noqa: S608 - constant names
        binary = [name in BINARY for name in columns.split(", ")]
        if self._connection is not None:
            async with self._connection.execute(statement) as cursor:
                while found := [*await cursor.fetchmany(batch)]:
                    yield [_plain(tuple(row), binary) for row in found]
            return
        found = await self._database.fetch(statement)
        for start in range(0, len(found), batch):
            yield [_plain(tuple(row), binary) for row in found[start : start + batch]]

    async def write(self, table: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Add rows to a table, within :meth:`transaction`.

        Raises:
            RuntimeError: There is no transaction.
        """
        if self._connection is None:
            message = "rows are written within transaction() alone"
            raise RuntimeError(message)
        places = ", ".join("?" * len(columns.split(", ")))
        await self._connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - constant names
            rows,
        )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Commit what the block writes, or roll back if it fails."""
        async with self._database.transaction() as connection:
            self._connection = connection
            try:
                yield
            finally:
                self._connection = None


def _plain(row: tuple[object, ...], binary: list[bool]) -> tuple[object, ...]:
    """Return a row as every database has it: SQLite keeps text where bytes belong."""
    return tuple(
        value.encode() if is_bytes and isinstance(value, str) else value
        for value, is_bytes in zip(row, binary, strict=True)
    )


@asynccontextmanager
async def open_copy(path: Path) -> AsyncIterator[SqliteCopy]:
    """Open a SQLite database, brought to this version's schema; no other process may have it.

    Raises:
        DatabaseError: It can't be opened.
    """
    database = await open_database(path)
    try:
        yield SqliteCopy(database)
    finally:
        await database.close()
