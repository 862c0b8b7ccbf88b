"""The process of a template: it forks reader processes, and reports how they ended.

It loads the shared data first, and then only waits for requests: it reads no documents, and has no
other threads.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import signal
import socket
import struct
import sys
from typing import TYPE_CHECKING

from bot.ingest.workers.process import end_with, read_documents
from bot.monitoring.garbage_collection import release_freed_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.workers.process import WorkerTask

FORK = b"f"
"""Requests a copy; sent with its input, output and lifeline pipes."""

END = b"e"
"""Requests the end of a copy and its exit status."""

REQUEST = struct.Struct("=cq")
"""A request: its kind, and the process id of the copy to end."""

REPLY = struct.Struct("=q")
"""A reply: the process id of the new copy, or the exit status of the ended one."""

_FILES = 3


def main(control: int, lifeline: int) -> None:
    """Answer requests until the control socket closes.

    Args:
        control: The file descriptor of the socket for requests.
        lifeline: That of a pipe that is closed when the parent ends.
    """
    end_with(lifeline)
    logging.disable()
    task: WorkerTask = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the parent process
    task.load()
    # A garbage collection in a copy would write to all objects, and so unshare their memory.
    gc.collect()
    gc.freeze()
    release_freed_memory()
    with socket.socket(fileno=control) as connection:
        while True:
            request, files, _, _ = socket.recv_fds(connection, REQUEST.size, _FILES)
            if not request:
                return
            what, number = REQUEST.unpack(request)
            reply = _fork(task, files, (control, lifeline)) if what == FORK else _end(number)
            connection.sendall(REPLY.pack(reply))


def _fork(task: WorkerTask, files: Sequence[int], ours: Sequence[int]) -> int:
    """Return the number of a copy that reads."""
    number = os.fork()
    if number == 0:
        status = 1
        try:
            os.setsid()  # Linux divides CPU time among sessions
            for file in ours:
                os.close(file)
            documents, readings, lifeline = files
            end_with(lifeline)
            with os.fdopen(documents, "rb") as source, os.fdopen(readings, "wb") as sink:
                read_documents(source, sink, task)
            status = 0
        finally:
            os._exit(status)
    for file in files:
        os.close(file)
    return number


def _end(number: int) -> int:
    """End a copy; return its exit status, or the negative number of a signal."""
    try:
        ended, status = os.waitpid(number, os.WNOHANG)
        if not ended:
            os.kill(number, signal.SIGKILL)
            _, status = os.waitpid(number, 0)
    except ChildProcessError:  # it is a copy of an earlier template
        return -signal.SIGKILL
    return os.waitstatus_to_exitcode(status)
