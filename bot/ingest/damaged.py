"""What libraries raise that read formats of others, where a file is damaged."""

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
"""A damaged file makes them raise nearly anything; a lack of memory is none of it."""
