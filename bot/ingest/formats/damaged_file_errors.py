"""The exceptions that libraries for foreign formats raise where a file is damaged."""

from __future__ import annotations

import struct
import zlib

DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""Damaged files make them raise nearly anything; ``MemoryError`` is left out on purpose."""
