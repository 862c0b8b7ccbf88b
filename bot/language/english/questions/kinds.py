"""The kind of answer that an English question asks for, and that an English sentence holds."""

from __future__ import annotations

import re

from bot.language.alternatives import any_word
from bot.language.english.questions.question_phrases import QUESTION_WORDS
from bot.language.plain_text import word_set
from bot.language.sentence_cues import NAME_SHOWN, NUMBER_SHOWN, TIME_SHOWN, Kind

_MEASURED = "many|much|long|old|far|tall|high|large|often|big|deep|wide|fast|heavy"
"""What follows *how* where a number is asked for."""

_KINDS = (
    (Kind.PERSON, re.compile(r"\bwho(?:m|se)?\b|\bwhat (?:person|man|woman)\b", re.IGNORECASE)),
    (
        Kind.NUMBER,
        re.compile(
            rf"\bhow (?:{_MEASURED})\b|"
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
_COUNT = re.compile(r"\bhow many\b", re.IGNORECASE)
_HOW = re.compile(
    rf"\bhow\s+(?:{_MEASURED}|soon|late|early|quickly|close|near|frequently)\b", re.IGNORECASE
)
_QUESTION_WORD = re.compile(rf"\b(?:{any_word(QUESTION_WORDS)})(?:['’]?s)?\b", re.IGNORECASE)
_MOST_IN_QUERY = 8
"""Words of what is typed as into a search engine; what is longer is mostly a sentence."""

_TIMES = word_set(
    "january february march april may june july august september october november december "
    "century centuries decade decades monday tuesday wednesday thursday friday saturday sunday "
    "yesterday today tomorrow"
)
_AMBIGUOUS = len("may")
"""Words of :data:`_TIMES` that are no longer than this count only where they are capitalised."""

_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundred hundreds thousand thousands million millions billion billions dozen dozens half "
    "third quarter twice double once mln bln mn bn trln trn"
)
_YEAR = re.compile(r"\A(?:1\d{3}s?|20\d\ds?|\d+(?:st|nd|rd|th)|\d0s)\Z")


def kind_of(question: str) -> Kind:
    """Return what a question asks for, judged by its question words."""
    for kind, pattern in _KINDS:
        if pattern.search(question):
            return kind
    return Kind.OTHER


def asks_count(question: str) -> bool:
    """Return whether a question asks *how many*."""
    return _COUNT.search(question) is not None


def words_of_how(question: str) -> frozenset[str]:
    """Return the words that only say that a number is asked for, as those of *how many* do.

    A sentence that answers has the number in their place.
    """
    return word_set(" ".join(_HOW.findall(question.lower())))


def is_typed_as_query(question: str) -> bool:
    """Return whether a question is a few words, as what is typed into a search engine."""
    return len(question.split()) <= _MOST_IN_QUERY and _QUESTION_WORD.search(question) is None


def word_cues(word: str) -> int:
    """Return what one word shows, in the units of :mod:`bot.language.sentence_cues`."""
    lower = word.lower()
    capitalised = word[0].isupper()
    cues = NAME_SHOWN if capitalised else 0
    if word[0].isdigit() or lower in _NUMBERS:
        cues += NUMBER_SHOWN
    if _YEAR.match(lower) or (lower in _TIMES and (capitalised or len(lower) > _AMBIGUOUS)):
        cues += TIME_SHOWN
    return cues
