"""Open the stores of a SQLite database, and close them again."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.leases import LocalLeases
from bot.storage.sqlite.answers import SqliteAnswerStore
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.command_sets import SqliteCommandSetStore
from bot.storage.sqlite.embeddings import SqliteEmbeddingStore
from bot.storage.sqlite.guilds import SqliteGuildStore
from bot.storage.sqlite.host_rests import SqliteHostRestStore
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.questions import SqliteQuestionLog
from bot.storage.sqlite.sources import SqliteSourceStore
from bot.storage.stores import Stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.sqlite.database import Database


@asynccontextmanager
async def open_stores(path: Path) -> AsyncIterator[Stores]:
    """Open the database, and close it again once what waits has been written.

    Args:
        path: The file; it and its folder are made if they are missing.

    Raises:
        DatabaseError: The file can't be opened or written, or a newer Footnote made it.
    """
    database = await open_database(path)
    try:
        yield stores_of(database)
    finally:
        await asyncio.shield(database.close())


def stores_of(database: Database) -> Stores:
    """Return the stores of an open database."""
    return Stores(
        articles=SqliteArticleStore(database),
        embeddings=SqliteEmbeddingStore(database),
        answers=SqliteAnswerStore(database),
        guilds=SqliteGuildStore(database),
        questions=SqliteQuestionLog(database),
        command_sets=SqliteCommandSetStore(database),
        sources=SqliteSourceStore(database),
        host_rests=SqliteHostRestStore(database),
        leases=LocalLeases(),
        allowances=None,
        cluster=None,
        notifier=LocalChangeNotifier(),
        probe=database,
    )
