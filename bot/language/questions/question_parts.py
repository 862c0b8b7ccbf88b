"""Split a text of several questions into its parts."""

from __future__ import annotations

import re

MOST_PARTS = 4
"""The maximum number of parts that are answered."""

_MARKED = re.compile(r"[?？]+[\s,;]*(?:(?:and|also|plus)\s+)?", re.IGNORECASE)
_LETTER = re.compile(r"\w")


def split_at_question_marks(text: str) -> tuple[str, ...]:
    """Return the questions of a text, split at question marks; none where there is only one.

    Args:
        text: The text; what follows the last question mark counts as one more part.
    """
    found = [part.strip() for part in _MARKED.split(text)]
    parts = tuple([f"{part}?" for part in found if _LETTER.search(part)])
    return parts if 1 < len(parts) <= MOST_PARTS else ()
