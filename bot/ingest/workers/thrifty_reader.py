"""Read few documents in this process, and many in worker processes."""

from __future__ import annotations

import threading
from itertools import chain
from typing import TYPE_CHECKING

from bot.ingest.document_reader import DirectReader
from bot.ingest.workers.pool import WorkerPool
from bot.ingest.workers.worker import in_batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.articles.article import Article
    from bot.ingest.document_reader import Document, Reading, Study

_SMALL = 100_000
"""Bytes up to which documents are read in this process."""


class ThriftyReader:
    """Reads few documents in this process, and starts worker processes only for more.

    A command that reads one article need not wait for a process to start. Outside of the main
    thread, where a document can't be interrupted, worker processes read everything. They end with
    the reading.

    Args:
        analyse: See :class:`~bot.ingest.workers.worker.Worker`.
    """

    def __init__(self, analyse: Callable[[Article], object] | None = None) -> None:
        self._analyse = analyse

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in order; a document never raises an error."""
        main = threading.current_thread() is threading.main_thread()
        size = 0 if main else _SMALL
        here = DirectReader(self._analyse)
        batches = in_batches(documents)
        for batch in batches:
            size += sum(document.size for document in batch)
            if size <= _SMALL:
                yield from here.read(batch)
                continue
            with WorkerPool(self._analyse) as pool:
                yield from pool.read(chain(batch, chain.from_iterable(batches)))
