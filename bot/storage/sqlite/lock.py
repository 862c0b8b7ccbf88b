"""A lock file beside the database, so that one process at a time writes to it."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

# Where Windows locks a byte; far after the text that says who holds the lock.
_LOCKED_BYTE = 4096


class DatabaseLock:
    """The lock of a database, held by this process; the system releases it when a process ends.

    Args:
        path: The database's file. The lock is a file beside it, which stays there.

    Raises:
        DatabaseError: Another process holds the lock; the message says which.
        OSError: The lock's file can't be written.
    """

    def __init__(self, path: Path) -> None:
        beside = path.with_name(path.name + ".lock")
        self._file = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._file)
        except OSError as error:
            holder = os.read(self._file, 200).decode(errors="replace").strip() or "another process"
            os.close(self._file)
            message = (
                f"the database {path} is in use by {holder}: stop that first, or name another "
                "file in FOOTNOTE_DATABASE"
            )
            raise DatabaseError(message) from error
        now = dt.datetime.now(dt.UTC).isoformat(" ", timespec="seconds")
        os.ftruncate(self._file, 0)
        os.write(self._file, f"process {os.getpid()} on {platform.node()} since {now}\n".encode())

    def release(self) -> None:
        """Release the lock, so that other processes can write to the database."""
        os.close(self._file)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
