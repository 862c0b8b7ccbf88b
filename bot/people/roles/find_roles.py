"""Find what a text says a person is, in its own words: offices, appositions, affiliations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.roles.after import (
    affiliation,
    apposition,
    complement,
    counsel,
    past_age,
    relative_clause,
    role_in_brackets,
)
from bot.people.roles.before import role_before
from bot.people.roles.parted import role_before_comma, role_before_copula
from bot.people.roles.phrases import is_whole
from bot.people.roles.shared import shared_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token

STATED = 3
"""The strength of a role that the text states: an office before the name, an apposition."""

AFFILIATED = 2
"""The strength of “X of the Center for Y”."""

RELATED = 1
"""The strength of a clause that begins with *who* or *whose*; shown where there is no better."""

_QUOTED_WITHIN = 400


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role's place in its text, and how plainly the text states it."""

    span: Span
    strength: int


def find_roles(
    text: str, tokens: Sequence[Token], name: NameSpan, sentence: Span, rules: NameRules
) -> Iterator[FoundRole]:
    """Yield the roles that a sentence gives a person around one mention.

    Each stands by itself: of “his deputy, X” it is “deputy”.

    Args:
        text: The passage's text.
        tokens: Its words.
        name: The mention.
        sentence: The span of the sentence that the mention is in.
        rules: The language's words.
    """
    for role in _roles_around(text, tokens, name, sentence, rules):
        start = _past_whose(text, role.span, rules)
        if is_whole(text[start : role.span[1]], rules):
            yield FoundRole((start, role.span[1]), role.strength)


def _past_whose(text: str, span: Span, rules: NameRules) -> int:
    """Return where a role begins behind “his” or “her own”."""
    start, end = span
    while True:
        word, parted, _ = text[start:end].partition(" ")
        whose = word.lower() in rules.phrases.possessive_words
        if not parted or not (whose or (start > span[0] and word in rules.phrases.emphatic_words)):
            return start
        start += len(word) + 1


def _roles_around(
    text: str, tokens: Sequence[Token], name: NameSpan, sentence: Span, rules: NameRules
) -> Iterator[FoundRole]:
    """Yield the roles around a mention as the text has them."""
    start = name.start
    before = role_before(text, tokens, name, rules)
    if before:
        yield FoundRole(before, STATED)
        start = before[0]
    elif shared := shared_role(text, tokens, name, rules):
        yield FoundRole(shared, STATED)
    comma = role_before_comma(text, sentence[0], start, name, rules) or role_before_copula(
        text, sentence[0], name, rules
    )
    if comma:
        yield FoundRole(comma, STATED)
    for role in _roles_after(text, tokens, name, sentence, rules):
        if not (before and _is_of_the_next(text, role.span, rules)):
            yield role


def _is_of_the_next(text: str, role: Span, rules: NameRules) -> bool:
    """Whether a role is the next one's: “Energy Minister X, the Finance Minister, Ann Lee, and”."""
    definite = text[slice(*role)].partition(" ")[0] in rules.phrases.definite_articles
    comma, behind = text[role[1] : role[1] + 2], text[role[1] + 2 : role[1] + 3]
    return definite and comma == ", " and behind.isupper()


def _roles_after(
    text: str, tokens: Sequence[Token], name: NameSpan, sentence: Span, rules: NameRules
) -> Iterator[FoundRole]:
    """Yield the first of what stands behind a name, and what it is of besides."""
    if not text.startswith((" ", ","), name.span[1]) or _speaks(text, tokens, name, rules):
        return  # asked first, as the patterns take longer
    bracketed = role_in_brackets(text, name.span[1], rules)
    if bracketed:
        yield FoundRole(bracketed, STATED)
        return
    end, limit = past_age(text, name.span[1], rules), sentence[1]
    stated = apposition(text, end, limit, rules)
    if stated is None and not _is_object(tokens, name, rules):
        stated = complement(text, end, limit, rules)
        # Asked last, as most names have no such verb behind them.
        stated = None if stated and _is_quoted(text, sentence, name) else stated
    if stated:
        yield FoundRole(stated, STATED)
    elif found := _of(text, end, limit, name, rules):
        yield FoundRole(found, AFFILIATED)
        besides = None if text.startswith(",", end) else apposition(text, found[1], limit, rules)
        if besides:  # “X of Thailand, chairman of the conference,”
            yield FoundRole(besides, STATED)
    elif found := relative_clause(text, end, limit, rules):
        yield FoundRole(found, RELATED)


def _speaks(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> bool:
    """Whether a verb of speech follows a name at once, so that nothing else does."""
    if name.behind >= len(tokens):
        return False
    verb = tokens[name.behind]
    return verb.text in rules.speech_verbs and text[name.span[1] : verb.start] == " "


def _of(text: str, end: int, limit: int, name: NameSpan, rules: NameRules) -> Span | None:
    """Return what somebody is of; in “Baroness X of Ledbury” that is a part of the title."""
    titled = any(token.entry in rules.territorial_titles for token in name.prefix)
    of = None if titled else affiliation(text, end, limit, rules)
    return of or counsel(text, end, limit, rules)


def _is_object(tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> bool:
    """Whether a preposition stands before a name, so that what follows is of somebody else."""
    begin = name.first - len(name.prefix)
    return begin > 0 and tokens[begin - 1].text in rules.phrases.prepositions


def _is_quoted(text: str, sentence: Span, name: NameSpan) -> bool:
    """Whether somebody says the name within quotation marks."""
    before = text[max(sentence[0], name.start - _QUOTED_WITHIN) : name.start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
