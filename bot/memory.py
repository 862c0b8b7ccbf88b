"""Give freed memory back to the system, and spare the collector what stays."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 20_000


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
    """Keep the garbage collector from everything that there is now, for good.

    Called once, when all that stays for as long as the process does has been loaded: a look
    through it takes a tenth of a second, in which nobody would be answered.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at many objects that will stay.

    Articles, passages and indexes hold no cycles: counting references frees them. Where only a
    few were made nothing is kept from it, as the garbage of others would be kept along.
    """
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
