"""Open what the bot stands on, and close it again: the database and the current library."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.librarian import Librarian
from bot.monitoring.metrics import Metrics
from bot.storage.sqlite.answers import AnswerStore
from bot.storage.sqlite.articles import ArticleStore
from bot.storage.sqlite.command_sets import CommandStore
from bot.storage.sqlite.database import open_database
from bot.storage.sqlite.guilds import GuildStore
from bot.storage.sqlite.questions import QuestionLog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.settings import Settings
    from bot.storage.sqlite.database import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Service:
    """Hold what the bot stands on."""

    librarian: Librarian
    commands: CommandStore
    answers: AnswerStore
    guilds: GuildStore
    questions: QuestionLog
    database: Database
    metrics: Metrics


@asynccontextmanager
async def open_service(settings: Settings) -> AsyncIterator[Service]:
    """Open the database and bring the library into service.

    Raises:
        DatabaseError: The database can't be used.
    """
    database = await open_database(settings.database)
    try:
        service = make_service(settings.corpus, database)
        try:
            await service.guilds.load()
            await service.librarian.load()
            library = service.librarian.library
            log.info("articles: %d, passages: %d", len(library.articles), library.passages)
            yield service
        finally:
            await service.librarian.close()
    finally:
        await asyncio.shield(database.close())


def make_service(corpus: Path, database: Database) -> Service:
    """Make what the bot stands on, on an open database; nothing is loaded yet.

    Args:
        corpus: The folder with the articles.
        database: The database.
    """
    return Service(
        Librarian(corpus, ArticleStore(database)),
        CommandStore(database),
        AnswerStore(database),
        GuildStore(database),
        QuestionLog(database),
        database,
        Metrics(),
    )


def stop_requested() -> asyncio.Event:
    """Give an event that is set on Ctrl-C or SIGTERM, in the place of their usual effect."""
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, event.set)
        except NotImplementedError:  # Windows: Ctrl-C raises KeyboardInterrupt, as it does anyway
            continue
    return event
