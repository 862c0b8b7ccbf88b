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
"""The maximum number of processes: two keep the receiving process busy, and each takes memory."""

_LARGE = 4
"""The number of batches from which starting more than one process is worthwhile."""

_AHEAD = 2
"""The maximum number of batches per process that are prepared, or wait for their turn."""


class WorkerPool(ClosableReader):
    """Reads as a worker does, but many documents in several processes.

    The readings are the same, in the same order. The additional processes end with the reading; the
    template, or without one the first process, stays ready for a while.

    Args:
        analyse: See :class:`~bot.ingest.workers.worker.Worker`.
        seconds: See :class:`~bot.ingest.workers.worker.Worker`.
        memory: The maximum address space of each process, in bytes.
        processes: The maximum number of processes; if left out, two, or one on a single processor.
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
        """Yield a reading for each document, in order; a document never raises an error.

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
        """End the processes at once; readings in other threads end with an error."""
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
