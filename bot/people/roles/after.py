"""Find what a text says a person is behind the name: appositions, affiliations, “X is a …”."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bot.language.possessives import ALL_POSSESSIVES, POSSESSIVES
from bot.people.roles.phrases import (
    clause_span,
    is_passing,
    is_role_noun,
    names_a_role,
    without_relative_clause,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules

_MIN_CLAUSE = 3
_COMMA = re.compile(r", (?=\S)")
_IN_BRACKETS = re.compile(r" \(((?:[a-z][a-z-]{1,20} ?){1,3})\)")


def past_age(text: str, end: int, rules: NameRules) -> int:
    """Return the offset behind an acronym in brackets or an age: “X (CSIS)”, “X, 42,”."""
    between = rules.phrases.between.match(text, end)
    return between.end() if between else end


def role_in_brackets(text: str, end: int, rules: NameRules) -> Span | None:
    """Return the role of “X (captain)”."""
    match = _IN_BRACKETS.match(text, end)
    named = match and is_role_noun(match[1].split()[-1], rules)
    return match.span(1) if match and named else None


def apposition(text: str, end: int, limit: int, rules: NameRules) -> Span | None:
    """Return the role of “X, the mayor of Y,”."""
    return _role_clause(_COMMA, text, end, limit, rules)


def complement(text: str, end: int, limit: int, rules: NameRules) -> Span | None:
    """Return the role of “X is the mayor of Y”."""
    role = _role_clause(rules.phrases.copula, text, end, limit, rules)
    if role is None:
        return None
    past = text[end : role[0]].lstrip(", ").startswith(rules.phrases.past_copulas)
    return None if past and is_passing(text[slice(*role)], rules) else role


def affiliation(text: str, end: int, limit: int, rules: NameRules) -> Span | None:
    """Return the affiliation of “X of the University of Y”, and of “X, of the University of Y,”.

    Behind a comma it has to be an organisation: “X, of Guildford,” says where somebody lives.
    """
    comma = text.startswith(",", end)
    match = rules.phrases.affiliation.match(text, end + comma, limit)
    if not match:
        return None
    words = match[1].lower().split()
    owned = any(word.endswith(POSSESSIVES) for word in words)  # “from Norway's Institute”
    lives = comma and (
        rules.organisation_words.isdisjoint(words) or (words[0] == "from" and not owned)
    )
    if lives:
        return None
    start, stop = match.span(1)
    if text.endswith(ALL_POSSESSIVES, start, stop):  # “of the Greens' larger partner”
        return None
    ends = text[stop - 1] == "." and not rules.phrases.abbreviation.search(text, start, stop)
    return start, stop - ends


def counsel(text: str, end: int, limit: int, rules: NameRules) -> Span | None:
    """Return whom the lawyer of “X, for the defence,” speaks for."""
    match = rules.phrases.counsel.match(text, end, limit)
    return match.span(1) if match else None


def relative_clause(text: str, end: int, limit: int, rules: NameRules) -> Span | None:
    """Return the clause of “X, who will succeed her,” and of “X, from Guildford, who …”."""
    pattern = rules.phrases.relative_clause
    match = pattern.match(text, end, limit)
    if match is None and text.startswith(",", end):
        lives = rules.phrases.affiliation.match(text, end + 1, limit)
        match = pattern.match(text, lives.end(), limit) if lives else None
    return clause_span(text, match.end(), limit, rules.phrases) if match else None


def _begins_another(words: Sequence[str], rules: NameRules) -> bool:
    """Whether a phrase names somebody else: “X, bassist Ann Lee and …”, “X, and Y's daughter”."""
    if words and words[0] in rules.phrases.conjunctions:
        return True
    of, joined = False, False
    for word, follower in itertools.pairwise(words):
        of = of or word in rules.phrases.head_ends
        joined = joined or (of and word in rules.phrases.conjunctions)
        # “X, Secretary of State Y and Commerce Secretary Z”
        begins = joined or (not of and word.islower())
        if begins and rules.is_role(word.lower()) and follower[0].isupper():
            return True
    return False


def _begins_small(phrase: str, rules: NameRules) -> bool:
    """Whether a phrase begins with an article or the like: “a nurse”, “one official”."""
    first = phrase.partition(" ")[0].lower()
    return rules.phrases.is_determiner(first) or first in rules.common_capitalised


def _role_clause(
    pattern: re.Pattern[str], text: str, end: int, limit: int, rules: NameRules
) -> Span | None:
    match = pattern.match(text, end, limit)
    clause = clause_span(text, match.end(), limit, rules.phrases) if match else None
    if clause is None:
        return None
    start, stop = without_relative_clause(text, clause, rules.phrases)
    speaks = stop < clause[1] and text[stop : clause[1]].split(maxsplit=1)[0] in rules.speech_verbs
    if speaks and _begins_small(text[start:stop], rules):
        return None  # “They were sent by X, one official said”
    if _begins_another(text[start:stop].split(), rules):
        return None
    stop = start + len(text[start:stop].rstrip())
    long = stop - start >= _MIN_CLAUSE
    named = long and names_a_role(text[start:stop], rules, plural=not speaks)
    return (start, stop) if named else None
