"""Return freed memory to the system, and exempt what stays from garbage collection."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = 5_000
_MANY = 20_000
_OFTEN = 2


def release_freed_memory() -> None:
    """Ask glibc to return what was freed; elsewhere do nothing.

    Making an index takes twice the memory that it then needs, and glibc would keep the rest.
    """
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):  # another C library, as musl
        return


def keep_from_collection() -> None:
    """Exempt everything that exists now from garbage collection, for good.

    Call it once, after everything that lives as long as the process has been loaded: to collect
    it takes a tenth of a second, in which no question is answered. Newer objects are collected
    more often than is usual, so that each collection has less to free.
    """
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _OFTEN)


@contextmanager
def without_collection(passages: int = _SMALL) -> Iterator[None]:
    """Pause garbage collection while many objects are made that will stay.

    Articles, passages, people and indexes hold no cycles: counting references frees them. For a
    small library nothing is changed. Where only few objects were made none is exempted, as other
    threads' garbage would be exempted with them.

    Args:
        passages: How many passages the library has that is being made; if left out, only how many
            objects are made decides.
    """
    if passages < _SMALL:
        yield
        return
    was_on = gc.isenabled()
    gc.collect(1)
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        if was_on:
            gc.enable()
