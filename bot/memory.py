"""Give memory that is no longer used back to the system, where the C library keeps it."""

from __future__ import annotations

import ctypes
import sys


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
