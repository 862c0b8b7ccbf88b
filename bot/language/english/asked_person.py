"""English questions that ask who somebody is, or how old, by the name or by what they are."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from bot.language.english.stop_words import STOP_WORDS

_NAME = r"(?P<the>the\s+)?(?P<name>[^\W\d_][\w'’.-]{0,30}(?:\s+[^\W\d_][\w'’.-]{0,30}){0,3})"
_WHO = re.compile(
    r"\A\W*who(?:\s+(?:tf|on\s+earth|(?:the|da)\s+(?:hell|heck|fuck)))?(?:['’]?s|\s+(?:is|was))"
    rf"\s+(?:this\s+)?{_NAME}\W*\Z",
    re.IGNORECASE,
)
_HOW_OLD = re.compile(
    rf"\A\W*(?:how\s+old\s+(?:is|was)|(?:what|which)\s+age\s+(?:is|was))\s+{_NAME}\W*\Z",
    re.IGNORECASE,
)
_AGE_OF = re.compile(rf"\A\W*(?:what(?:['’]?s|\s+is|\s+was)\s+)?{_NAME}\s+age\W*\Z", re.IGNORECASE)
_ENDINGS = frozenset({"again", "anyway", "exactly", "now", "then", "guy", "dude", "lady", "even"})
_CHANGES = frozenset({"now", "then", "today", "currently"})
"""Behind what somebody is, these ask for the one of several who is it at that time."""

_POSSESSIVE = re.compile(r"['’]s?\Z")


class AskedPerson(NamedTuple):
    """Somebody whom a question asks about by name, or by what they are.

    Attributes:
        name: The name as typed; after *the*, what somebody is, as in *the finance director*.
        wants: What is to be said of them: who they are, or how old.
        by_role: Whether they are asked about by what they are.
    """

    name: str
    wants: Literal["role", "age"]
    by_role: bool = False


def asked_person(question: str) -> AskedPerson | None:
    """Return whom a question asks about, if it asks who somebody is or how old, and no more.

    Args:
        question: The question. Whether what stands in a name's place is one, only the articles
            tell: of *who is president* it is “president”.
    """
    who, old = _WHO.match(question), _HOW_OLD.match(question) or _AGE_OF.match(question)
    match = who or old
    if match is None:
        return None
    words = match["name"].split()
    if match["the"] and words[-1].lower() in _CHANGES:
        return None
    while len(words) > 1 and words[-1].lower() in _ENDINGS:
        words.pop()
    name = " ".join(words)
    if old:
        name = _POSSESSIVE.sub("", name)
    if not name or not STOP_WORDS.isdisjoint(map(str.lower, words)):
        return None
    return AskedPerson(name, "role" if who else "age", by_role=bool(match["the"]))
