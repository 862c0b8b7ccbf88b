"""Tell from a sentence's words whether it can hold the kind of thing a question asks for."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

import numpy as np

from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Kind(enum.Enum):
    """Name what a question asks for, where its words tell."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"
    OTHER = "other"


_KINDS = (
    (Kind.PERSON, re.compile(r"\bwho(?:m|se)?\b|\bwhat (?:person|man|woman)\b", re.IGNORECASE)),
    (
        Kind.NUMBER,
        re.compile(
            r"\bhow (?:many|much|long|old|far|tall|high|large|often|big|deep|wide|fast|heavy)\b|"
            r"\b(?:what|which) (?:percentage|percent|number|amount|fraction|proportion|share)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.TIME,
        re.compile(
            r"\bwhen\b|\b(?:what|which) (?:year|century|date|day|decade|month|era|period|time)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.PLACE,
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|region|continent|"
            r"province|location)\b",
            re.IGNORECASE,
        ),
    ),
)
_TIMES = word_set(
    "january february march april may june july august september october november december "
    "century centuries decade decades monday tuesday wednesday thursday friday saturday sunday "
    "yesterday today tomorrow"
)
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundred hundreds thousand thousands million millions billion billions dozen dozens half "
    "third quarter twice double once"
)
_YEAR = re.compile(r"1\d{3}s?\Z|20\d\ds?\Z|\d+(?:st|nd|rd|th)\Z|\d0s\Z")
_ONE_NUMBER = 1 << 20
_ONE_TIME = 1 << 10
_FIELD = (1 << 10) - 1
_MAX_NAMES = 7

CUE_CODES = 32
"""How many different codes :func:`cue_code` gives: 0 to 31."""


def kind_of(question: str) -> Kind:
    """Tell what a question asks for by its question words."""
    for kind, pattern in _KINDS:
        if pattern.search(question):
            return kind
    return Kind.OTHER


def word_cues(word: str) -> int:
    """Count what one word shows, so that a sentence's words can be summed."""
    lower = word.lower()
    cues = int(word[0].isupper())
    if word[0].isdigit() or lower in _NUMBERS:
        cues += _ONE_NUMBER
    if _YEAR.match(lower) or (lower in _TIMES and (word[0].isupper() or len(lower) > len("may"))):
        cues += _ONE_TIME
    return cues


def cue_code(total: int, words: Sequence[str]) -> int:
    """Pack what a sentence shows into 5 bits: a number, a time, and up to 7 capitalised words.

    Args:
        total: The sum of :func:`word_cues` over its words.
        words: The words; the first is capitalised because it is the first.
    """
    if not words:
        return 0
    names = min(_MAX_NAMES, (total & _FIELD) - words[0][0].isupper())
    has_time = bool(total // _ONE_TIME & _FIELD)
    has_number = total >= _ONE_NUMBER
    return has_number | has_time << 1 | names << 2


def rate_cues(
    kind: Kind, codes: NDArray[np.int64], asked: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Rate sentences as the place of an answer.

    Args:
        kind: What the question asks for.
        codes: The sentences' codes.
        asked: How many of the question's own names each sentence holds: they are no answer.

    Returns:
        For each sentence 0 where it shows nothing of the kind, 1 where it does, and 0.5 where
        the question does not say what it asks for.
    """
    if kind is Kind.OTHER:
        return np.full(len(codes), 0.5)
    if kind is Kind.NUMBER:
        return (codes & 1).astype(np.float64)
    if kind is Kind.TIME:
        return (codes >> 1 & 1).astype(np.float64)
    return ((codes >> 2) > asked).astype(np.float64)
