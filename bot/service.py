"""Open what the bot stands on, and close it again: the database and the current library."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.librarian import Librarian
from bot.storage.articles import ArticleStore
from bot.storage.commands import CommandStore
from bot.storage.database import open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Service:
    """Hold what the bot stands on."""

    librarian: Librarian
    command_store: CommandStore


@asynccontextmanager
async def open_service(settings: Settings) -> AsyncIterator[Service]:
    """Open the database and bring the library into service.

    Raises:
        DatabaseError: The database can't be used.
    """
    database = await open_database(settings.database)
    try:
        librarian = Librarian(settings.corpus, ArticleStore(database))
        try:
            await librarian.load()
            library = librarian.library
            log.info("%d articles, %d passages", len(library.articles), library.passages)
            yield Service(librarian, CommandStore(database))
        finally:
            await librarian.close()
    finally:
        await asyncio.shield(database.close())


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
