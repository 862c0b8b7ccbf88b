"""Build the patterns of a language's noun phrases from its small words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.alternatives import any_word
from bot.language.phrase_rules import PhraseRules
from bot.language.plain_text import word_set

_NEVER = re.compile(r"(?!)")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Prof|St)\.\Z")
_IN_BRACKETS = r"(?: \([^()]{1,60}\))?"
_NAME_WORD = r"[A-ZÀ-Þ][\w’'&.-]{0,30}"


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The small words of a language's noun phrases, as lists in lower case.

    Attributes:
        definite: Definite articles.
        indefinite: Indefinite articles.
        possessive: Words for *his*, *her*, *its* and *their*.
        conjunctions: Words that join two names.
        of: Words between a role and what it is of.
        prepositions: Other prepositions.
        copulas: Verbs of “X is the …”.
        relatives: Words that begin a relative clause.
        age: A regular expression for an age behind a name and a comma.
        verbal_endings: Endings of words that are no noun and no adjective.
        plural_endings: What is taken off a plural.
        short_names: Short forms of given names with the long ones, as ``pepe=jose``.
    """

    definite: str
    indefinite: str
    possessive: str
    conjunctions: str
    of: str
    prepositions: str
    copulas: str
    relatives: str
    age: str
    verbal_endings: str = ""
    plural_endings: str = "s"
    short_names: str = ""

    @property
    def determiners(self) -> str:
        """The words that begin a noun phrase, as a list."""
        return f"{self.definite} {self.indefinite} {self.possessive}"

    @property
    def small(self) -> str:
        """All of its small words, as a list."""
        return f"{self.determiners} {self.conjunctions} {self.of} {self.prepositions}"


def make_phrases(words: PhraseWords) -> PhraseRules:
    """Return the rules of a language's noun phrases."""
    definite, conjunctions = word_set(words.definite), word_set(words.conjunctions)
    of = word_set(words.of)
    prepositions = of | word_set(words.prepositions)
    relatives, copulas = _any(words.relatives), _any(words.copulas)
    clause = rf", (?=(?:{relatives}) )"
    age = rf", (?:{words.age})"
    described = rf"(?=(?:{_any(words.determiners)})(?: |(?<=[’'])))"
    return PhraseRules(
        definite_articles=definite,
        indefinite_articles=word_set(words.indefinite),
        possessive_words=word_set(words.possessive),
        conjunctions=conjunctions,
        of_words=of,
        prepositions=prepositions,
        head_ends=prepositions | word_set(words.relatives),
        unfinished=word_set(words.small),
        name_joiners=of | definite | conjunctions,
        never_alone=frozenset(),
        verbal_endings=tuple(words.verbal_endings.split()),
        plural_endings=tuple(words.plural_endings.split()),
        possessives=frozenset(),
        abbreviation=_ABBREVIATION,
        relative=re.compile(rf" (?:{relatives}) ") if relatives else _NEVER,
        relative_clause=re.compile(clause) if relatives else _NEVER,
        age=re.compile(rf"{age}\b|{clause}" if relatives else rf"{age}\b"),
        between=re.compile(rf" \([A-Z][\w.-]{{0,12}}\)| \(\d{{1,3}}\)|{age}(?=, )"),
        before_comma=_before_comma(words),
        closed=re.compile(rf"[,.;:)]|\Z| (?:{_any(words.conjunctions)})\b| \("),
        owner=_NEVER,
        affiliation=_affiliation(words),
        copula=re.compile(rf" (?:{copulas}) {described}"),
        thing_apposition=re.compile(rf"{_IN_BRACKETS}, {described}"),
        thing_complement=re.compile(rf"{_IN_BRACKETS} (?:{copulas}) {described}"),
    )


def _before_comma(words: PhraseWords) -> re.Pattern[str]:
    """Return what matches a phrase that a comma parts from the name behind it."""
    led_in = _any(words.small)
    return re.compile(
        rf"(?:^|[.,;:!?“”„«»\"(] ?|\b(?:{led_in})(?: |(?<=[’'])))"
        r"([^,.;:!?“”„«»\"()]{3,90}?(?: \([^()]{1,60}\))?), \Z",
        re.IGNORECASE,
    )


def _affiliation(words: PhraseWords) -> re.Pattern[str]:
    """Return what matches “of” and a name with capitals."""
    return re.compile(
        rf" ((?:{_any(words.of)})(?: |(?<=[’']))(?:(?:{_any(words.definite)})(?: |(?<=[’'])))?"
        rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}(?: \([A-Z][\w.-]{{1,12}}\))?)(?![\w’'])"
    )


def short_names(words: PhraseWords) -> dict[str, frozenset[str]]:
    """Return for short forms of given names the names that they may stand for."""
    pairs = (pair.partition("=") for pair in words.short_names.split())
    return {short: frozenset(long.split("/")) for short, _, long in pairs}


def _any(words: str) -> str:
    """Return the words of a list as alternatives of a regular expression."""
    return any_word(words.split())
