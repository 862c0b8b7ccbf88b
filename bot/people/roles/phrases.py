"""Decide whether a phrase says what somebody is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.analysis.analyser import fold
from bot.language.name_rules import without_article
from bot.language.possessives import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.language.phrase_rules import PhraseRules

MAX_ROLE_WORDS = 14
_MAX_CLAUSE = 200
_BRACKETS = re.compile(r"\([^()]{0,80}\)|<[^<>]{0,80}>")
_STOP = re.compile(r"(?!(?<=\d)[,.]\d)[,.;:!?()<“”\"]")
_LONGEST_ABBREVIATION = 6


def clause_span(text: str, start: int, limit: int, phrases: PhraseRules) -> Span | None:
    """Return the span of the clause that begins at an offset, or None where it is too long.

    It ends before the next stop; that of an abbreviation and those in brackets are none.

    Args:
        text: The text.
        start: Where the clause begins.
        limit: Where its sentence ends.
        phrases: The language's phrases.
    """
    end = start
    most = min(limit, start + _MAX_CLAUSE)
    while match := _STOP.search(text, end, most):
        at = match.start()
        if match[0] == "." and phrases.abbreviation.search(
            text, max(0, at - _LONGEST_ABBREVIATION), at + 1
        ):
            end = at + 1
        elif match[0] in "(<" and (bracket := _BRACKETS.match(text, at, most)):
            end = bracket.end()
        else:
            return start, at
    return (start, limit) if most == limit else None


def without_relative_clause(text: str, span: Span, phrases: PhraseRules) -> Span:
    """Return a span up to where “who …” or “said …” begins in it."""
    match = phrases.relative.search(text, *span)
    return (span[0], match.start()) if match else span


def names_a_role(phrase: str, rules: NameRules, *, plural: bool = True) -> bool:
    """Whether a phrase says what somebody is: a role early on, and no verb of a clause.

    Args:
        phrase: The phrase.
        rules: The language's words.
        plural: Whether a role in the plural counts (“one of the winners”).
    """
    bare = _BRACKETS.sub("", phrase) if "(" in phrase or "<" in phrase else phrase
    words = [
        (word[:-2] if word.endswith(POSSESSIVES) else word).strip("(),").lower()
        for word in bare.split()
    ]
    if not words or len(words) > MAX_ROLE_WORDS or not is_whole(phrase, rules):
        return False
    one_of = rules.phrases.one_of
    if one_of and tuple(words[: len(one_of)]) == one_of:
        words, plural = words[len(one_of) :], True
    head = words
    for position, word in enumerate(words):
        # In German an article within a phrase is a genitive's: “Kämmerin der Stadt”.
        genitive = rules.nouns_capitalised and position and rules.phrases.is_determiner(word)
        if word in rules.phrases.head_ends or genitive:
            head = words[:position]
            break
    if not _ends_in_role(head, rules, plural=plural):
        return False
    # German *der* and *die* also begin clauses.
    said = head[1:] if rules.phrases.is_determiner(head[0]) else head
    return not _is_clause(head, rules) and not any(_is_verb(word, rules) for word in said)


def _ends_in_role(head: Sequence[str], rules: NameRules, *, plural: bool) -> bool:
    """Whether one of the last two words before *of* or the like is a role, or both together."""
    has_article = len(head) > 1 and head[0] in rules.phrases.indefinite_articles
    once = has_article and not rules.once_words.isdisjoint(head)  # “a former wool classer”
    return (
        any(
            is_role_noun(word, rules, plural=plural)
            or (has_article and (word in rules.parties or _is_agent(word, rules)))
            for word in head[-2:]
        )
        or rules.is_role("-".join(head[-2:]))
        or (once and head[-1].endswith(rules.agent_endings))
    )


def _is_verb(word: str, rules: NameRules) -> bool:
    return word in rules.clause_verbs or without_article(word) in rules.clause_verbs


def _is_agent(word: str, rules: NameRules) -> bool:
    """Whether a hyphenated word says what somebody does: “a shot-firer”."""
    return "-" in word and word.endswith(rules.agent_endings)


def _is_clause(head: Sequence[str], rules: NameRules) -> bool:
    """Whether the words belong to a clause: “United dismissed their manager”, “limited guests”."""
    phrases = rules.phrases
    for position, word in enumerate(head):
        if position and phrases.is_determiner(word) and not _joins_roles(head[:position], rules):
            return True
    first = head[0]
    return first.endswith(phrases.verbal_endings) and fold(first) not in rules.role_adjectives


def _joins_roles(words: Sequence[str], rules: NameRules) -> bool:
    """Whether words end in a role and an *and*, and not in “the pitch and”."""
    if len(words) < len(("role", "and")) or words[-1] not in rules.phrases.conjunctions:
        return False
    return is_role_noun(words[-2], rules)


def is_passing(phrase: str, rules: NameRules) -> bool:
    """Whether a phrase only says what everybody was for a while: “a child”, “a happy child”."""
    words = phrase.lower().split()
    words = words[rules.phrases.is_determiner(words[0]) :]
    return len(words) <= len(("happy", "child")) and words[-1] in rules.passing_roles


def is_whole(phrase: str, rules: NameRules) -> bool:
    """Whether a phrase is not cut off behind a small word, and more than a bare “chief”."""
    words = phrase.lower().split()
    if not words or words[-1] in rules.phrases.unfinished:
        return False
    return len(words) > 1 or words[0] not in rules.phrases.never_alone


def is_role_noun(word: str, rules: NameRules, *, plural: bool = False) -> bool:
    """Whether a word, or the last part of a hyphenated one, is what somebody may be."""
    word = without_article(fold(word))
    single = rules.phrases.singular(word) if plural else word
    forms = {word, word.rpartition("-")[2], single}
    return any(rules.is_role(form) or form in rules.office_nouns for form in forms)
