"""Questions that ask who holds an office, and sentences that name another holder alone."""

from __future__ import annotations

import re

from bot.language.alternatives import any_word
from bot.language.english.questions.question_phrases import AUXILIARIES, QUESTION_WORDS
from bot.language.english.words.role_words import ROLE_NOUNS

_ASKED = re.compile(
    r"\A\W*(?:and\s+)?(?P<who>who(?:['’]?s|\s+is)\s+)?(?:the\s+)?(?:[a-z'’-]{1,30}\s+){0,3}?"
    r"(?P<role>[a-z]{2,30})(?:\s+(?:of|for|in|at)\s[^?]{1,80})?\W*\Z",
    re.IGNORECASE,
)
_ANOTHER = (
    "former|formerly|ex|deputy|vice|assistant|late|next|future|incoming|designated|acting|interim"
    "|caretaker"
)
_BEFORE = re.compile(
    rf"\b(?:then[\s-]|(?:{_ANOTHER})[\s-]"
    r"(?:(?!(?:and|or|the|an?|to|on|in|week|month|year)\b)[\w'’-]{1,30}\s){0,2})\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\A(?:[\s-](?:elect|designate)\b|\s(?:at\sthe\stime|back\sthen)\b)", re.IGNORECASE
)
_ASKS_ANOTHER = re.compile(
    rf"\b(?:{_ANOTHER}|then|was|were|elect|designate|previous|old|new|time)\b", re.IGNORECASE
)
_ASKS_ELSE = re.compile(rf"\b(?:{any_word(QUESTION_WORDS | AUXILIARIES)})\b", re.IGNORECASE)
_FAR = 80
"""Characters before an office and behind it that are read."""


def names_another_holder(question: str, sentence: str) -> bool:
    """Return whether a sentence names only a former, a deputy, an acting or a future holder.

    Args:
        question: The question; of those that don't ask who holds an office nothing is said.
        sentence: The sentence that answers it best.
    """
    asked = _ASKED.match(question)
    if asked is None or _ASKS_ANOTHER.search(question):
        return False
    if not asked["who"] and _ASKS_ELSE.search(question):
        return False
    role = asked["role"].lower()
    if role not in ROLE_NOUNS:
        return False
    places = [match.span() for match in re.finditer(rf"\b{role}\b", sentence, re.IGNORECASE)]
    return bool(places) and all(
        _BEFORE.search(sentence[max(0, start - _FAR) : start]) is not None
        or _BEHIND.match(sentence[end : end + _FAR]) is not None
        for start, end in places
    )
