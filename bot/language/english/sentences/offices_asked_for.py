"""Questions that ask who holds a high office, and sentences that don't name that office."""

from __future__ import annotations

import re

_OFFICES = {
    r"pm|prime\s+minister|premier": r"pm|prime\s+minister\w*|premier\w*|chancellor|taoiseach",
    r"president": r"presiden\w+|head\s+of\s+state",
    r"chancellor": r"chancell\w+",
    r"king": r"king|monarch|majesty|throne",
    r"queen": r"queen|monarch|majesty|throne",
    r"pope": r"pope|pontiff|papacy|pontificate",
    r"mayor": r"mayor\w*",
    r"governor": r"governor\w*|gov",
}
_NAMED = tuple(re.compile(rf"\b(?:{named})\b", re.IGNORECASE) for named in _OFFICES.values())
_ASKED = re.compile(
    r"\A\W*(?:and\s+)?who(?:['’]?s|\s+is|\s+was)\s+(?:the\s+)?(?:[\w'’.-]{1,30}\s+){0,4}?(?:"
    + "|".join(f"({asked})" for asked in _OFFICES)
    + r")(?:\s+(?:of|in)\s[^?]{1,60})?(?:\s+(?:now|currently|today))?\W*\Z",
    re.IGNORECASE,
)


def lacks_office(question: str, sentence: str) -> bool:
    """Return whether a question asks who holds a high office, and a sentence names no such one.

    A *minister of justice* is not the prime minister who is asked for. Offices that go by many
    names, as *the boss* does, are not looked for.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    asked = _ASKED.match(question)
    if asked is None or asked.lastindex is None:
        return False
    return _NAMED[asked.lastindex - 1].search(sentence) is None
