"""Start a Python process that inherits no secrets."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_PASSED_ON = ("DISCORD", "FOOTNOTE")


class StartedProcess(Protocol):
    """A process that was started, with the pipes that lead to it."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """What it reads is written here."""
        ...

    @property
    def stdout(self) -> IO[bytes] | None:
        """What it writes is read here."""
        ...

    def kill(self) -> None:
        """End it at once."""

    def wait(self) -> int:
        """Return how it ended, once it has: its status, or the signal's number below zero."""
        ...


def start_python(program: str, files: Sequence[int], stdout: int) -> subprocess.Popen[bytes]:
    """Start a process.

    Args:
        program: What it runs; it finds the same modules as this one.
        files: The file descriptors that it inherits.
        stdout: What becomes of its output, as :mod:`subprocess` names it.

    Raises:
        OSError: It can't be started.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_PASSED_ON)}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {program}"],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        env={**environment, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        start_new_session=True,  # Ctrl-C is for the parent, which ends this one
        pass_fds=() if sys.platform == "win32" else tuple(files),
    )


def opened(stream: IO[bytes] | None) -> IO[bytes]:
    """Return a pipe that a process was started with."""
    if stream is None:
        message = "the process was started without pipes"
        raise ValueError(message)
    return stream
