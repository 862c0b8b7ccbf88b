"""Text that every file, every database and every tokenizer takes."""

from __future__ import annotations


def storable(text: str) -> str:
    """Put a question mark for each half of a surrogate pair, and leave NUL out.

    No file and no table holds the one, and not every table the other.
    """
    return without_surrogates(text.replace("\0", ""))


def without_surrogates(text: str) -> str:
    """Put a question mark for each half of a surrogate pair, which no tokenizer takes either."""
    return text.encode(errors="replace").decode()
