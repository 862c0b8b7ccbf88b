"""The shape of a sentence that answers an English question, if the question tells it."""

from __future__ import annotations

import re

from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.questions.answer_shape import AnswerShape

_AGE = re.compile(
    r",\s(?:aged\s)?\d{1,3}(?:,|\.|;|\sand\b|\Z)|\b\d{1,3}[- ]years?[- ]old\b|\baged\s\d{1,3}\b"
    r"|\b(?:is|was|turns|turned)\s\d{1,3}\b(?!\s(?:per|million|billion|thousand|people|of|degrees|"
    r"metres|miles|kilomet))|\b\d{1,3}\syears\sold\b"
)
_MONEY = re.compile(
    r"[£$€¥₹]\s?\d|\b\d[\d.,]{0,20}\s(?:(?:thousand|million|billion|trillion|ml?n|bl?n|trl?n)\s)?"
    r"(?:pounds?|dollars?|dlrs?|euros?|pence|cents?|cts|yen|marks?|stg|francs?|guilders?|lire|kron\w+"
    r"|rupees|roubles|pesos|reais)\b"
    r"|\b(?:thousand|million|billion)\s(?:pounds|dollars|euros)\b",
    re.IGNORECASE,
)
_ASKS_AGE = re.compile(
    r"\bhow old\b(?!\s+(?:is|was|are)\s+(?:the|this|that|its))|\b(?:what|which)\b.{0,20}\bage\b"
    r"|\A\W*(?:\w+\W+){1,3}age\W*\Z",
    re.IGNORECASE,
)
_ASKS_MONEY = re.compile(
    r"\bhow much\b.{0,60}\b(?:costs?|bail|fine|fined|price|tickets?|pa(?:y|id)|earn\w*|worth|"
    r"salary|spend|spent|money|fee|bonus|admission)\b|\bhow much\s+(?:is|was|are|were)\s"
    r"|\bwhat\b.{0,60}\bcosts?\b|\b(?:price|cost|admission|salary|fee)\b(?!.{0,40}\bwho\b)",
    re.IGNORECASE,
)
_ASKS_WHO_IS = re.compile(
    r"\A\W*who(?:['’]?s|\s+is|\s+was)\s+(?P<name>[^\W\d_][\w'’-]{0,30}"
    r"(?:\s+[^\W\d_][\w'’-]{0,30}){0,3})\W*\Z",
    re.IGNORECASE,
)
_DESCRIBED = r"(?:\b(?i:the|an?|my|his|her|its|our|their)|['’]s)\s(?:[a-z][a-z-]{1,20}\s){1,3}"
"""Matches what stands before somebody's name: “her best friend ”."""


def shape_of(question: str) -> AnswerShape | None:
    """Return what a sentence looks like that gives what is asked for, where that shows.

    That is an age, a sum, or who somebody is.

    Args:
        question: The question.
    """
    if _ASKS_AGE.search(question):
        return AnswerShape(_AGE, is_rare=True)
    if _ASKS_MONEY.search(question):
        return AnswerShape(_MONEY, is_rare=False)
    who = _ASKS_WHO_IS.match(question)
    words = who["name"].split() if who else []
    if not words or not STOP_WORDS.isdisjoint(map(str.lower, words)):
        return None
    return AnswerShape(_introduction(words), is_rare=True, has_name=True)


def _introduction(name: list[str]) -> re.Pattern[str]:
    """Return what matches where somebody is introduced: “the captain, Ann Lee, said”."""
    written = r"\s".join(re.escape(word[0].upper() + word[1:]) for word in name)
    whole = rf"\b{written}(?:\s[A-Z][\w'’-]{{1,30}})?"
    return re.compile(
        rf"{whole}(?:,\s(?:\d|(?:who|the|an?|of|from)\b)|\s(?:is|was)\s(?:the|an?)\b)"
        rf"|,\s{written}[,.]|{_DESCRIBED}{written}\b"
    )
