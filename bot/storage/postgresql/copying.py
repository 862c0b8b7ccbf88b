"""Read and write whole tables of a PostgreSQL database, to move them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.postgresql.failures import FAILURES, told
from bot.storage.postgresql.opening import connect, open_database
from bot.storage.tables import IN_ORDER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    import asyncpg

_SLOW = 600.0


class PostgresCopy:
    """The tables of a PostgreSQL database.

    Args:
        connection: A connection to it.
    """

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def rows(
        self, table: str, columns: str, batch: int
    ) -> AsyncIterator[list[tuple[object, ...]]]:
        """Return the rows of a table, in batches."""
        order = " ORDER BY number" if table in IN_ORDER else ""
        async with self._connection.transaction():
            cursor = await self._connection.cursor(
                f"SELECT {columns} FROM {table}{order}"  # noqa: S608 - constant names
            )
            while found := await cursor.fetch(batch, timeout=_SLOW):
                yield [tuple(row) for row in found]

    async def write(self, table: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Add rows to a table."""
        await self._connection.copy_records_to_table(
            table, records=rows, columns=columns.split(", "), timeout=_SLOW
        )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Commit what the block writes, or roll back if it fails."""
        async with self._connection.transaction():
            yield


@asynccontextmanager
async def open_copy(address: str) -> AsyncIterator[PostgresCopy]:
    """Open a PostgreSQL database, brought to this version's schema.

    Raises:
        DatabaseError: It can't be opened, or what is written can't be kept there.
    """
    await (await open_database(address)).close()
    try:
        connection = await connect(address)
        try:
            yield PostgresCopy(connection)
        finally:
            await connection.close()
    except FAILURES as error:
        message = f"the database can't be read or written to ({told(error)})"
        raise DatabaseError(message) from error
