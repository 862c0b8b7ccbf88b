"""Questions that stand one behind the other."""

from __future__ import annotations

import re

MOST_PARTS = 4
"""Parts of a question that are answered at the most."""

_MARKED = re.compile(r"[?？]+[\s,;]*(?:(?:and|also|plus)\s+)?", re.IGNORECASE)
_LETTER = re.compile(r"\w")


def split_at_question_marks(text: str) -> tuple[str, ...]:
    """Return the questions of a text that end in question marks, or none where there is one.

    Args:
        text: The text; what stands behind the last mark counts as one more.
    """
    found = [part.strip() for part in _MARKED.split(text)]
    parts = tuple([f"{part}?" for part in found if _LETTER.search(part)])
    return parts if 1 < len(parts) <= MOST_PARTS else ()
