"""Recognise in English what a noun calls again that a verb told: *they decided*, *the decision*."""

from __future__ import annotations

import re

_TOLD_BY = {
    "acquisition|purchase|takeover": "acqui|b(?:uy|ought)|purchas|t(?:ake|aken|aking|ook) over",
    "agreement|accord|deal|pact": r"agree|sign(?:s|ed|ing)?\b|settle|accord|deal|pact",
    "announcement": "announc",
    "appointment": r"appoint|named\b",
    "arrest": "arrest|detain",
    "attack": "attack|bomb|raid|shell(?:ed|ing)",
    "closure": r"clos(?:ed?|es|ing|ure)\b|shut",
    "crash": "crash|collid",
    "decision": "decid|decision|rul(?:ed|ing)|vote",
    "explosion": "explo|blew|blast",
    "fine": "fined",
    "lawsuit|suit": r"su(?:es?|ed|ing|its?)\b|lawsuit|litigation|court",
    "meeting|talks": r"met\b|meet|talk",
    "merger": "merge",
    "proposal": "propos",
    "resignation": "resign|quit|step(?:s|ped|ping)? (?:down|aside)",
    "sale": "s(?:old|ell|ale)",
    "strike|walkout": "strike|struck|walk(?:s|ed|ing)? (?:out|off)",
    "verdict": "convict|acquit|found guilty|jury",
    "vote": "vot",
}
"""What an event is called, and how the words begin that tell of it."""

_EVENT = re.compile(
    r"(?:The|This|That) (?:(?!(?:of|that|for|to|in|which|who)\b)[\w’'-]{1,20} ){0,2}?"
    rf"(?P<noun>{'|'.join(_TOLD_BY)})s?\b"
    r"(?! (?:of|that|to|by|in|which|who|for|on|at|with|over|between|[A-Z])\b)"
)
_TELLS = {
    noun: re.compile(rf"\b(?:{begins})", re.IGNORECASE)
    for nouns, begins in _TOLD_BY.items()
    for noun in nouns.split("|")
}


def events_in(sentence: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the event that a sentence begins with, if any, and what matches where it is told.

    “The suit alleges” leans on “began litigation”, and “The drivers’ decision” on “decided”.
    """
    match = _EVENT.match(sentence)
    return [(match["noun"], _TELLS[match["noun"]])] if match else []
