"""Read documents in a separate process, which may fail, hang or run out of memory safely."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import threading
import time
from itertools import islice
from typing import TYPE_CHECKING

from bot.ingest.document_reader import SECONDS, ClosableReader, Reading, out_of_time, refuse
from bot.ingest.workers.pipe import read_packed
from bot.ingest.workers.process import WorkerTask
from bot.ingest.workers.started_process import opened, start_python
from bot.ingest.workers.template import START_SECONDS, Template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.articles.article import Article
    from bot.ingest.document_reader import Document, Study
    from bot.ingest.workers.started_process import StartedProcess

    _Batch = list[Document | Study]

MEMORY = 1 << 30
"""The maximum address space of the process, in bytes."""

_WAITING = 60 if hasattr(signal, "setitimer") else 6
"""The maximum elapsed time for a document, as a multiple of its CPU time.

Where an alarm ends the process by its CPU time, this is for processes that wait for something: one
that is slow because the machine is busy isn't ended. Windows has no such alarm.
"""

_IDLE_SECONDS = 60.0
_BATCH_BYTES = 512 * 1024
_BATCH_DOCUMENTS = 128
"""The size from which a batch is sent."""


class WorkerError(Exception):
    """The worker's process can't be started, or the worker was closed while reading."""


class _ProcessEndedError(Exception):
    """The process has ended, or had to be ended; the message is the reason for a refusal."""


class Worker(ClosableReader):
    """Reads documents in a process that starts with the first document and is replaced if it ends.

    Whatever a document does to the process, only that document is refused. The process ends after a
    minute without documents, when the worker is closed, and with this process, however that ends.

    Args:
        analyse: Called in the process with each article; the result is part of the reading. It must
            be picklable; it may load data once, as a
            :class:`~bot.ingest.workers.process.LoadsAhead`.
        seconds: The maximum CPU time for one document; the elapsed time may be sixty times as
            long, or six times on Windows.
        memory: The maximum address space of the process, in bytes.
        template: The template of the process, if it is shared with other workers, which have the
            same arguments and are closed together.
    """

    def __init__(
        self,
        analyse: Callable[[Article], object] | None = None,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        template: Template | None = None,
    ) -> None:
        self._task = WorkerTask(analyse, seconds, memory)
        self._template = template or Template.where_possible(self._task)
        self._process: _Process | None = None
        self._closed = False
        self._used = 0.0
        self._is_timed = False
        self._lock = threading.Lock()

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in order; a document never raises an error.

        Raises:
            WorkerError: The process can't be started, or the worker was closed meanwhile.
        """
        batches = in_batches(documents)
        batch = next(batches, None)
        while batch:
            readings, batch = self._read_batch(batch, batches)
            yield from readings

    def close(self) -> None:
        """End the process at once; readings in other threads end with an error."""
        self._closed = True
        process = self._process
        if process is not None:
            process.end()
        if self._template is not None:
            self._template.close()

    def rest(self) -> None:
        """End the process if it is idle; the next reading starts another."""
        if self._lock.acquire(blocking=False):
            try:
                self._end_process()
            finally:
                self._lock.release()

    def _read_batch(
        self, batch: _Batch, batches: Iterator[_Batch]
    ) -> tuple[list[Reading], _Batch | None]:
        """Return the readings of a batch, and the next batch, which is prepared meanwhile."""
        readings: list[Reading] = []
        following: list[_Batch] | None = None
        with self._lock:
            while len(readings) < len(batch):
                process = self._running()
                try:
                    process.send(batch[len(readings) :])
                    if following is None:
                        following = list(islice(batches, 1))
                    while len(readings) < len(batch):
                        readings.append(process.receive())
                except _ProcessEndedError as error:
                    self._end_process()
                    if not self._closed:
                        readings.append(refuse(batch[len(readings)], str(error)))
                except BaseException:
                    # The rest of the batch would be mistaken for later readings.
                    self._end_process()
                    raise
            self._used = time.monotonic()
        return readings, following[0] if following else None

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None

    def _running(self) -> _Process:
        if self._process is None and not self._closed:
            try:
                self._process = _Process(self._task, self._template)
            except WorkerError:
                if not self._closed:
                    raise
            else:
                self._end_later()
        if self._process is None or self._closed:
            self.close()
            message = "the worker that reads documents was closed"
            raise WorkerError(message)
        return self._process

    def _end_later(self) -> None:
        if not self._is_timed:
            self._is_timed = True
            _call_later(_IDLE_SECONDS, self._end_if_idle)

    def _end_if_idle(self) -> None:
        with self._lock:
            left = self._used + _IDLE_SECONDS - time.monotonic()
            self._is_timed = left > 0 and not self._closed
            if self._is_timed:
                _call_later(left, self._end_if_idle)
            elif not self._closed:
                self._end_process()
                if self._template is not None:
                    self._template.end_if_unused()


