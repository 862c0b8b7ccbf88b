"""The processes of a cluster and their claims, in PostgreSQL: session locks, which die with one."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import math
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from bot.storage.cluster import SilentError
from bot.storage.errors import DatabaseError
from bot.storage.postgresql.claiming import (
    agreed_count,
    claim_again,
    claim_untouched,
    stamps_of,
)
from bot.storage.postgresql.cluster_view import LOCKS, PROCESS, SHARD, look
from bot.storage.postgresql.failures import FAILURES, is_away, told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    import asyncpg

    from bot.storage.cluster import ClusterView, WantedShards
    from bot.storage.postgresql.database import Database

log = logging.getLogger(__name__)

SESSION_ENDS_AFTER = 20.0
"""Seconds of silence after which the server ends a session, and its locks with it."""

GIVEN_UP_AFTER = 15.0
"""Seconds without a response of the server after which a process gives up its shards."""

IDENTIFIED_EVERY = 5.0
"""Seconds between two sessions that begin in one bucket, as Discord asks for."""

_JOINING = 0x466E6F75
"""The key of the advisory lock that joining takes (``Fnou``)."""

_WORD_WITHIN = 4.0
"""Seconds within which the server has to respond."""

# Seconds of silence after which an heir counts as lost.
_FORGOTTEN_AFTER = dt.timedelta(seconds=10)

_END_SESSION = f"SELECT pg_terminate_backend(pid) FROM ({LOCKS}) AS locks WHERE key = $2"  # noqa: S608 - constant names

T = TypeVar("T")


class PostgresCluster:
    """A process's place in the cluster, over a connection of its own; see :class:`Cluster`.

    A shard is claimed by an advisory lock of that connection's session. The server ends a session
    that is silent for too long, and this process gives its shards up well before that; so two
    processes never hold one, unless a process is frozen as a whole. A refused connection counts as
    a response: a server that is down refuses all processes, so none can claim anything.

    Args:
        database: The database.
        connect: Opens a connection.

    Attributes:
        process: The name of this process.
        number: The number of this process, once it has joined.
        held: The shards that it holds.
        connected_at: When its session was last reestablished, by the monotonic clock.
    """

    def __init__(
        self, database: Database, connect: Callable[[], Awaitable[asyncpg.Connection]]
    ) -> None:
        self._database = database
        self._connect = connect
        self._connection: asyncpg.Connection | None = None
        self._turn = asyncio.Lock()
        self._last_word = time.monotonic()
        self._count = 0
        self._stamps: dict[int, str] = {}
        self.process = database.process
        self.number = 0
        self.held: set[int] = set()
        self.connected_at = -math.inf

    async def join(
        self, wanted: WantedShards, ask: Callable[[], Awaitable[int]], port: int | None
    ) -> int:
        """Join the cluster; return how many shards the bot has in all."""
        try:
            self._connection = connection = await self._connect()
            async with connection.transaction():
                await connection.execute("SELECT pg_advisory_xact_lock($1)", _JOINING)
                self._count = await agreed_count(connection, wanted, ask)
                self.number = await connection.fetchval(
                    "INSERT INTO processes (name, pid, shard_count, port, first_shard, "
                    "last_shard) VALUES ($1, pg_backend_pid(), $2, $3, $4, $5) RETURNING number",
                    self._database.process,
                    self._count,
                    port,
                    wanted.first,
                    wanted.last,
                )
                await connection.execute(
                    "SELECT pg_try_advisory_lock($1, $2)", PROCESS, self.number
                )
                await connection.execute(
                    "INSERT INTO shards (shard) SELECT generate_series(0, $1 - 1) "
                    "ON CONFLICT DO NOTHING",
                    self._count,
                )
        except FAILURES as error:
            message = f"the other processes can't be joined ({told(error)})"
            raise DatabaseError(message) from error
        self._last_word = time.monotonic()
        return self._count

    async def beat(self) -> ClusterView:
        """Record that this process is alive, and return the cluster."""
        return await self._in_session(self._beat)

    async def _beat(self, connection: asyncpg.Connection) -> ClusterView:
        await connection.execute(
            "UPDATE processes SET seen = clock_timestamp() WHERE number = $1", self.number
        )
        view = await look(connection, self._count)
        self._stamps = await stamps_of(connection, self.held)
        return view

    async def claim(self, shards: Collection[int]) -> set[int]:
        """Claim shards that nobody holds; return those that this process holds now."""

        async def lock(connection: asyncpg.Connection) -> set[int]:
            rows = await connection.fetch(
                "SELECT shard FROM unnest($2::integer[]) AS shard "
                "WHERE pg_try_advisory_lock($1, shard)",
                SHARD,
                # A lock that a session takes twice has to be let go of twice.
                [*set(shards) - self.held],
            )
            claimed = {row["shard"] for row in rows}
            await connection.execute(
                "UPDATE shards SET released = false, offered = false, heir = NULL, "
                "ready = false, switch_at = NULL WHERE shard = ANY($1)",
                [*claimed],
            )
            return claimed

        self.held |= await self._in_session(lock)
        return self.held.intersection(shards)

    async def release(self, shard: int) -> None:
        """Release a shard."""
        self.held.discard(shard)
        await self._run(
            "UPDATE shards SET released = true, offered = false WHERE shard = $1", shard
        )
        await self._run("SELECT pg_advisory_unlock($1, $2)", SHARD, shard)

    async def offer(self, shards: Collection[int]) -> None:
        """Offer shards to other processes, and go on with them until one is ready."""
        await self._run("UPDATE shards SET offered = true WHERE shard = ANY($1)", [*shards])

    async def inherit(self, shard: int) -> bool:
        """Become the heir of an offered shard; return whether that succeeded."""

        async def become(connection: asyncpg.Connection) -> bool:
            heir = await connection.fetchval(
                "UPDATE shards SET heir = $2, ready = false, switch_at = NULL "
                "WHERE shard = $1 AND offered AND (heir IS NULL OR heir NOT IN "
                "(SELECT number FROM processes WHERE seen > clock_timestamp() - $3::interval)) "
                "RETURNING heir",
                shard,
                self.number,
                _FORGOTTEN_AFTER,
            )
            return bool(heir == self.number)

        return await self._in_session(become)

    async def note_ready(self, shard: int) -> None:
        """Record that this process, as the heir, is connected to a shard."""
        await self._run(
            "UPDATE shards SET ready = true WHERE shard = $1 AND heir = $2", shard, self.number
        )

    async def settle_switch(self, shard: int, switch_at: int) -> None:
        """Settle from which snowflake on the heir of a shard answers."""
        await self._run("UPDATE shards SET switch_at = $2 WHERE shard = $1", shard, switch_at)

    async def drain(self) -> None:
        """Record that this process is handing over its shards, to stop."""
        await self._run("UPDATE processes SET draining = true WHERE number = $1", self.number)

    async def may_identify(self, bucket: int) -> bool:
        """Return whether a session may begin now in a bucket, and record that it does.

        A time in a row rather than a lock: Discord counts the session even if the process has died
        since.
        """
        rows = await self._database.attempt(
            "INSERT INTO identified AS last VALUES ($1, clock_timestamp()) "
            "ON CONFLICT (bucket) DO UPDATE SET at = excluded.at "
            "WHERE last.at <= excluded.at - make_interval(secs => $2) RETURNING 1",
            bucket,
            IDENTIFIED_EVERY,
            within=_WORD_WITHIN,
        )
        return bool(rows)

    async def leave(self) -> None:
        """Leave the cluster; all shards are free."""
        if self._connection is None:
            return
        with suppress(*FAILURES, DatabaseError, SilentError):
            await self._run(
                "UPDATE shards SET released = true, offered = false WHERE shard = ANY($1)",
                [*self.held],
            )
            await self._run("DELETE FROM processes WHERE number = $1", self.number)
        self._connection.terminate()
        self._connection = None
        self.held.clear()

    async def _run(self, statement: str, *values: object) -> None:
        async def execute(connection: asyncpg.Connection) -> None:
            await connection.execute(statement, *values)

        await self._in_session(execute)

    async def _in_session(self, work: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        """Return what some work in this process's session returns."""
        async with self._turn:
            asked_at = time.monotonic()
            try:
                async with asyncio.timeout(_WORD_WITHIN):
                    if self._connection is None or self._connection.is_closed():
                        await self._begin_session()
                    result = await work(self._connection)
            except FAILURES as error:
                if self._connection is not None and is_away(error):
                    self._connection.terminate()
                if not isinstance(error, TimeoutError):
                    # A refusal, or a closed connection, counts as a response of the server.
                    self._last_word = time.monotonic()
                elif time.monotonic() > self._last_word + GIVEN_UP_AFTER - _WORD_WITHIN:
                    self.held.clear()
                    raise SilentError(told(error)) from error
                raise DatabaseError(told(error)) from error
            self._last_word = asked_at
            return result

    async def _begin_session(self) -> None:
        """Reconnect, and claim the held shards again."""
        self._connection = connection = await self._connect()
        # The server may not have noticed yet that the session before has lost its other end.
        await connection.execute(_END_SESSION, PROCESS, self.number)
        await connection.execute("SELECT pg_advisory_lock($1, $2)", PROCESS, self.number)
        await connection.execute(
            "UPDATE processes SET pid = pg_backend_pid() WHERE number = $1", self.number
        )
        kept = await claim_again(connection, self.held)
        # What was given up in silence may be nobody's yet, and nobody else waits for it.
        given_up = {one: stamp for one, stamp in self._stamps.items() if one not in self.held}
        back = await claim_untouched(connection, given_up)
        log.warning(
            "connected to the database again: %d shards kept, %d taken by others meanwhile, %d "
            "given up before and claimed again",
            len(kept),
            len(self.held - kept),
            len(back),
        )
        self.held = kept | back
        self.connected_at = time.monotonic()
