"""Read many documents in several processes at once."""

from __future__ import annotations

import os
import queue
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.ingest.document_reader import SECONDS, ClosableReader
from bot.ingest.workers.process import WorkerTask
from bot.ingest.workers.template import Template
from bot.ingest.workers.worker import MEMORY, Worker, in_batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from bot.articles.article import Article
    from bot.ingest.document_reader import Document, Reading, Study

_MOST = 2
"""Processes that keep the one that they read for busy; each may take as much memory as it may."""

_LARGE = 4
"""Batches from which a reading is worth the start of more processes than one."""

_AHEAD = 2
"""Batches a process that are got ready, or kept until it is their turn, at most."""


class WorkerPool(ClosableReader):
    """Reads as one :class:`~bot.ingest.workers.worker.Worker` does, and much at once as several.

    The readings are the same, in the same order. The processes that much is read by end with it;
    what they are copies of stays ready for a while, or else the first one of them does.

    Args:
        analyse: As a worker's.
        seconds: As a worker's.
        memory: How many bytes of address space each process may have.
        processes: How many processes there may be; if left out, two, or one on one processor.
    """

    def __init__(
        self,
        analyse: Callable[[Article], object] | None = None,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        processes: int | None = None,
    ) -> None:
        count = processes or min(_MOST, _processors())
        template = Template.where_possible(WorkerTask(analyse, seconds, memory))
        self._first, *self._others = (
            Worker(analyse, seconds, memory, template) for _ in range(count)
        )
        self._resting = (self._first, *self._others) if template else tuple(self._others)
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in (self._first, *self._others):
            self._free.put(worker)

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in the same order; no document raises anything.

        Raises:
            WorkerError: A process can't be started, or the pool was closed meanwhile.
        """
        batches = in_batches(documents)
        begun = list(islice(batches, _LARGE))
        if self._others and len(begun) == _LARGE:
            yield from self._read_at_once(chain(begun, batches))
        else:
            yield from self._first.read(chain.from_iterable(chain(begun, batches)))

    def close(self) -> None:
        """End the processes at once; what another thread is reading ends with an error."""
        for worker in (self._first, *self._others):
            worker.close()

    def _read_at_once(self, batches: Iterable[list[Document | Study]]) -> Iterator[Reading]:
        under_way: deque[Future[list[Reading]]] = deque()
        count = 1 + len(self._others)
        with ThreadPoolExecutor(count, "reading") as threads:
            try:
                for batch in batches:
                    under_way.append(threads.submit(self._read_batch, batch))
                    if len(under_way) > _AHEAD * count:
                        yield from under_way.popleft().result()
                while under_way:
                    yield from under_way.popleft().result()
            finally:
                for reading in under_way:
                    reading.cancel()
                for worker in self._resting:
                    worker.rest()

    def _read_batch(self, batch: list[Document | Study]) -> list[Reading]:
        worker = self._free.get()
        try:
            return list(worker.read(batch))
        finally:
            self._free.put(worker)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
