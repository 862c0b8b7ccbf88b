"""The patterns of a language's phrases that say who or what somebody or something is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class PhraseRules:
    """The small words and patterns of one language's noun phrases; words are in lower case.

    Attributes:
        definite_articles: Definite articles (``the``).
        indefinite_articles: Indefinite articles (``a``).
        possessive_words: Words for *his*, *her*, *its*, *their*.
        emphatic_words: Words behind these that say no more (``own``).
        conjunctions: Words that join two names (``and``).
        of_words: Words between a role and what it is of (``of``, ``at``).
        prepositions: Words after which a name is the object of its clause.
        head_ends: Words that end the head of a noun phrase (``of``, ``who``).
        unfinished: Words that no whole phrase ends with.
        name_joiners: Small words within the names of organisations (``for``).
        never_alone: Words that say nothing of somebody by themselves (``chief``).
        verbal_endings: Endings of words that are no noun and no adjective (``-ing``).
        plural_endings: What is taken off a plural, tried in turn.
        possessives: What stands between an owner and what is owned, white space included.
        abbreviation: Matches an abbreviation with its full stop, at the end of a text.
        relative: Matches where a relative clause begins within a phrase.
        relative_clause: Matches after a name where a relative clause follows.
        age: Matches after a name where an age, or *who*, follows.
        years_old: Matches after a name how old somebody is (“, a 34-year-old …”); its first group
            is what follows.
        between: Matches an age or an acronym between a name and what follows.
        before_comma: Matches what stands between a stop, or a word that leads a phrase in, and
            the comma before a name; its first group is the phrase.
        before_copula: Matches what stands before a name in “The referee is X”; its first group is
            the role.
        closed: Matches after a name where its phrase is at its end.
        owner: Matches an owner at the end of a text (“Malaysia's ”).
        affiliation: Matches after a name what somebody is of; its first group.
        copula: Matches after a name the verb of “X is the …”.
        thing_apposition: Matches after an organisation's name what leads an apposition in.
        thing_complement: Matches there the verb of “X is the …”.
        thing_before: Matches at the end of a text what a name says more exactly: “the mine's
            owner, ” is its first group, “a boat called ” its second, “the airline ” its third, “the
            island of ” its fourth.
        thing_relative: Matches after an organisation's name what leads “which …” in.
        in_a_list: Matches before a name whose *a* after it is the next of a list (“a dog in ”).
        passive_verbs: Verbs before *called* in “the robot is called Gerald”.
        asked_with: Matches what people type before a name (“what is the …”).
        in_capacity_words: What leads in what somebody acts as (“As mayor, …”).
        past_copulas: How a copula begins that tells of the past (``was``).
        one_of: What a role in the plural follows (“one of the winners”).
        counsel: Matches after a name whom somebody speaks for in court; its first group.
    """

    definite_articles: frozenset[str]
    indefinite_articles: frozenset[str]
    possessive_words: frozenset[str]
    conjunctions: frozenset[str]
    of_words: frozenset[str]
    prepositions: frozenset[str]
    head_ends: frozenset[str]
    unfinished: frozenset[str]
    name_joiners: frozenset[str]
    never_alone: frozenset[str]
    verbal_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    possessives: frozenset[str]
    abbreviation: re.Pattern[str]
    relative: re.Pattern[str]
    relative_clause: re.Pattern[str]
    age: re.Pattern[str]
    between: re.Pattern[str]
    before_comma: re.Pattern[str]
    closed: re.Pattern[str]
    owner: re.Pattern[str]
    affiliation: re.Pattern[str]
    copula: re.Pattern[str]
    thing_apposition: re.Pattern[str]
    thing_complement: re.Pattern[str]
    counsel: re.Pattern[str] = _NEVER
    one_of: tuple[str, ...] = ()
    in_capacity_words: frozenset[str] = frozenset()
    past_copulas: tuple[str, ...] = ()
    years_old: re.Pattern[str] = _NEVER
    thing_before: re.Pattern[str] = _NEVER
    thing_relative: re.Pattern[str] = _NEVER
    in_a_list: re.Pattern[str] = _NEVER
    asked_with: re.Pattern[str] = _NEVER
    before_copula: re.Pattern[str] = _NEVER
    passive_verbs: frozenset[str] = frozenset()
    emphatic_words: frozenset[str] = frozenset()

    def is_determiner(self, word: str) -> bool:
        """Return whether a word in lower case is one that a noun phrase begins with."""
        return (
            word in self.definite_articles
            or word in self.indefinite_articles
            or word in self.possessive_words
        )

    def singular(self, word: str) -> str:
        """Return a word without the ending of its plural."""
        for ending in self.plural_endings:
            if word.endswith(ending):
                return word.removesuffix(ending)
        return word
