"""The process of a worker: it reads the documents that it is sent, until its input ends.

It is a copy of a template where the system can copy processes. It is given no secrets, its memory
is limited, and so is its time: an alarm ends it in the middle of whatever it does. The alarm counts
the processor's time, so that a busy machine refuses nothing. Who asks meanwhile goes first: its
priority is low. It ends with the process that it reads for, however that ends.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol, runtime_checkable

from bot.ingest.document_reader import read_document, refuse
from bot.ingest.workers.pipe import write_packed
from bot.monitoring.garbage_collection import release_freed_memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.articles.article import Article
    from bot.ingest.document_reader import Document, Reading, Study

READY = "ready"

_NICENESS = 5


@runtime_checkable
class LoadsAhead(Protocol):
    """An analysis that can load what it needs before the first article."""

    def load(self) -> None:
        """Load it, so that copies of this process share it."""


@dataclass(frozen=True, slots=True)
class WorkerTask:
    """What a worker process is told first.

    Attributes:
        analyse: Called with each article; what can be pickled. One that :class:`LoadsAhead` is
            told to before the first article.
        seconds: How much time of a processor one document may take.
        memory: How many bytes of address space the process may have.
    """

    analyse: Callable[[Article], object] | None
    seconds: float
    memory: int

    def load(self) -> None:
        """Load what the analysis needs, if it can be told to."""
        analyse: object = self.analyse
        if isinstance(analyse, LoadsAhead):
            analyse.load()


def main(lifeline: int) -> None:
    """Read documents from standard input and write readings to standard output.

    Args:
        lifeline: The file descriptor of a pipe that is closed when the parent ends.
    """
    end_with(lifeline)
    readings = _own_output()
    logging.disable()
    task: WorkerTask = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the parent process
    task.load()
    read_documents(sys.stdin.buffer, readings, task)


def read_documents(documents: BinaryIO, readings: BinaryIO, task: WorkerTask) -> None:
    """Read documents, pickled, and write readings likewise, until nobody sends any more."""
    _limit_memory(task.memory)
    _lower_priority()
    try:
        write_packed(readings, pickle.dumps(READY))
        while True:
            for document in pickle.load(documents):  # noqa: S301 - from the parent process
                _set_alarm(task.seconds)
                write_packed(readings, _pickled(document, read_document(document, task.analyse)))
                _set_alarm(0)
            release_freed_memory()
    except (EOFError, BrokenPipeError, KeyboardInterrupt):  # the parent has ended
        return


def end_with(lifeline: int) -> None:
    """Have the system end this process when the other end of a pipe is closed.

    A signal does so in the middle of whatever holds the interpreter up. Where there are no such
    signals (Windows) the process ends when it next reads or writes.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC | os.O_NONBLOCK)
    try:
        os.read(lifeline, 1)  # it was closed before there could be a signal
    except BlockingIOError:
        return
    raise SystemExit


def _own_output() -> BinaryIO:
    """Keep standard output for readings; what a library prints goes nowhere."""
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return own


def _limit_memory(limit: int) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _lower_priority() -> None:
    """Let the process that is read for go first, where the system knows priorities."""
    with contextlib.suppress(AttributeError, OSError):  # Windows has none
        os.nice(_NICENESS)


def _set_alarm(seconds: float) -> None:
    """End the process after some time, also in the middle of what holds the interpreter up."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _pickled(document: Document | Study, reading: Reading) -> bytes:
    try:
        return pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
    except (MemoryError, RecursionError):
        reason = "it takes too much memory to read: split it, or save it as text"
        return pickle.dumps(refuse(document, reason))
