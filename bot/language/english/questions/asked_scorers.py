"""English questions that ask who scored for a side, and the lists in which reports say it."""

from __future__ import annotations

import re

_SIDE = r"(?P<side>[^\W\d_][\w'’.&-]{0,30}(?:\s+[\w'’.&-]{1,31}){0,3})"
_ASKED = re.compile(
    r"\A\W*(?:and\s+)?(?:who|which\s+players?)\s+(?:all\s+)?"
    rf"(?:scored|netted|(?:got|scored|made)\s+(?:the\s+)?(?:goals?|tries|points))\s+for\s+{_SIDE}\W*\Z"
    rf"|\A\W*(?:the\s+)?{_SIDE.replace('side', 'of')}\s+(?:goal\s?)?scorers\W*\Z",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:goals?(?:\s?scorers?)?|scorers?|scoring|tries)\b", re.IGNORECASE)
_SCORED = re.compile(r"[A-Z][\w'’-]{0,30}\s\(?\d{1,3}\b")


def asked_side(question: str) -> str | None:
    """Return the side whose scorers a question asks for, and no more, or None."""
    match = _ASKED.match(question)
    return (match["side"] or match["of"]) if match else None


def is_list_of_scorers(text: str) -> bool:
    """Return whether a paragraph or a sub-heading begins as a list of scorers does."""
    return _LIST.match(text) is not None


def names_scorers(sentence: str) -> bool:
    """Return whether a sentence has a name with a minute after it, as *Teale 50*."""
    return _SCORED.search(sentence) is not None
