"""Tell people's names in English questions, in which they are often typed in small letters."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from bot.language.english.words.stop_words import STOP_WORDS
from bot.language.names.by_language import name_rules_for
from bot.people.gazetteer import shipped_gazetteer
from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from bot.people.text.tokens import Token

    Name = tuple[str, ...]

_ENGLISH = "en"
_FORMS = ("ing", "ed", "est", "er", "able", "ible", "ful", "less", "ly", "s")
"""Endings of words that are in no list and may yet be no name: “tallest”."""

_SHORTEST = 3
"""Letters of the shortest given name that is told without looking at the passages."""

_SLANG = frozenset({"wanna", "gonna", "gotta", "guy", "guys", "dude", "lol"})


def name_typed(typed: str) -> Name:
    """Return the words of what stands in a name's place, without a title, if it is surely one.

    Args:
        typed: What stands behind *who is*.
    """
    rules, names = name_rules_for(_ENGLISH), shipped_gazetteer()
    words = [token.entry.rstrip(".") for token in tokenise(typed)]
    titled = len(words) > 1 and rules is not None and words[0] in rules.titles
    if titled:
        words.pop(0)
    if not words or rules is None or any(rules.is_role(w) or w in rules.offices for w in words):
        return ()
    begins_so = len(words) > 1 and words[0] in names.given_names and _may_be_surname(words[-1])
    is_name = titled or begins_so or all(map(_is_rare, words))
    return tuple(words) if is_name else ()


def full_names_in(question: str) -> list[Name]:
    """Return the given names in a question that a surname follows, each with that.

    Two words that are common are a name only where both have capitals.

    Args:
        question: The question.
    """
    tokens = tokenise(question)
    pairs = itertools.pairwise(tokens)
    return [(first.entry, last.entry) for first, last in pairs if _is_full_name(first, last)]


def _is_full_name(first: Token, last: Token) -> bool:
    names = shipped_gazetteer()
    if first.entry not in names.given_names or first.entry in names.places:
        return False
    if len(first.entry) < _SHORTEST:  # *le* is a given name, and in French an article
        return False
    if {first.entry, last.entry} & (STOP_WORDS | _SLANG):
        return False
    if first.capitalised and last.capitalised and first.start:
        return True
    is_rare_name = first.entry not in names.common_words or last.entry in names.surnames
    return is_rare_name and last.entry not in names.common_words and _may_be_surname(last.entry)


def _is_rare(word: str) -> bool:
    """Whether a word is no usual one, and either a name or no form of another word."""
    names = shipped_gazetteer()
    known = word in names.given_names or word in names.surnames
    return word not in names.common_words and (known or not word.endswith(_FORMS))


def _may_be_surname(word: str) -> bool:
    """Whether a word is a surname, or at least no form of another word."""
    return word in shipped_gazetteer().surnames or not word.endswith(_FORMS)
