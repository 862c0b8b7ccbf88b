"""English questions that ask how much of something is needed, and the lists that say it."""

from __future__ import annotations

import re

from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.sentences.line_marks import LIST_ITEM

_UNITS = (
    r"(?:grams?|g|kilos?|kg|cups?|(?:table|tea)?spoons?|tbsp|tsp|ml|lit(?:re|er)s?|pounds?"
    r"|ounces?|oz)"
)
_NEEDED = (
    r"\s+(?:(?:do|does|should|must|would|will)\s+(?:i|we|you|u|it|one|they)\s+"
    r"(?:need|use|take|put|add|want|require|buy)\b[^?]{0,40}"
    r"|(?:is|are)\s+(?:needed|required|in\s+(?:it|them|this|that|there))|goe?s?\s+in\b[^?]{0,30})"
)
_ASKED = re.compile(
    rf"\A\W*(?:and\s+)?how\s+(?:many|much)\s+(?:{_UNITS}\s+(?:of\s+)?)?"
    rf"(?P<what>[^\W\d_][\w'’-]{{1,20}}(?:\s[^\W\d_][\w'’-]{{1,20}}){{0,2}}?)(?:{_NEEDED})?\W*\Z",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"(?:about\s+)?(?:\d|[½¼¾⅓⅔]|(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve)\b)",
    re.IGNORECASE,
)


def asked_quantity(question: str) -> str | None:
    """Return of what a question asks how much or how many, and no more: “butter”; or None.

    Args:
        question: The question.
    """
    match = _ASKED.match(question)
    if match is None or not STOP_WORDS.isdisjoint(match["what"].lower().split()):
        return None
    return match["what"]


def is_quantity_of_list(line: str) -> bool:
    """Return whether a line is an item of a list that begins with a quantity: “- 120 g butter”."""
    item = LIST_ITEM.match(line)
    return item is not None and _QUANTITY.match(line, item.end()) is not None
