"""Run statements on PostgreSQL, with retries where they are safe."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from bot.storage.errors import AwayError, DatabaseError
from bot.storage.health import StorageHealth
from bot.storage.postgresql.failures import COLLISIONS, FAILURES, is_away, told
from bot.storage.postgresql.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import asyncpg

    from bot.storage.postgresql.pool import WatchedPool
    from bot.storage.row import Row

log = logging.getLogger(__name__)

RETRIED_AFTER = (0.05, 0.25, 0.7)
"""Seconds before each retry; a caller is waiting."""

PROBED_FOR = 1.5
"""The maximum seconds for checking whether the database can be written to."""

T = TypeVar("T")


class _UncertainError(Exception):
    """The connection was lost while a transaction was being committed.

    Args:
        number: The transaction's number.
        result: What its work returned.
    """

    def __init__(self, number: str, result: object) -> None:
        super().__init__(number)
        self.number = number
        self.result = result


class Database:
    """An open database; :func:`~bot.storage.postgresql.opening.open_database` returns one.

    Args:
        pool: The connections.
        process: What this process is called in the database.

    Attributes:
        process: What this process is called in the database; no other has this name.
    """

    def __init__(self, pool: WatchedPool, process: str) -> None:
        self.process = process
        self._pool = pool
        self._last_failure: str | None = None
        self._notes = Notes(self._write_notes)

    async def fetch(self, statement: str, *values: object) -> list[Row]:
        """Run a query and return all its rows.

        Raises:
            DatabaseError: The database can't be read.
        """

        async def query(connection: asyncpg.Connection) -> list[Row]:
            return [*await connection.fetch(statement, *values)]

        return await self.read(query)

    async def read(self, work: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        """Run several queries on one snapshot of the database.

        Args:
            work: Runs the queries on a connection; called again where the connection is lost.

        Raises:
            DatabaseError: The database can't be read.
        """

        async def once() -> T:
            async with (
                self._pool.connection() as connection,
                connection.transaction(isolation="repeatable_read", readonly=True),
            ):
                return await work(connection)

        return await self._retried(once, "read")

    async def execute(self, statement: str, *values: object) -> int:
        """Run one statement in a transaction of its own; return how many rows it changed.

        Raises:
            DatabaseError: The database can't be written to.
        """

        async def change(connection: asyncpg.Connection) -> int:
            return changed(await connection.execute(statement, *values))

        return await self.write(change)

    async def write(self, work: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        """Change the database in one transaction, after pending notes.

        Args:
            work: Makes the changes on a connection; called again where the transaction was
                undone by a deadlock or a lost connection.

        Returns:
            What the work returns.

        Raises:
            DatabaseError: The database can't be written to, or it is not certain that it was.
        """
        await self.noted()
        result = await self._retried(lambda: self._write_once(work), "written to")
        self._last_failure = None
        return result

    async def _write_once(self, work: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        committing: _UncertainError | None = None
        try:
            async with self._pool.connection() as connection:
                transaction = connection.transaction()
                await transaction.start()
                try:
                    number = await connection.fetchval("SELECT pg_current_xact_id()::text")
                    result = await work(connection)
                except BaseException:
                    with suppress(*FAILURES):
                        await transaction.rollback()
                    raise
                committing = _UncertainError(number, result)
                await transaction.commit()
                return result
        except FAILURES as error:
            if committing and is_away(error):
                raise committing from error
            raise

    async def _retried(self, once: Callable[[], Awaitable[T]], action: str) -> T:
        """Run an attempt, and retry it after transient failures."""
        delays = iter(RETRIED_AFTER)
        unsure: _UncertainError | None = None
        while True:
            try:
                if unsure is None:
                    return await once()
                if await self._was_committed(unsure.number):
                    return unsure.result  # type: ignore[return-value]  # ``once``'s own
                unsure = None
                continue
            except _UncertainError as error:
                unsure = error
                failure: BaseException = error.__cause__ or error
            except FAILURES as error:
                failure = error
            delay = next(delays, None)
            if self._pool.failure and action == "read":
                # What is to be shown is shown without it, and not later.
                delay = None
            if delay is None or not (is_away(failure) or isinstance(failure, COLLISIONS)):
                raise self._plain(failure, action, certain=unsure is None) from failure
            await asyncio.sleep(delay)

    async def _was_committed(self, number: str) -> bool:
        async with self._pool.connection() as connection:
            status = await connection.fetchval("SELECT pg_xact_status($1::text::xid8)", number)
        if status == "in progress":
            message = "the server has not noticed yet that the connection was lost"
            raise TimeoutError(message)
        return bool(status == "committed")

    def _plain(self, failure: BaseException, action: str, *, certain: bool) -> DatabaseError:
        if action != "read":
            self._last_failure = told(failure)
        if not certain:
            return DatabaseError(
                f"the connection to the database was lost ({told(failure)}), and it is not "
                "certain whether the change was saved: look before you make it again"
            )
        kind = AwayError if is_away(failure) else DatabaseError
        return kind(
            f"the database can't be {action} ({told(failure)}): check that PostgreSQL runs and "
            "that FOOTNOTE_DATABASE names it"
        )

    async def attempt(self, statement: str, *values: object, within: float) -> list[Row]:
        """Run one statement, once and without waiting for pending notes; return its rows.

        Args:
            statement: The statement.
            values: Its values.
            within: Seconds that it may take.

        Raises:
            DatabaseError: The database does not answer in time, or refuses.
        """
        try:
            async with asyncio.timeout(within), self._pool.connection() as connection:
                return [*await connection.fetch(statement, *values)]
        except FAILURES as error:
            kind = AwayError if is_away(error) else DatabaseError
            raise kind(told(error)) from error

    def note(self, statement: str, *values: object) -> None:
        """Write one statement soon, in one transaction with all others that wait.

        Nothing waits for it. While the database is away it is queued, up to a limit; other
        failures, which undo the whole transaction, are logged.
        """
        self._notes.add(statement, values)

    async def noted(self) -> None:
        """Wait until all notes so far have been written, or an attempt has failed."""
        await self._notes.tried()

    async def _write_notes(self, noted: dict[str, list[tuple[object, ...]]]) -> None:
        """Write notes in one transaction.

        Raises:
            ConnectionError: The database is away, and nothing was written.
            DatabaseError: They can't be written, now or later.
        """

        async def write(connection: asyncpg.Connection) -> None:
            for statement, every in noted.items():
                await connection.executemany(statement, every)

        try:
            await self._retried(lambda: self._write_once(write), "written to")
        except DatabaseError as error:
            cause = error.__cause__
            if cause is not None and is_away(cause):
                raise ConnectionError(str(error)) from error
            raise
        self._last_failure = None

    async def look(self) -> StorageHealth:
        """Return, within a second or two, whether the database can be written to now."""
        waiting = len(self._notes)
        failure = self._last_failure or self._pool.failure
        if failure and waiting:
            failure = f"{failure}; notes that wait to be written: {waiting}"
        return StorageHealth(await self._is_writable(), failure)

    async def _is_writable(self) -> bool:
        try:
            async with asyncio.timeout(PROBED_FOR), self._pool.connection() as connection:
                return bool(
                    await connection.fetchval(
                        "SELECT NOT pg_is_in_recovery() "
                        "AND current_setting('default_transaction_read_only') = 'off'"
                    )
                )
        except FAILURES:
            return False

    async def close(self, within: float = 3.0) -> None:
        """Write pending notes, if the database can be reached, and close the connections.

        Args:
            within: The maximum seconds that this takes.
        """
        await self._notes.close(within)
        await self._pool.close(within)


def changed(status: str) -> int:
    """Return how many rows a statement changed, from PostgreSQL's command tag."""
    return int(status.rpartition(" ")[2])
