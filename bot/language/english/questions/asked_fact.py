"""English questions for a fact of a table or a list, and what such a fact looks like."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.language.english.words.number_words import UP_TO_TWELVE

_ASKS_NO_FACT = re.compile(
    r"\bwhy\b|\bhow (?:come|did|do|does|is|was|were)\b|n['’]t\b"
    r"|\b(?:not|never|except|without|besides|other)\b"
    r"|\A\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b",
    re.IGNORECASE,
)
"""Matches what asks for a reason, a way, yes or no, or what isn't so, which no cell tells."""

_NAME = re.compile(r"\b[A-Z]\w*[a-z]")
_NUMBER = re.compile(rf"\d|\b(?:free|{UP_TO_TWELVE})\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[£$€¥₹] ?\d|\d ?(?:p\b|pounds?|dollars?|euros?|cents?|pence|yen|coins?|gold)|\bfree\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d[:.]\d\d\b|\d ?[ap]\.?m\b|\b(?:1[5-9]|20)\d\d\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:noon|midnight|mornings?|evenings?)\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_COSTS = re.compile(r"\b(?:costs?|prices?|fees?|charged?|pay)\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\bhow (?:many|much|long|often|far|high)\b", re.IGNORECASE)
_KINDS: tuple[tuple[re.Pattern[str], str, re.Pattern[str] | None], ...] = (
    (re.compile(r"\bhow old\b", re.IGNORECASE), "age", _NUMBER),
    (re.compile(r"\bhow tall\b", re.IGNORECASE), "height", _NUMBER),
    (re.compile(r"\bhow fast\b", re.IGNORECASE), "speed", _NUMBER),
    (re.compile(r"\bwhere\b", re.IGNORECASE), "place", None),
    (_HOW_MUCH, "", _NUMBER),
    (re.compile(r"\bwho(?:se|m)?\b", re.IGNORECASE), "", _NAME),
    (re.compile(r"\bwhen\b|\b(?:what|which) (?:day|time|date)\b", re.IGNORECASE), "", _TIME),
)
_SAYS_NOTHING = re.compile(r"\b(?:called|named|exactly|get|gets)\b", re.IGNORECASE)


class AskedFact(NamedTuple):
    """What a question asks for that a row or an entry may tell.

    Attributes:
        words: The question, with the name of what is asked in the place of “how old”.
        value: Matches a value of the kind that is asked for; ``None`` where the question only
            names it.
    """

    words: str
    value: re.Pattern[str] | None


def asked_fact(question: str) -> AskedFact | None:
    """Return which fact a question asks for, or ``None`` where no row or entry can answer it.

    Args:
        question: The question.
    """
    if _ASKS_NO_FACT.search(question):
        return None
    words = _SAYS_NOTHING.sub(" ", question)
    if _COSTS.search(words):
        return AskedFact(_COSTS.sub(" ", _HOW_MUCH.sub(" ", words)), _MONEY)
    for asks, name, value in _KINDS:
        if asks.search(words):
            return AskedFact(asks.sub(f" {name} ", words), value)
    return AskedFact(words, None)
