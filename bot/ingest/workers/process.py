"""The process of a worker: it reads the documents that it is sent, until its input ends.

It is a fork of a template where the system can fork. It inherits no secrets, and its memory and CPU
time are limited: an alarm ends it whatever it does. As the alarm counts CPU time, a busy machine
refuses nothing. Its priority is low, so that questions go first. It ends with its parent, however
that ends.
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
    """An analysis that can load its data before the first article."""

    def load(self) -> None:
        """Load the data, so that forks of this process share it."""


@dataclass(frozen=True, slots=True)
class WorkerTask:
    """The settings that a worker process receives first.

    Attributes:
        analyse: Called with each article; must be picklable. If it is a :class:`LoadsAhead`, its
            data are loaded before the first article.
        seconds: The maximum CPU time for one document, in seconds.
        memory: The maximum address space of the process, in bytes.
    """

    analyse: Callable[[Article], object] | None
    seconds: float
    memory: int

    def load(self) -> None:
        """Load the data of the analysis, if it supports that."""
        analyse: object = self.analyse
        if isinstance(analyse, LoadsAhead):
            analyse.load()


def main(lifeline: int) -> None:
    """Read documents from standard input and write readings to standard output.

    Args:
        lifeline: The file descriptor of a pipe that closes when the parent ends.
    """
    end_with(lifeline)
    readings = _own_output()
    logging.disable()
    task: WorkerTask = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the parent process
    task.load()
    read_documents(sys.stdin.buffer, readings, task)


def read_documents(documents: BinaryIO, readings: BinaryIO, task: WorkerTask) -> None:
    """Read pickled documents and write pickled readings, until the input ends."""
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
    """Have the system end this process when the other end of a pipe closes.

    A signal does so even while the interpreter is blocked. Where there are no such
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
    """Reserve standard output for readings; the output of libraries is discarded."""
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
    """Lower the priority below the parent's, where the system has priorities."""
    with contextlib.suppress(AttributeError, OSError):  # Windows has none
        os.nice(_NICENESS)


def _set_alarm(seconds: float) -> None:
    """End the process after some CPU time, even while the interpreter is blocked."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _pickled(document: Document | Study, reading: Reading) -> bytes:
    try:
        return pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
    except (MemoryError, RecursionError):
        reason = "it takes too much memory to read: split it, or save it as text"
        return pickle.dumps(refuse(document, reason))
