"""Questions that ask when something ended, and sentences that say only since when it has been."""

from __future__ import annotations

import re

_ASKS_END = re.compile(
    r"\bwhen\s+(?:did|does|do|will|is|was|were)\b[^?]{0,120}?"
    r"\b(?:end|ended|over|stop|stopped|finish|finished|abolished|scrapped|expire|close|closed)\W*\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsince\s(?:(?:about|around|early|late|the|at|least)\s){0,3}(?:[a-z]{3,9}\s)?(?:\d{4}s?\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:1[5-9]|20)\d\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march"
    r"|april|june|july|august|september|october|november|december|today|yesterday|tomorrow"
    r"|year|month|week|until|till)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:end\w*|stop\w*|finish\w*|clos\w+|shut|scrapp\w+|abolish\w+|expir\w+)\b", re.IGNORECASE
)


def gives_only_beginning(question: str, sentence: str) -> bool:
    """Return whether a question asks when something ended, and a sentence since when it has been.

    *Since 1972* says when something began, and that it goes on.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    if _ASKS_END.search(question) is None or _ENDED.search(sentence):
        return False
    rest, times = _SINCE.subn(" ", sentence)
    return times > 0 and _TIME.search(rest) is None
