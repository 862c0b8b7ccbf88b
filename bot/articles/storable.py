"""Text that every file and every database can hold."""

from __future__ import annotations


def storable(text: str) -> str:
    """Put a question mark for each half of a surrogate pair, and leave NUL out.

    No file and no table holds the one, and not every table the other.
    """
    return text.replace("\0", "").encode(errors="replace").decode()
