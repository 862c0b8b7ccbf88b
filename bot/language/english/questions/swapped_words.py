"""Read a fragment of one telling word as a question in which that word takes another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.english.questions.question_phrases import (
    DETERMINERS,
    PREPOSITIONS,
    WORD,
    is_participle,
)
from bot.language.english.words.contrasts import exclude_each_other
from bot.language.plain_text import word_set
from bot.language.possessives import without_possessive
from bot.language.questions.follow_up import Reading

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_SAY_LITTLE = DETERMINERS | PREPOSITIONS | word_set("one ones")


def with_counterpart(words: Sequence[re.Match[str]], before: str) -> Iterator[Reading]:
    """Yield the question before with the word that a fragment's only word is said in place of.

    After *who won the men's race?*, “and the women?” asks *who won the women's race?*.
    """
    telling = [word[0] for word in words if word[0].lower() not in _SAY_LITTLE]
    if len(telling) != 1:
        return
    for word in WORD.finditer(before):
        said = without_possessive(word[0])
        if exclude_each_other(said.lower(), telling[0].lower()):
            end = word.start() + len(said)
            text = before[: word.start()] + telling[0] + before[end:]
            yield Reading(text, text)


def with_word(own: str, before: str) -> Iterator[Reading]:
    """Yield the question before with one word replaced by one of its kind, or turned by *not*."""
    words = list(WORD.finditer(before))
    first, _, denied = own.lower().partition(" ")
    places: list[re.Match[str]] = []
    if first == "not" and denied:
        places = [word for word in words if word[0].lower() == denied]
    elif not denied and first in PREPOSITIONS:
        places = [word for word in words if word[0].lower() in PREPOSITIONS]
    elif not denied and is_participle(first):
        places = [word for word in words[1:] if is_participle(word[0])]
    if places:
        text = before[: places[-1].start()] + own + before[places[-1].end() :]
        yield Reading(text, text)
