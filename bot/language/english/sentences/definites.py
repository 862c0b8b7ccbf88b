"""Find what an English sentence takes for told before: *the council*, *those cases*."""

from __future__ import annotations

import re

from bot.language.plain_text import word_set

_EXPLAINED = (
    r" (?:of|that|which|who|whose|whom|in|at|for|to|from|on|where|with|behind|between|near|"
    r"[a-z]{2,12}ed (?:by|in|on|at|with|from|to|for))\b"
)
_ENDED = (
    r"(?=[^\w\s-]|\Z| (?:and|or|but|by|as|until|after|before|since|because|while|when|during|over|"
    r"under|against|into|than|if|is|was|were|are|be|had|has|have|will|would|can|could|may|might|must|"
    r"should|does|did|do|not|also|now|then|still|never|itself|themselves|said|told|went|came|took|"
    r"made|gave|got|fell|rose|broke|began|held|left|lost|found|put|paid|ran|led|kept|saw|wrote|won|"
    r"cost|hit)\b)"
)
_BEFORE_VERB = (
    r"(?= (?:[a-z]{2,12}(?:ed|ly)|says|wants|needs|takes|gives|makes|comes|goes|runs|stands|owns|"
    r"holds|hopes|plans|expects|calls|keeps|believes|denies|means|offers|shows|lives)\b)"
)
_POINTED_AT = re.compile(
    r"\b[Tt]h(?:e|is|ese|ose) (?:(?:new|old|former|young|two|three|four|five|six) )?"
    rf"([a-z]{{3,20}})(?![\w-])(?:(?P<explained>{_EXPLAINED})|{_ENDED}|{_BEFORE_VERB})"
)
"""Matches a noun behind a word that points at it, and what may explain it behind it.

What another noun follows is none that counts: “the penalty spot”.
"""

_NO_NOUNS = word_set(
    "other others same latter former first second third last next rest only most more least best "
    "worst few many one ones two three four five six day days week weeks month months year years "
    "time morning evening night afternoon weekend end beginning start middle past present future "
    "world country nation state government public police press law weather sun sea sky number rate "
    "game match race season skin point case"
)


def definites_in(sentence: str) -> list[tuple[str, bool]]:
    """Return the nouns that a sentence points at, and whether it says itself which it means.

    *The council* does not, and “the head of the bank” does.
    """
    return [
        (match[1], match["explained"] is not None)
        for match in _POINTED_AT.finditer(sentence)
        if match[1] not in _NO_NOUNS
    ]
