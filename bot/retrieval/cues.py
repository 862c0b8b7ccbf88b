"""Tell from a sentence's looks whether it can hold the kind of thing a question asks for."""

from __future__ import annotations

import re

from bot.retrieval.question import Kind

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME = re.compile(
    rf"\b(?:1\d{{3}}|20\d\d|\d+(?:st|nd|rd|th)|{_MONTHS}|centur(?:y|ies)|decades?|\d0s|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|"
    r"forty|fifty|hundreds?|thousands?|millions?|billions?|half|third|quarter|twice|double|once)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[^.!?\s] )[“\"'(]?[A-Z][\w’'-]+")


def cue(kind: Kind, sentence: str, asked: frozenset[str]) -> float:
    """Rate a sentence as the place of an answer.

    Args:
        kind: What the question asks for.
        sentence: The sentence as it stands in the article.
        asked: The question's words in lower case; a name among them is no answer.

    Returns:
        0 where the sentence shows nothing of that kind, 1 where it clearly does, 0.5 where the
        question does not say what it asks for.
    """
    if kind is Kind.OTHER:
        return 0.5
    if kind is Kind.TIME:
        found = _TIME.findall(sentence)
    elif kind is Kind.NUMBER:
        found = _NUMBER.findall(sentence)
    else:
        found = [name.strip("“\"'(") for name in _NAME.findall(sentence)]
    new = sum(1 for word in found if word.lower() not in asked)
    return 1.0 if new else 0.0
