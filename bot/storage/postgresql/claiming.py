"""Decide what a process claims when it joins a cluster, and when it reconnects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.postgresql.cluster_view import SHARD, look

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Mapping

    import asyncpg

    from bot.storage.cluster import WantedShards


async def claim_again(connection: asyncpg.Connection, shards: Collection[int]) -> set[int]:
    """Claim shards again that a lost session held; return those that nobody else has."""
    rows = await connection.fetch(
        "SELECT shard FROM unnest($2::integer[]) AS shard WHERE pg_try_advisory_lock($1, shard)",
        SHARD,
        [*shards],
    )
    return {row["shard"] for row in rows}


async def stamps_of(connection: asyncpg.Connection, shards: Collection[int]) -> dict[int, str]:
    """Return what changes in the rows of shards whenever somebody claims or passes them on."""
    rows = await connection.fetch(
        "SELECT shard, xmin::text AS stamp FROM shards WHERE shard = ANY($1)", [*shards]
    )
    return {row["shard"]: row["stamp"] for row in rows}


async def claim_untouched(connection: asyncpg.Connection, stamps: Mapping[int, str]) -> set[int]:
    """Claim shards of which nobody has claimed one since; return those that are claimed.

    Args:
        connection: The connection whose session is to hold them.
        stamps: The stamp of each shard's row when this process was its holder.
    """
    rows = await connection.fetch(
        "WITH untouched AS MATERIALIZED ("
        "SELECT shards.shard FROM shards JOIN unnest($2::integer[], $3::text[]) "
        "AS mine(shard, stamp) ON mine.shard = shards.shard WHERE shards.xmin::text = mine.stamp"
        ") SELECT shard FROM untouched WHERE pg_try_advisory_lock($1, shard)",
        SHARD,
        [*stamps],
        [*stamps.values()],
    )
    return {row["shard"] for row in rows}


async def agreed_count(
    connection: asyncpg.Connection, wanted: WantedShards, ask: Callable[[], Awaitable[int]]
) -> int:
    """Return how many shards the bot has: as many as for the processes that are running.

    Args:
        connection: A connection to the cluster's database.
        wanted: The shards that this process is to serve.
        ask: Asks Discord for the number of shards.

    Raises:
        DatabaseError: The processes that are running have another number.
    """
    view = await look(connection, 0)
    running = await connection.fetchval(
        "SELECT max(shard_count) FROM processes WHERE number = ANY($1)",
        [process.number for process in view.processes],
    )
    if running is None:
        await connection.execute("DELETE FROM processes")
        await connection.execute("DELETE FROM shards")
        return wanted.count or await ask()
    if wanted.count not in {None, running}:
        message = (
            f"FOOTNOTE_SHARDS names {wanted.count} shards, but the processes that are running "
            f"have {running}: set the same for all, or stop them first"
        )
        raise DatabaseError(message)
    return int(running)
