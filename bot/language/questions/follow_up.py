"""The previous turn as a follow-up question sees it, and the readings of such a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.analysis.analyser import Analyser

Pronoun = Literal["he", "she"]
"""What stands for a person whose articles show which of the two it is."""


@dataclass(frozen=True, slots=True)
class NamedBefore:
    """Somebody whom the question before, or what was shown of it, names.

    Attributes:
        name: The fullest name.
        pronoun: What the article calls that person, where it does.
        in_sentence: Whether the sentence that was shown has the name, and not just its passage.
        in_title: Whether the headline of its article has the name.
    """

    name: str
    pronoun: Pronoun | None = None
    in_sentence: bool = True
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """The question before, with what was shown of it.

    Attributes:
        questions: The question before, in full; and in front of it the one before that, where
            the two belong together.
        people: The people whom the passage shown names, those of the sentence shown first.
        sentence: The sentence shown, if any.
    """

    questions: tuple[str, ...]
    people: tuple[NamedBefore, ...] = ()
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question.

    Attributes:
        text: What to look for.
        said: The same as somebody might say it.
        first: The terms that count before all others, if any do: a follow-up's own.
        natural: Whether it is a sentence that a person would write.
        near: Whether what is asked about was most likely shown before, so that its article counts
            for more.
        new: The terms that were put in the place of others, one of which the answer must have.
        alone: Whether it says all that it is about, so that nothing asked before belongs to it.
        behind: The question before that it belongs to, where that is known.
        within: Whether it asks of what happened and not of what, as *was anyone hurt?* does, so
            that the article that was shown before is looked through for it.
    """

    text: str
    said: str
    first: frozenset[str] = frozenset()
    natural: bool = True
    near: bool = False
    new: frozenset[str] = frozenset()
    alone: bool = True
    behind: str | None = None
    within: bool = False


def join_with_terms(question: str, before: str, analyser: Analyser) -> Reading:
    """Read a question together with the terms of the one before it, which count for less.

    Args:
        question: The question.
        before: The question before it.
        analyser: The analyser of their language.
    """
    own = analyser.terms(question)
    known = set(own)
    words: list[str] = []
    for word in analyser.words(before):
        terms = analyser.terms(word)
        if terms and not known.issuperset(terms):
            words.append(word)
            known.update(terms)
    if not words:
        return Reading(question, question, natural=False, near=True, alone=False)
    joined = f"{question} ({' '.join(words)})"
    said = f"{before} {question}"
    return Reading(joined, said, frozenset(own), natural=False, near=True, alone=False)


def distinct(readings: Sequence[Reading], most: int) -> tuple[Reading, ...]:
    """Return readings that look for different things, the first ones."""
    return tuple({reading.text.lower(): reading for reading in reversed(readings)}.values())[::-1][
        :most
    ]
