"""The process of a template: it forks reader processes, and reports how they ended.

It loads what every one of them needs before the first, and then only waits for requests: no
document comes near it, and it has no other threads.
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
"""Asks for a copy, with the pipes that it reads from, writes to, and ends with."""

END = b"e"
"""Asks to end a copy and to tell how it ended, which may have been before."""

REQUEST = struct.Struct("=cq")
"""What is asked for, and the number of the copy that is to be ended."""

REPLY = struct.Struct("=q")
"""The number of the new copy, or how the copy ended."""

_FILES = 3


def main(control: int, lifeline: int) -> None:
    """Answer requests until nobody is left to send any.

    Args:
        control: The file descriptor of the socket that requests come from.
        lifeline: That of a pipe that is closed when the parent ends.
    """
    end_with(lifeline)
    logging.disable()
    task: WorkerTask = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the parent process
    task.load()
    # A collection in a copy would write to every object, and so part what is shared.
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
            os.setsid()  # Linux shares a busy machine out among sessions
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
    """End a copy, and return its status, or the signal's number below zero."""
    try:
        ended, status = os.waitpid(number, os.WNOHANG)
        if not ended:
            os.kill(number, signal.SIGKILL)
            _, status = os.waitpid(number, 0)
    except ChildProcessError:  # it is a copy of a template before this one
        return -signal.SIGKILL
    return os.waitstatus_to_exitcode(status)
