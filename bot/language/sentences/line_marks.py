"""The marks at the beginning of list items and table rows."""

from __future__ import annotations

import re

LIST_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s++")
"""The mark that an item of a list begins with, and the space after it."""

_ROW_HEADER = re.compile(r"(?:(?:[^:;\n]|:(?! )){1,60}; )?([^:;\n]{1,60}): ")
ROW = re.compile(r"(?:[^:;\n]{1,60}: )?[^;\n]{1,200}(?:; |\n)[^:;\n]{1,60}: ")
"""What a row of several cells begins with: its first two cells, and the header of the second."""


def row_header(text: str, start: int = 0, end: int | None = None) -> str | None:
    """Return the header of the first cell of a table's row, or of the second if that has none.

    It is “Day” in *Day: Sunday; First: 9.00*, and “Single” in *Adult; Single: £7*.

    Args:
        text: The text that the row is in.
        start: Where it begins.
        end: Where it ends; at the end of the text if left out.
    """
    match = _ROW_HEADER.match(text, start, len(text) if end is None else end)
    return match[1] if match else None
