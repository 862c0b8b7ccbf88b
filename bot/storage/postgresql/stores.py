"""Open the stores of a PostgreSQL database, and close them again."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.storage.postgresql.allowances import PostgresAllowances
from bot.storage.postgresql.answers import PostgresAnswerStore
from bot.storage.postgresql.articles import PostgresArticleStore
from bot.storage.postgresql.change_notifier import PostgresChangeNotifier
from bot.storage.postgresql.cluster import SESSION_ENDS_AFTER, PostgresCluster
from bot.storage.postgresql.command_sets import PostgresCommandSetStore
from bot.storage.postgresql.embeddings import PostgresEmbeddingStore
from bot.storage.postgresql.guilds import PostgresGuildStore
from bot.storage.postgresql.host_rests import PostgresHostRestStore
from bot.storage.postgresql.leases import PostgresLeases
from bot.storage.postgresql.opening import connect, open_database
from bot.storage.postgresql.questions import PostgresQuestionLog
from bot.storage.postgresql.sources import PostgresSourceStore
from bot.storage.stores import Stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.postgresql.database import Database


@asynccontextmanager
async def open_stores(address: str) -> AsyncIterator[Stores]:
    """Open the database, and close it again once what waits has been written.

    Args:
        address: Its address, ``postgresql://…``.

    Raises:
        DatabaseError: The database can't be reached or written to, PostgreSQL is too old, or a
            newer Footnote made the schema.
    """
    database = await open_database(address)
    guilds = PostgresGuildStore(database)
    notifier = PostgresChangeNotifier(database, guilds, lambda: connect(address))
    cluster = PostgresCluster(
        database,
        lambda: connect(
            address,
            idle_session_timeout=f"{SESSION_ENDS_AFTER:.0f}s",
            # A heartbeat need not outlive the server, and must not wait for a busy disk.
            synchronous_commit="off",
        ),
    )
    listening = asyncio.create_task(notifier.listen())
    try:
        yield _stores_of(database, guilds, cluster, notifier)
    finally:
        listening.cancel()
        await cluster.leave()
        await asyncio.shield(database.close())
        await asyncio.wait({listening})


def _stores_of(
    database: Database,
    guilds: PostgresGuildStore,
    cluster: PostgresCluster,
    notifier: PostgresChangeNotifier,
) -> Stores:
    return Stores(
        articles=PostgresArticleStore(database),
        embeddings=PostgresEmbeddingStore(database),
        answers=PostgresAnswerStore(database),
        guilds=guilds,
        questions=PostgresQuestionLog(database),
        command_sets=PostgresCommandSetStore(database),
        sources=PostgresSourceStore(database),
        host_rests=PostgresHostRestStore(database),
        leases=PostgresLeases(database),
        allowances=PostgresAllowances(database),
        cluster=cluster,
        notifier=notifier,
        probe=database,
    )