class _Process:
    """A process that reads, and the thread that waits for what it has read."""

    def __init__(self, task: WorkerTask, template: Template | None) -> None:
        self._seconds = task.seconds
        # Nothing is ever written to it: its closing tells the child that this process has ended.
        theirs, ours = os.pipe()
        self._lifeline = os.fdopen(ours, "wb", buffering=0)
        try:
            self._process: StartedProcess = template.fork(theirs) if template else _start(theirs)
        except OSError as error:
            self._lifeline.close()
            message = f"the process that reads documents can't be started ({error.strerror})"
            raise WorkerError(message) from error
        finally:
            os.close(theirs)
        self._received: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._wait_for_readings, daemon=True)
        self._thread.start()
        try:
            if not template:
                self.send(task)
            self._next(START_SECONDS, "it did not start in time")
        except _ProcessEndedError as error:
            self.end()
            message = f"the process that reads documents can't be started ({error})"
            raise WorkerError(message) from error

    def send(self, value: object) -> None:
        """Send documents, which the process reads whole before it begins."""
        stream = opened(self._process.stdin)
        try:
            pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()
        except (OSError, ValueError) as error:
            raise _ProcessEndedError(self._how_it_ended()) from error

    def receive(self) -> Reading:
        """Return the next reading, waiting for it no longer than it may take."""
        reading = self._next(_WAITING * self._seconds, out_of_time(self._seconds))
        if not isinstance(reading, Reading):
            raise _ProcessEndedError(self._how_it_ended())
        return reading

    def end(self) -> None:
        """End the process, whatever it does, and close its pipes."""
        self._lifeline.close()
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                opened(stream).close()
            except OSError:  # what was still to be sent is sent to nobody
                continue

    def _next(self, seconds: float, late: str) -> object:
        try:
            received = self._received.get(timeout=seconds)
        except queue.Empty:
            raise _ProcessEndedError(late) from None
        if received is None:
            raise _ProcessEndedError(self._how_it_ended())
        return received

    def _wait_for_readings(self) -> None:
        stream = opened(self._process.stdout)
        try:
            while True:
                self._received.put(read_packed(stream))
        except Exception:  # the process has ended, perhaps while writing a reading
            self._received.put(None)

    def _how_it_ended(self) -> str:
        status = self._process.wait()
        if status == -getattr(signal, "SIGPROF", 0):
            return out_of_time(self._seconds)
        return (
            f"reading it crashed the reader (status {status}), perhaps for lack of memory: "
            "split it, or save it as plain text"
        )


def _start(lifeline: int) -> StartedProcess:
    """Start a process that is no copy of a template."""
    program = f"from bot.ingest.workers.process import main; main({lifeline})"
    return start_python(program, (lifeline,), subprocess.PIPE)


def in_batches(documents: Iterable[Document | Study]) -> Iterator[_Batch]:
    """Group documents so that each group is worth sending, and none is large."""
    batch: _Batch = []
    size = 0
    for document in documents:
        batch.append(document)
        size += document.size
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _call_later(seconds: float, function: Callable[[], None]) -> None:
    timer = threading.Timer(seconds, function)
    timer.daemon = True
    timer.start()
