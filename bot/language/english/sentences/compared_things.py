"""Sentences that only compare something with what an English question asks about."""

from __future__ import annotations

import re

from bot.language.possessives import without_possessive

_NAME = re.compile(
    r"(?<=\s)[A-ZÀ-Þ][\w’'-]{0,30}(?:\s(?:(?:of|the|de|and)\s){0,2}[A-ZÀ-Þ][\w’'-]{0,30}){0,4}"
)
_COMPARED_WITH = re.compile(
    r"\b(?:than|after|behind|apart\sfrom|except|unlike|besides|other\sthan|compared\s(?:with|to))\s"
    r"(?:(?:for|in|at|of|the|those|that|its)\s){0,3}\Z",
    re.IGNORECASE,
)
_FAR = 60
"""Characters before a name that are read."""


def is_only_compared(question: str, sentence: str) -> bool:
    """Return whether a sentence has a question's only name where it compares something with it.

    “At 2,764 metres it is the highest after Mount Sela” says nothing of how high that one is.

    Args:
        question: The question; of those with several names nothing is said, nor of those with none.
        sentence: The sentence that answers it best.
    """
    names = {without_possessive(name) for name in _NAME.findall(question)}
    if len(names) != 1:
        return False
    places = [match.start() for match in re.finditer(re.escape(names.pop()), sentence)]
    return bool(places) and all(
        _COMPARED_WITH.search(sentence[max(0, start - _FAR) : start]) is not None
        for start in places
    )
