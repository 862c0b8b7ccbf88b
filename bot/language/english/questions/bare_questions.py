"""English questions of a few words that follow another: *why?*, *how old?*, *who said that?*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.english.questions.question_phrases import AUXILIARIES, DETERMINERS, WORD
from bot.language.plain_text import word_set
from bot.language.questions.follow_up import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.language.questions.follow_up import Before

_SAID_THAT = re.compile(
    r"\A\W*who(?:['’]s|\s+is|\s+was)?\s+(?:said|says|saying|wrote|claimed|claims)\s+"
    r"(?:that|this|it|so)\W*\Z",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\A\W*how\s+(?:many|much)\s+", re.IGNORECASE)
_ADVERBIAL = re.compile(r"(?:when|where|why|how)\b", re.IGNORECASE)
_SUBJECTS = word_set("i you he she it we they there everybody everyone somebody people")
_MARKS = " \"'“”‘’«»"
_EVENTS = word_set(
    "hurt injured wounded killed die died dead deaths death casualties fatalities victims injuries "
    "survive survived survivors missing arrested arrests charged suspects blame responsible police "
    "damage damaged"
)
_OF_EVENTS = (
    AUXILIARIES
    | DETERMINERS
    | word_set(
        "who what how many much people anyone anybody someone somebody any there been get got say "
        "said to for by of in total so far yet exactly"
    )
)
"""Words of a question that doesn't say of what happened it asks."""


def _who_said(question: str, before: Before) -> Reading | None:
    """Return *who said that?* with the words that were shown, if that is asked."""
    if before.sentence is None or not _SAID_THAT.match(question):
        return None
    text = f"Who said “{' '.join(before.sentence.split()).strip(_MARKS)}”?"
    return Reading(text, text, near=True)


def read_of_shown(question: str, before: Before) -> tuple[Reading, ...]:
    """Return how a question is read that says itself that it is about what was shown, or ()."""
    words = frozenset(word[0].lower() for word in WORD.finditer(question))
    if not words.isdisjoint(_EVENTS) and words <= _EVENTS | _OF_EVENTS:
        within = Reading(question, question, near=True, alone=False, within=True)
        return within, Reading(question, question)
    quoted = _who_said(question, before)
    return (quoted,) if quoted else ()


def asked_anew(word: str, before: Before) -> Iterator[Reading]:
    """Ask *how old* of whoever was shown, or *why* of the question before that asked *when*."""
    for one in before.people[:2] if word.lower() == "how old" else ():
        yield Reading(f"How old is {one.name}?", f"How old is {one.name}?", near=True)
    for question in before.questions[::-1]:
        yield from _of_question(word, question)


def _of_question(word: str, before: str) -> Iterator[Reading]:
    at = next(
        (w for w in list(WORD.finditer(before))[:4] if w[0].lower() in AUXILIARIES),
        None,
    )
    if at and (_ADVERBIAL.match(before) or at.start() == 0):
        rest = before[at.start() :]
        counted = _HOW_MANY.match(before)
        following = WORD.search(before, at.end())
        asked = before[counted.end() : at.start()].strip() if counted else ""
        if asked and following and _lacks_subject(following[0]):
            # “How were patients moved?” after “How many patients were moved?”
            rest = f"{at[0]} {asked}{before[at.end() :]}"
        elif counted and following and _lacks_subject(following[0]):
            rest = f"{at[0]} they{before[at.end() :]}"
        text = f"{word[0].upper()}{word[1:]} {rest[0].lower()}{rest[1:]}"
        yield Reading(text, text, near=True)


def _lacks_subject(following: str) -> bool:
    """Return whether the word after an auxiliary can't begin the subject of its question."""
    return following.islower() and following not in DETERMINERS and following not in _SUBJECTS
