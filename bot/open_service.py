"""Open and close the service that the bot runs on: the stores, the libraries and the sources."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.fetching.fetcher import Fetcher
from bot.fetching.user_agent import repository_of
from bot.ingest.workers.pool import WorkerPool
from bot.ingest.workers.worker import Worker
from bot.library.analysis.article_analysis import ArticleAnalyser
from bot.library.question_thread import QuestionThread
from bot.library.reloading.background_embedder import BackgroundEmbedder
from bot.library.reloading.librarian import Librarian
from bot.library.shelves.own_shelves import OwnShelves
from bot.library.shelves.shelf_embedder import ShelfEmbedder
from bot.library.shelves.shelves import Shelves
from bot.monitoring.metrics import Metrics
from bot.retrieval.meaning.models import shipped_models
from bot.sources.host_claims import host_turns
from bot.sources.limits import Limits
from bot.sources.reading import SourceReader
from bot.sources.shelf_writer import ShelfWriter
from bot.sources.sources import Sources
from bot.storage.opening import open_stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.ingest.document_reader import ClosableReader
    from bot.retrieval.meaning.models import Models
    from bot.settings import Settings
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)

MIB = 1024**2
"""The number of bytes in a mebibyte."""


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that the bot runs on, apart from Discord.

    Attributes:
        shelves: The library of each server.
        stores: The database.
        metrics: The metrics of this run.
        questions: The thread that answers questions, outside the event loop.
        sources: The sources of servers.
        closing: The fetcher and the worker, closed with the service.
    """

    shelves: Shelves
    stores: Stores
    metrics: Metrics
    questions: QuestionThread
    sources: Sources
    closing: tuple[Fetcher, Worker]

    async def close(self) -> None:
        """Stop the background tasks."""
        fetcher, reader = self.closing
        await fetcher.close()
        await asyncio.to_thread(reader.close)
        await self.shelves.close()
        self.questions.close()


@asynccontextmanager
async def open_service(settings: Settings) -> AsyncIterator[Service]:
    """Open the database and bring the library into service.

    Raises:
        DatabaseError: The database can't be used.
    """
    async with open_stores(settings.database_address) as stores:
        models = await asyncio.to_thread(shipped_models) if settings.meaning == "on" else None
        reader = WorkerPool(ArticleAnalyser(finds_people=False))
        service = make_service(
            settings.corpus,
            stores,
            models,
            reader,
            settings.memory * MIB,
            Limits(settings.most_sources, settings.most_passages),
            Fetcher(settings.contact, turns=host_turns(stores), repository=repository_of()),
        )
        librarian = service.shelves.shared
        try:
            await stores.guilds.load()
            service.shelves.own.follow(stores.notifier.changes())
            await service.shelves.own.find_sources()
            await librarian.load()
            library = librarian.library
            log.info("articles: %d, passages: %d", len(library.articles), library.passages)
            yield service
        finally:
            await service.close()


def make_service(
    corpus: Path,
    stores: Stores,
    models: Models | None = None,
    reader: ClosableReader | None = None,
    memory: int = 1024 * MIB,
    limits: Limits | None = None,
    fetcher: Fetcher | None = None,
) -> Service:
    """Return a service over opened stores; nothing is loaded yet.

    Args:
        corpus: The folder with the articles.
        stores: The stores.
        models: The models of meaning; without them words decide alone.
        reader: Reads and analyses the files that have changed; without one, a few small files
            are read in this process.
        memory: Approximately how many bytes the shelves of all servers may take.
        limits: Limits on how much one server may add.
        fetcher: Fetches the links and feeds of servers.
    """
    embedder = BackgroundEmbedder(models, stores.embeddings, stores.leases) if models else None
    shared = Librarian(corpus, stores.articles, stores.notifier, embedder, reader)
    own = _own_shelves(stores, models, memory)
    fetcher = fetcher or Fetcher()
    own_reader = Worker(ArticleAnalyser())
    writer = ShelfWriter(stores, own, limits or Limits())
    return Service(
        Shelves(shared, own, stores.guilds),
        stores,
        Metrics(),
        QuestionThread(),
        Sources(writer, SourceReader(own_reader), fetcher),
        (fetcher, own_reader),
    )


def _own_shelves(stores: Stores, models: Models | None, memory: int) -> OwnShelves:
    embedder = ShelfEmbedder(models, stores.embeddings) if models else None
    return OwnShelves(stores.sources, stores.embeddings, memory, embedder)
