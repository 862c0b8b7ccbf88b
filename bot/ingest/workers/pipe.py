"""Send readings from a worker's process without pausing the process that receives them."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from bot.monitoring.garbage_collection import without_collection

if TYPE_CHECKING:
    from typing import IO

_LARGE = 128 * 1024
_SIZE = 8


def write_packed(stream: IO[bytes], packed: bytes) -> None:
    """Write a pickled value, prefixed by its size."""
    stream.write(len(packed).to_bytes(_SIZE, "little"))
    stream.write(packed)
    stream.flush()


def read_packed(stream: IO[bytes]) -> object:
    """Read a value that :func:`write_packed` wrote in a child process.

    Raises:
        Exception: The stream has ended, perhaps in the middle of the value.
    """
    size = int.from_bytes(stream.read(_SIZE), "little")
    if size < _LARGE:
        return pickle.load(stream)  # noqa: S301 - from our own process
    # A large article has up to a million objects, and each garbage collection would halt all
    # threads.
    with without_collection():
        return pickle.load(stream)  # noqa: S301 - the same
