"""Tell whether an English sentence says *he* or *she* of somebody whom it doesn't name."""

from __future__ import annotations

import re

from bot.language.english.words.name_words import COMMON_CAPITALISED, WEEKDAYS_AND_MONTHS
from bot.language.english.words.role_words import ROLE_ENDINGS, ROLE_NOUNS
from bot.language.plain_text import word_set

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?|[Hh]imself|[Hh]erself)\b")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,600}[”\"]")
_NAMED_BEHIND = re.compile(r"[^.;:“”\"]{0,40}, (?:the |an? )?[A-Z]")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Ii]nto|[Aa]cross|[Tt]hrough|"
    r"(?:of|on|over|along|behind) the) "
    r"(?:the )?[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3}"
)
"""Matches what stands for a place: nobody is *he* or *she* for it."""

_ANYBODY = word_set(
    "who whoever whom whose one anyone anybody everyone everybody someone somebody nobody "
    "no-one person people man men woman women boy girl child baby kid guy lad daughter son wife "
    "husband mother father sister brother king queen god colleague mate"
)
_LONGEST = 400
"""Characters of a sentence that are looked at."""


def has_pronoun_alone(sentence: str) -> bool:
    """Return whether somebody is *he* or *she* in a sentence that says before nothing of whom.

    “The government, which may name her successor” leans on the sentence before; “Ann Lee and her
    crew” and “a man and his dog” don't, and neither does “After his win, Ellis spoke”. What stands
    in quotation marks isn't looked at.
    """
    text = _QUOTED.sub(lambda match: " " * len(match[0]), sentence[:_LONGEST])
    pronoun = _PRONOUN.search(text)
    if pronoun is None or _NAMED_BEHIND.match(text, pronoun.end()):
        return False
    before = _PLACE.sub(" ", text[: pronoun.start()])
    return not any(_may_be_meant(word) for word in _WORD.findall(before))


def _may_be_meant(word: str) -> bool:
    """Whether *he* or *she* may stand for what a word names: a name, or what somebody is."""
    lower = word.lower()
    if lower in _ANYBODY or lower.removesuffix("s") in ROLE_NOUNS or lower in ROLE_NOUNS:
        return True
    if word[0].isupper():
        return lower not in COMMON_CAPITALISED and lower not in WEEKDAYS_AND_MONTHS
    return len(lower) > len("driver") and lower.removesuffix("s").endswith(ROLE_ENDINGS)
