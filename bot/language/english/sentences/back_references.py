"""Recognise in English what a sentence points back at, be it not its subject: *this market*."""

from __future__ import annotations

import re

from bot.language.english.words.name_words import SPEECH_VERBS

_BREAK = re.compile(r"[“”\";:]")
_SAID = "|".join(sorted(SPEECH_VERBS))
_SPEAKERS = (
    "analyst|author|broker|dealer|diplomat|economist|executive|lawmaker|lawyer|official|researcher|"
    "scientist|source|spokesman|spokesperson|spokeswoman|strategist|trader"
)
_PERIODS = (
    "second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|morning|afternoon|"
    "evening|spring|summer|autumn|fall|winter|season|term|time"
)
_NO_NOUNS = (
    "is|was|are|were|be|will|would|can|could|may|might|must|should|has|have|had|does|did|means|"
    "meant|makes|made|gives|gave|shows|and|or|but|in|on|at|by|for|from|with|as|if|when|where|because|"
    "that|which|who|to|of|after|before|until|than|so|far|much|many|country|world|newspaper|not|the|"
    "island|part|shore|water"
)
_OPENS = re.compile(
    r"(?:Accordingly|As a (?:consequence|result)|By contrast|Consequently|Even so|For (?:example|"
    r"instance)|Furthermore|In (?:addition|contrast|particular)|Likewise|Moreover|Nevertheless|"
    r"Nonetheless|On the contrary|Similarly|Specifically|Therefore),"
    # “The analyst said”
    rf"|The (?:{_SPEAKERS}) (?:also |then )?(?:{_SAID}|estimate[ds]|expect(?:ed|s))\b"
    # “"We will look at their offer," said”
    r"|[“\"](?:I|We)(?:[’'][a-z]{1,2})? (?:[a-z’']{2,15} ){1,4}?(?:(?:its|them|their)\b|it[.,;])"
)
_POINTS = re.compile(
    # “New life has come to this market”, “Central to those links is a fund”
    r"\b(?:(?:[Tt]his|[Tt]hese|(?:of|to|for|with|by|behind) (?:that|those)) "
    rf"(?!(?:[a-z-]{{2,15}} ){{0,2}}(?:{_PERIODS})s?\b|(?:{_NO_NOUNS})s?\b|"
    r"[a-z]{2,20}(?:ed|ing)\b)[a-z-]{2,20}\b"
    # “The main difference between the two plans is”
    rf"|(?P<two>[Tt]he two (?!(?:{_PERIODS})s?\b)[a-z-]{{3,20}}s"
    r"(?=[’'.;]| (?!(?:of|that|who|which|in|from|at|on|to|for|where|with)\b))))"
)
_TELLS_ONE = re.compile(r"\b(?:and|but|which|while)\b")
_TELLS_TWO = re.compile(r"\b(?:and|but)\b|\d")
_SAID_BY_IT = re.compile(rf", it (?:also )?(?:{_SAID})[.,]")
_REACH = 70
"""Characters of a sentence in which it points at what stands in another one; behind them, it more
often points at what it has itself."""


def points_back(sentence: str) -> bool:
    """Return whether a sentence points outside quotation marks at what only others tell.

    “As a result, the quay was closed”, “The analyst said”, “New life has come to this market” and
    “the difference between the two plans” do; “this week” doesn't.
    """
    if _OPENS.match(sentence) or _SAID_BY_IT.search(sentence):
        return True
    opening = _BREAK.split(sentence[:_REACH], maxsplit=1)[0]
    found = _POINTS.search(opening)
    if found is None:
        return False
    tells = _TELLS_TWO if found["two"] else _TELLS_ONE
    return tells.search(opening, 0, found.start()) is None
