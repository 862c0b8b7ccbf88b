"""Recognise what somebody is where it stands right before a name: “the actress Ann Lee”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.people.roles.shared import is_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.surroundings import Surroundings
    from bot.people.text.tokens import Token

AGED = re.compile(r", [1-9]\d?, ")
"""Matches an age behind a name."""

_CLOSED = frozenset({",", "."})


def has_role_before(
    span: NameSpan, before: Sequence[Token], around: Surroundings, lexicon: NameLexicon
) -> bool:
    """Whether what somebody is stands right before the name, in lower case.

    Before a word that is no given name one that a company may have as well shows nothing (“rival
    Freshway”), nor does one that a single comma parts from a single word (“the soloist, Korean
    pianist”), nor a plural before a single name (“the champions Iron Crown”).
    """
    rules, names = lexicon.rules, lexicon.gazetteer.given_names
    if not before or not before[-1].text.islower():
        return False
    before, named = _without_naming(before, rules)
    if not before:
        return False
    word = before[-1].entry  # “actress” is no plural
    if rules.adjectives_follow and len(before) > 1 and not rules.is_role(word):
        small = word in rules.phrase_openings or word in rules.small_words
        follows = not small and before[-2].text.islower()
        word = before[-2].entry if follows else word  # “el ciclista vasco X”
    noun = rules.single_role(word)
    if not noun or (noun != word and not _is_listed(span, around, rules)):
        return False
    if word in rules.firm_nouns:  # “the insurer Hale Wicks”
        return False
    beside = named or (
        before[-1].end + 1 >= span.start or around.text[span.span[1] : span.span[1] + 1] in _CLOSED
    )
    of_company = noun in rules.company_roles or (
        noun not in rules.role_nouns and noun.endswith(tuple(rules.company_roles))
    )  # “the chipmaker Ombrant”
    if of_company and span.tokens[0].entry not in names:
        return False
    alone = beside and noun not in rules.shared_roles and not _has_noun_behind(span, around, rules)
    return len(span.tokens) > 1 or alone


def _has_noun_behind(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name only qualifies what somebody is: “the volunteer Norvane editor”."""
    behind = around.tokens[span.behind] if span.behind < len(around.tokens) else None
    if behind is None or around.text[span.span[1] : behind.start] != " ":
        return False
    return behind.text.islower() and bool(rules.single_role(behind.entry))


def _without_naming(before: Sequence[Token], rules: NameRules) -> tuple[Sequence[Token], bool]:
    """Take off “called”, as in “my brother is called Glenn”, and say whether it was there."""
    if len(before) < len(("brother", "called")) or before[-1].text not in rules.naming_words:
        return before, False
    before = before[:-1]
    return (before[:-1] if before[-1].text in rules.clause_verbs else before), True


def is_of_several(span: NameSpan, before: str, around: Surroundings, rules: NameRules) -> bool:
    """Whether a plural stands before a single name: “the brokers Pinnock Reed” are a firm."""
    plural = before.islower() and rules.is_plural_role(before)
    return plural and not _is_listed(span, around, rules)


def _is_listed(span: NameSpan, around: Surroundings, rules: NameRules) -> bool:
    """Whether a name or an age follows: a plural is said of several, “the winners, X, Y and Z”."""
    text, end = around.text, span.span[1]
    return AGED.match(text, end) is not None or is_listed(text, end, rules)
