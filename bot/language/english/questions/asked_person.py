"""English questions that ask who somebody is, or how old, by the name or by what they are."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.possessives import without_possessive

_NAME = r"(?P<the>the\s+)?(?P<name>[^\W\d_][\w'’.-]{0,30}(?:\s+[^\W\d_][\w'’.-]{0,30}){0,3})"
_WHO = re.compile(
    r"\A\W*who(?:\s+(?:tf|on\s+earth|(?:the|da)\s+(?:hell|heck|fuck)))?"
    rf"(?:['’]?s|\s+(?:is|(?P<was>was)))\s+(?:this\s+)?{_NAME}\W*\Z",
    re.IGNORECASE,
)
_HOW_OLD = re.compile(
    rf"\A\W*(?:how\s+old\s+(?:is|was)|(?:what|which)\s+age\s+(?:is|was))\s+{_NAME}\W*\Z",
    re.IGNORECASE,
)
_AGE_OF = re.compile(rf"\A\W*(?:what(?:['’]?s|\s+is|\s+was)\s+)?{_NAME}\s+age\W*\Z", re.IGNORECASE)
_WHO_OF = re.compile(
    r"\A\W*who(?:['’]?s|\s+is)\s+(?:(?:the|now)\s+)?(?P<what>[^\W\d_][\w'’-]{0,30}"
    r"(?:\s+[^\W\d_][\w'’-]{0,30}){0,3}?)\s+(?:of|at)\s+(?P<of>[^\W\d_][\w.&'’-]{0,30}"
    r"(?:\s+[\w.&'’-]{1,30}){0,4})\W*\Z",
    re.IGNORECASE,
)
_ENDINGS = frozenset({"again", "anyway", "exactly", "now", "then", "guy", "dude", "lady", "even"})
_CHANGES = frozenset({"now", "then", "today", "currently"})
"""Behind what somebody is, these ask for the one of several who is it at that time."""

HELD_NOW = ("present", "current", "incumbent", "sitting")
"""Before what somebody is, these say that nobody else is it now."""

TOLD_OF_THEN = re.compile(r"\W{0,9}(?:by|in|until) (?:[a-z]+ )?(?:1\d|20)\d\d\b", re.IGNORECASE)
"""Matches the start of a sentence that tells of who somebody was in some year."""


class AskedPerson(NamedTuple):
    """Somebody whom a question asks about by name, or by what they are.

    Attributes:
        name: The name as typed; after *the*, what somebody is, as in *the finance director*.
        wants: What is to be said of them: who they are, or how old.
        by_role: Whether they are asked about by what they are.
        is_now: Whether it is asked of the present.
    """

    name: str
    wants: Literal["role", "age"]
    by_role: bool = False
    is_now: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The name; before what somebody is, the same as it is said of whoever is it now."""
        held_now = HELD_NOW if self.by_role and self.is_now else ()
        return (*(f"{now} {self.name}" for now in held_now), self.name)


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
        name = without_possessive(name)
    if not name or not STOP_WORDS.isdisjoint(map(str.lower, words)):
        return None
    is_now = old is not None or not match["was"]
    return AskedPerson(name, "role" if who else "age", by_role=bool(match["the"]), is_now=is_now)


def asked_office(question: str) -> tuple[str, str] | None:
    """Return which office of what a question asks the holder of: *chairman*, *Dome Petroleum*.

    Args:
        question: The question.

    Returns:
        The office and what it is of, as typed; None where something else is asked.
    """
    match = _WHO_OF.match(question)
    if match is None or match["what"].lower() in STOP_WORDS:
        return None
    return match["what"], match["of"]
