"""How English says that somebody may not be what they are called, or is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Span

_OPEN_BEFORE = re.compile(
    r"\b(?:alleg\w{1,10}|suspect(?:s|ed)?|accus\w{1,6}|suppos(?:ed|edly)|so-called|would-be"
    r"|self-(?:styled|proclaimed|declared|appointed)|purported(?:ly)?|reportedly|apparently"
    r"|possibl[ey]|perhaps|den(?:y|ies|ied|ying)|mistaken|mistook|falsely|wrongly|wrongfully"
    r"|prosecutors|(?:believed|thought|said|claim\w{0,3}) to be|charged|cleared|acquitted|on trial"
    r"|tried (?:as|for))\b[^.;!?]{0,40}\Z"
    r"|\b(?:if|whether|unless)\b[^,.;!?]{0,40}\Z"
    r"|\b(?:to|may|might|could|would|will) be(?:come)?\s(?:[a-z]{1,15}\s){0,3}\Z"
    r"|\b(?:not|never|no|nor|neither|\w{2,5}n['’]t)\s(?:[a-z]{1,15}\s){0,3}\Z",
    re.IGNORECASE,
)
"""Matches what leads up to something that somebody only may be, or is not."""

_OPEN_BEHIND = re.compile(
    r"\A[^.;!?]{0,40}?\b(?:alleges?|prosecutors (?:say|said|claim|believe|alleged)"
    r"|according to (?:the )?(?:prosecut|indictment|charge))",
    re.IGNORECASE,
)
_FAR = 70
"""Characters before and behind something that are read."""

_ASKS_WHO = re.compile(
    r"\A\W*who(?:['’]?s|\s+is|\s+was)\s+(?:the|an?)\s+(?P<role>[a-z][a-z’'-]{1,30}"
    r"(?:\s+[a-z][a-z’'-]{1,30}){0,3})\W*\Z",
    re.IGNORECASE,
)


def is_open(sentence: str, span: Span) -> bool:
    """Return whether a sentence leaves open whether somebody is what stands there, or denies it.

    Args:
        sentence: The sentence.
        span: Where it says what somebody is.
    """
    start, end = span
    return (
        _is_quoted(sentence, start)
        or _OPEN_BEFORE.search(sentence[max(0, start - _FAR) : start]) is not None
        or _OPEN_BEHIND.match(sentence[end : end + _FAR]) is not None
    )


def _is_quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def only_alleges(question: str, sentence: str) -> bool:
    """Return whether a sentence only accuses somebody of being what a question asks for.

    Args:
        question: The question; of those that don't ask *who is the …* nothing is said.
        sentence: The sentence that answers it best.
    """
    asked = _ASKS_WHO.match(question)
    if asked is None:
        return False
    role = re.compile(rf"\b{re.escape(asked['role'])}s?\b", re.IGNORECASE)
    places = [match.span() for match in role.finditer(sentence)]
    return bool(places) and all(is_open(sentence, place) for place in places)
