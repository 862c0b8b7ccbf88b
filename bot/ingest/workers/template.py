"""Start reader processes as copies of one that has loaded everything they need.

Forks share the memory of the template until either side writes to it, so that the loaded data are
in memory once, however many processes read. Forking takes milliseconds,
loading half a second. The template itself reads no document.
"""

from __future__ import annotations

import errno
import os
import pickle
import signal
import socket
import subprocess
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from bot.ingest.workers.started_process import opened, start_python
from bot.ingest.workers.template_process import END, FORK, REPLY, REQUEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.workers.process import WorkerTask

START_SECONDS = 300.0
"""The maximum elapsed time of a start, which takes a second of CPU time, in seconds."""


class Template:
    """A process that starts with the first copy, and is replaced if it ends.

    Args:
        task: The settings of the copies; the template loads their data.
    """

    def __init__(self, task: WorkerTask) -> None:
        self._task = task
        self._process: _TemplateProcess | None = None
        self._copies: set[int] = set()
        self._closed = False
        self._lock = threading.Lock()

    def fork(self, lifeline: int) -> Fork:
        """Start a copy.

        Args:
            lifeline: One end of a pipe; the copy ends when the other end closes.

        Raises:
            OSError: No process can be started.
        """
        theirs_in, ours_in = os.pipe()
        ours_out, theirs_out = os.pipe()
        stdin, stdout = os.fdopen(ours_in, "wb"), os.fdopen(ours_out, "rb")
        try:
            number = self._forked((theirs_in, theirs_out, lifeline))
        except BaseException:
            stdin.close()
            stdout.close()
            raise
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        return Fork(self, number, stdin, stdout)

    def end_copy(self, number: int) -> int:
        """End a copy if it is running.

        Returns:
            Its exit status, or the negative number of the signal that ended it.
        """
        with self._lock:
            self._copies.discard(number)
            if self._process is not None:
                try:
                    return self._process.ask(END, number)
                except OSError:
                    self._end()
        return -signal.SIGKILL  # the template, which knows the status, has ended

    def end_if_unused(self) -> None:
        """End the template if it has no copies; the next copy starts it again."""
        with self._lock:
            if not self._copies:
                self._end()

    def close(self) -> None:
        """End the template at once, even while it starts, for good."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._end()

    @classmethod
    def where_possible(cls, task: WorkerTask) -> Template | None:
        """Return a template, or ``None`` on systems that can't fork, such as Windows."""
        can = hasattr(os, "fork") and hasattr(socket, "send_fds")
        return cls(task) if can else None

    def _forked(self, files: Sequence[int]) -> int:
        with self._lock:
            try:
                number = self._running().ask(FORK, 0, files)
            except ConnectionError:  # it has ended, perhaps for lack of memory
                self._end()
                number = self._running().ask(FORK, 0, files)
            self._copies.add(number)
            return number

    def _running(self) -> _TemplateProcess:
        if self._process is None and not self._closed:
            self._process = _TemplateProcess(self._task)
        if self._process is None or self._closed:
            self._end()
            raise OSError(errno.ECONNABORTED, "it was closed")
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


class Fork:
    """A copy of a template.

    Attributes:
        stdin: The pipe to its standard input.
        stdout: The pipe from its standard output.
    """

    def __init__(
        self, template: Template, number: int, stdin: IO[bytes], stdout: IO[bytes]
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self._template = template
        self._number = number
        self._status: int | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        """End it at once."""
        self.wait()

    def wait(self) -> int:
        """End it if it is running; return its exit status, or the negative number of a signal."""
        with self._lock:
            if self._status is None:
                self._status = self._template.end_copy(self._number)
            return self._status


class _TemplateProcess:
    """The process of a template, which answers one request after the other."""

    def __init__(self, task: WorkerTask) -> None:
        packed = pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
        self._requests, theirs = socket.socketpair()
        self._requests.settimeout(START_SECONDS)
        # Nothing is ever written to it: its closing tells the child that this process has ended.
        lifeline, ours = os.pipe()
        self._lifeline = os.fdopen(ours, "wb", buffering=0)
        files = theirs.fileno(), lifeline
        program = f"from bot.ingest.workers.template_process import main; main{files}"
        try:
            self._process = start_python(program, files, subprocess.DEVNULL)
        except OSError:
            self._close()
            raise
        finally:
            theirs.close()
            os.close(lifeline)
        with suppress(BrokenPipeError), opened(self._process.stdin) as stdin:
            stdin.write(packed)

    def ask(self, what: bytes, number: int, files: Sequence[int] = ()) -> int:
        """Send a request and return the reply.

        Raises:
            OSError: The process has ended, or does not reply in time.
        """
        socket.send_fds(self._requests, [REQUEST.pack(what, number)], files)
        reply = self._requests.recv(REPLY.size)
        if not reply:
            raise ConnectionResetError(errno.ECONNRESET, "it ended at once")
        (answer,) = REPLY.unpack(reply)
        return int(answer)

    def kill(self) -> None:
        """End the process at once, even while another thread sends it a request."""
        self._process.kill()

    def end(self) -> None:
        """End the process, and close its pipes."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        self._requests.close()
        self._lifeline.close()
