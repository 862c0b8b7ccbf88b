"""How English tells the two sides of a dispute."""

from __future__ import annotations

import re
from typing import Literal

_DENY = "den(?:ies|ied|ying)"
_REFUSED = "access|entry|permission|boarding|bail|treatment|asylum"
"""What is denied to somebody: nobody rejects a charge with that."""

DENIES = re.compile(
    rf"\b(?:{_DENY} (?!{_REFUSED})"
    r"|denials? (?:\w{1,12} ){0,2}(?:that|of)\b"
    r"|plead(?:s|ed|ing) not guilty"
    r"|(?:reject|dismiss|disput)(?:s|es|ed) (?:the|that|this|those|these|any|all|such|his|her|its|"
    r"their) (?:[a-z]{1,15} ){0,2}(?:accusation|allegation|account|charge|claim|criticism|picture|"
    r"report|suggestion|version)s?)\b"
)
"""Matches where a charge is denied, or what was said is rejected."""

_CHARGES = re.compile(
    r"\b(?:wants (?!to)|(?:campaigners|members|opponents|residents|unions|workers) (?:say|want)\b|"
    r"demand(?:s|ed|ing)?\b|(?:is|are|was|were) asking for\b|accus(?:e|es|ed|ing)\b|"
    r"alleg(?:e|es|ed|ing)\b|critici[sz](?:e|es|ed|ing)\b|(?<!to )blam(?:e|es|ed|ing)\b|"
    r"complain(?:s|ed)?\b|"
    r"(?:says?|said) (?:that )?(?:its|their) (?:crews|drivers|members|workers)\b)"
)
_ANSWERS = re.compile(
    rf"\b(?:{_DENY}(?! (?:{_REFUSED}))|"
    r"(?:has|have|had) (?:offered|put forward)|(?:reject|dismiss)(?:s|es|ed)|"
    r"disput(?:es|ed)|insist(?:s|ed)|defend(?:s|ed) (?:its|his|her|the)|repl(?:ies|ied)|"
    r"counter(?:s|ed)|called (?:the|that|this|those) (?:accusation|allegation|charge|claim|demand|"
    r"figure|offer|plan|strike)s?)\b"
)


def side_of(sentence: str) -> Literal["charges", "answers"] | None:
    """Return which side of a dispute a sentence tells, or None if none or both.

    One side demands, accuses or complains; the other offers, denies or rejects. What stands in
    quotation marks is to be left out before.
    """
    charges = _CHARGES.search(sentence) is not None
    answers = _ANSWERS.search(sentence) is not None
    if charges == answers:
        return None
    return "charges" if charges else "answers"
