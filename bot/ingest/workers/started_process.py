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
    """A running process, with its pipes."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """The pipe to its standard input."""
        ...

    @property
    def stdout(self) -> IO[bytes] | None:
        """The pipe from its standard output."""
        ...

    def kill(self) -> None:
        """End it at once."""

    def wait(self) -> int:
        """Wait for its end; return its exit status, or the negative number of a signal."""
        ...


def start_python(program: str, files: Sequence[int], stdout: int) -> subprocess.Popen[bytes]:
    """Start a process.

    Args:
        program: The Python code to run; it finds the same modules as this process.
        files: The file descriptors to inherit.
        stdout: Its standard output, as for :class:`subprocess.Popen`.

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
    """Return a pipe of a process, checked not to be ``None``."""
    if stream is None:
        message = "the process was started without pipes"
        raise ValueError(message)
    return stream
