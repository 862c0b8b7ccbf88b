"""Read the state of a cluster: the live processes, and the holder of each shard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.cluster import ClusterView, ProcessView, ShardView
from bot.storage.errors import DatabaseError
from bot.storage.postgresql.failures import FAILURES, told
from bot.storage.postgresql.opening import connect, shown

if TYPE_CHECKING:
    import asyncpg

PROCESS = 0x466E0001
"""The class of the advisory locks that say that a process is alive."""

SHARD = 0x466E0002
"""The class of the advisory locks on shards."""

LOCKS = (
    "SELECT objid::bigint AS key, pid FROM pg_locks WHERE locktype = 'advisory' AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
    "AND classid = $1::bigint::oid"
)
"""The advisory locks of a class that are held: each key, and the process id of its session."""

_PROCESSES = (
    "SELECT number, name, extract(epoch FROM clock_timestamp() - started)::float AS age, "  # noqa: S608 - constant names
    "extract(epoch FROM clock_timestamp() - seen)::float AS silent, draining, port, "
    "first_shard AS first, last_shard AS last "
    f"FROM processes JOIN ({LOCKS}) AS locks ON locks.key = number ORDER BY number"
)
_SHARDS = (
    "SELECT shard, processes.number AS holder, released, offered, heir, ready, switch_at "  # noqa: S608 - constant names
    f"FROM shards LEFT JOIN ({LOCKS}) AS locks ON locks.key = shard "
    "LEFT JOIN processes ON processes.pid = locks.pid WHERE shard < $2 ORDER BY shard"
)


async def look(connection: asyncpg.Connection, count: int) -> ClusterView:
    """Return the cluster as it is now.

    Args:
        connection: A connection to its database.
        count: How many shards there are.
    """
    processes = await connection.fetch(_PROCESSES, PROCESS)
    shards = await connection.fetch(_SHARDS, SHARD, count) if count else []
    return ClusterView(
        tuple(ProcessView(**dict(row)) for row in processes),
        tuple(ShardView(**dict(row)) for row in shards),
    )


async def cluster_at(address: str) -> ClusterView:
    """Return the cluster whose database has an address, without joining it.

    Raises:
        DatabaseError: The database can't be reached, or holds no cluster.
    """
    try:
        connection = await connect(address)
        try:
            count = await connection.fetchval("SELECT coalesce(max(shard) + 1, 0) FROM shards")
            return await look(connection, count)
        finally:
            await connection.close()
    except (*FAILURES, ValueError) as error:  # the address may be none
        message = (
            f"{shown(address)} can't be read ({told(error)}): check that PostgreSQL runs "
            "there, and FOOTNOTE_DATABASE"
        )
        raise DatabaseError(message) from error
