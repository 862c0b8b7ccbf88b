"""Questions that ask how many children somebody has, and sentences that count the siblings."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"\bhow\s+many\s+(?:children|kids|sons|daughters)\s+(?:did|does|do|has|have|had)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:one|eldest|oldest|youngest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|middle|last)(?:-?born)?\s(?:child\s)?(?:of|in\sa\sfamily\sof)\s(?:\w{1,12}\s){0,2}?"
    r"(?:children|siblings|sons|daughters|kids|brothers|sisters)\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|kids?|sons?|daughters?)\b", re.IGNORECASE)


def counts_siblings(question: str, sentence: str) -> bool:
    """Return whether a sentence counts somebody among siblings, where own children are asked for.

    “The second of five children” says how many the parents had.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    if _ASKED.search(question) is None:
        return False
    rest, places = _AMONG.subn(" ", sentence)
    return places > 0 and _CHILDREN.search(rest) is None
