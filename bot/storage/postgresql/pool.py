"""A connection pool that fails at once, without waiting, while the database is away."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import asyncpg

from bot.storage.postgresql.failures import FAILURES, is_away, told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

log = logging.getLogger(__name__)

SLOW_AFTER = 0.4
"""Seconds of using a connection after which the database is probed."""

ANSWERED_WITHIN = 1.0
"""Seconds within which a reachable database answers a new connection."""

ASKED_EVERY = 1.0
"""Seconds between two probes of a database that is away."""


class WatchedPool:
    """Lends connections, and fails all waiting callers as soon as the database is known to be away.

    A slow use, or one that fails as if the database were away, triggers a probe on a new
    connection. Without an answer the database is away: all waiting and later callers fail at once,
    until it answers again.

    Args:
        pool: The connections.
        ask: Probes the database, over a new connection.

    Attributes:
        failure: Why the database is away; ``None`` while it is reachable.
    """

    def __init__(self, pool: asyncpg.Pool, ask: Callable[[], Awaitable[None]]) -> None:
        self._pool = pool
        self._ask = ask
        self._waiting: set[asyncio.Timeout] = set()
        self._lent: set[asyncpg.Connection] = set()
        self._asking: asyncio.Task[None] | None = None
        self.failure: str | None = None

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[asyncpg.Connection]:
        """Lend a connection while a block runs.

        Raises:
            ConnectionError: The database is away.
            TimeoutError: It turned out to be away while a connection was waited for.
        """
        slow = asyncio.get_running_loop().call_later(SLOW_AFTER, self._find_out)
        try:
            connection = await self._acquired()
            self._lent.add(connection)
            try:
                yield connection
            except (TimeoutError, asyncio.CancelledError):
                # The driver would wait until the server has heard that nobody waits any more.
                connection.terminate()
                raise
            finally:
                await self._pool.release(connection)
                self._lent.discard(connection)
        except FAILURES as error:
            if is_away(error):
                self._find_out()
            raise
        finally:
            slow.cancel()

    async def close(self, within: float) -> None:
        """Close all connections.

        Args:
            within: Seconds that this may take.
        """
        if self._asking:
            self._asking.cancel()
            await asyncio.wait({self._asking})
        try:
            await asyncio.wait_for(self._pool.close(), within)
        except FAILURES:
            self._pool.terminate()

    async def _acquired(self) -> asyncpg.Connection:
        if self.failure is not None:
            raise ConnectionError(self.failure)
        async with asyncio.timeout(None) as waiting:
            self._waiting.add(waiting)
            try:
                return await self._pool.acquire()
            finally:
                self._waiting.discard(waiting)

    def _find_out(self) -> None:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_until_answered())

    async def _ask_until_answered(self) -> None:
        while not await self._answers():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(ASKED_EVERY)
        if self.failure is not None:
            self.failure = None
            log.info("the database is back")

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(ANSWERED_WITHIN):
                await self._ask()
        except FAILURES as error:
            # A server without room for one more connection answers on those that it has.
            if not is_away(error) or isinstance(error, asyncpg.TooManyConnectionsError):
                return True
            self._end_waiting(told(error))
            return False
        return True

    def _end_waiting(self, failure: str) -> None:
        if self.failure is None:
            log.warning("the database is away (%s): answering from memory", failure)
        self.failure = failure
        now = asyncio.get_running_loop().time()
        for waiting in self._waiting:
            waiting.reschedule(now)
        for connection in self._lent:
            with suppress(asyncpg.InterfaceError):  # it was released a moment ago
                connection.terminate()
