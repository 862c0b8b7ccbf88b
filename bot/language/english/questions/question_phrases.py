"""Find the phrases of an English question that another phrase can replace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language.english.words.irregular_forms import BASE_OF
from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.&-][^\W_]+)*")
DETERMINERS = word_set("the a an this that these those my your our his her its their")
PREPOSITIONS = word_set(
    "about above across after against among around at before behind below between by during for "
    "from in into near of off on over since through to towards under until with without"
)
BEFORE_BASE_FORM = word_set("do does did will would can could should shall must may might")
"""Auxiliaries that a base form follows, with the subject between."""

BEFORE_PARTICIPLE = word_set("is are was were am has have had")
AUXILIARIES = BEFORE_BASE_FORM | BEFORE_PARTICIPLE
QUESTION_WORDS = word_set("who whom whose what when where why how which")
_PARTICIPLE = re.compile(r"\A\w{2,}(?:ed|ing)\Z")
_LOOSE = word_set("open closed over here there back late again going old safe free alive dead")
_ADVERBS = word_set("again back early late soon")
_GET = word_set("get gets")
"""Words between a subject and a participle: *does the crossing get built*."""

_IN_WH_PHRASE = 7
"""Words of a question among which its auxiliary stands."""


class Phrase(NamedTuple):
    """Some words of a question: where they begin and end."""

    start: int
    end: int


def phrases_of(question: str) -> list[Phrase]:
    """Return what a question is about: subject, names, and phrases with an article, in that order.

    Each is a span of characters; none is there twice.
    """
    words = list(WORD.finditer(question))
    subject = subject_of(question)
    found = [subject] if subject else []
    found += _names(words)
    found += _with_determiner(words)
    found += [span for _, span in after_prepositions(question)]
    return [one for one in dict.fromkeys(found) if not _overlaps_subject(one, subject)]


def subject_of(question: str) -> Phrase | None:
    """Return the subject of a question: what follows its auxiliary, without the main verb."""
    words = list(WORD.finditer(question))
    at = next((n for n, w in enumerate(words[:_IN_WH_PHRASE]) if _is(w, AUXILIARIES)), None)
    if at is None or at + 1 == len(words):
        return None
    run = list(_run(words[at + 1 :]))
    while len(run) > 1 and _is(run[-1], _ADVERBS):
        run.pop()
    content = [word for word in run if not _is(word, DETERMINERS)]
    if len(content) > 1:
        if _is(words[at], BEFORE_BASE_FORM) or is_participle(run[-1][0]):
            run.pop()
        while len(run) > 1 and _is(run[-1], PREPOSITIONS | _GET):
            run.pop()
    elif not content or (len(run) == 1 and is_participle(run[0][0])):
        return None
    return Phrase(run[0].start(), run[-1].end())


def after_prepositions(question: str) -> list[tuple[str, Phrase]]:
    """Return the prepositions of a question, each with the phrase after it."""
    words = list(WORD.finditer(question))
    found = []
    for number, word in enumerate(words[:-1]):
        if _is(word, PREPOSITIONS):
            run = list(_run(words[number + 1 :], of=False))
            if any(not _is(one, DETERMINERS) for one in run):
                found.append((word[0].lower(), Phrase(run[0].start(), run[-1].end())))
    return found


def _run(words: Sequence[re.Match[str]], *, of: bool = True) -> Iterator[re.Match[str]]:
    """Yield the words that belong together from the first one on: *the mayor of Lisbury*."""
    content = False
    for number, word in enumerate(words):
        joins = of and content and word[0].lower() == "of" and number + 1 < len(words)
        if _is(word, DETERMINERS):
            if content and words[number - 1][0].lower() != "of":
                return
        elif not joins:
            if _is(word, STOP_WORDS):
                return
            content = True
        yield word


def _names(words: Sequence[re.Match[str]]) -> Iterator[Phrase]:
    """Yield the runs of capitalised words after the first word."""
    start = end = None
    for word in words[1:]:
        named = word[0][0].isupper() and not _is(word, STOP_WORDS)
        if named and end is not None and word.start() == end + 1:
            end = word.end()
            continue
        if start is not None and end is not None:
            yield Phrase(start, end)
            start = end = None
        if named:
            start, end = word.span()
    if start is not None and end is not None:
        yield Phrase(start, end)


def _with_determiner(words: Sequence[re.Match[str]]) -> Iterator[Phrase]:
    for number, word in enumerate(words):
        if _is(word, DETERMINERS):
            run = list(_run(words[number:], of=False))
            if len(run) > 1:
                yield Phrase(run[0].start(), run[-1].end())


def _is(word: re.Match[str], words: frozenset[str]) -> bool:
    return word[0].lower() in words


def is_participle(word: str) -> bool:
    """Return whether a word may be a participle, or an adjective that is used as one."""
    lower = word.lower()
    return bool(_PARTICIPLE.match(lower)) or lower in BASE_OF or lower in _LOOSE


def _overlaps_subject(phrase: Phrase, subject: Phrase | None) -> bool:
    if subject is None or phrase == subject:
        return False
    return phrase.start < subject.end and subject.start < phrase.end
