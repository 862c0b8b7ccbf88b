"""Questions that ask how old a relative is, and sentences that tell of somebody else's age."""

from __future__ import annotations

import re

_SAID_OTHERWISE = {
    "daughter": "girl|baby|toddler|twins?",
    "son": "boy|baby|toddler|twins?",
    "brother": "siblings?|twins?",
    "sister": "siblings?|twins?",
    "mother|mum|mom": "parents?",
    "father|dad": "parents?",
    "husband": "spouse|partner|married|widower?|couple|wed",
    "wife": "spouse|partner|married|widow|couple|wed",
    "girlfriend": "partner|couple|dating|sweethearts?",
    "boyfriend": "partner|couple|dating|sweethearts?",
}
_TOLD = {
    word: re.compile(rf"\b(?:{asked}|{otherwise})(?:['’]?s)?\b", re.IGNORECASE)
    for asked, otherwise in _SAID_OTHERWISE.items()
    for word in asked.split("|")
}
_RELATIVES = "|".join(_TOLD)
_ASKED = re.compile(
    r"\A\W*(?:and\s+)?(?:how\s+old|what\s+age)\s+(?:is|was)\s"
    rf"(?:[^?]{{0,80}}?(?:['’]s?|\bhis|\bher|\btheir)\s+(?:\w{{1,15}}\s+)?(?P<owned>{_RELATIVES})"
    rf"|the\s+(?P<of>{_RELATIVES})\s+of\s[^?]{{1,80}})\W*\Z",
    re.IGNORECASE,
)
_SOMEBODY_TOLD_BEFORE = re.compile(r"\A\W*(?:s?he|they|who)\b", re.IGNORECASE)


def tells_of_no_relative(question: str, sentence: str) -> bool:
    """Return whether a question asks for a relative's age, and a sentence tells of no such one.

    Where the sentence says *he* or *she*, it may tell of the relative whom the one before named.

    Args:
        question: The question.
        sentence: The sentence that answers it best.
    """
    asked = _ASKED.match(question)
    if asked is None or _SOMEBODY_TOLD_BEFORE.match(sentence):
        return False
    relative = (asked["owned"] or asked["of"]).lower()
    return _TOLD[relative].search(sentence) is None
