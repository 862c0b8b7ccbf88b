"""Decide whether a phrase says what somebody is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from bot.articles.article import Span
    from bot.language.name_rules import NameRules

MAX_ROLE_WORDS = 14
_MAX_CLAUSE = 200
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_STOP = re.compile(r"[,.;:!?()“”\"]")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Jr|Inc|Co))\.\Z")
_LONGEST_ABBREVIATION = 6
_RELATIVE = re.compile(r" (?:who|whose|whom|which|that|where|when|after|before|while) ")
_HEAD_ENDS = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "on",
        "to",
        "from",
        "who",
        "whose",
        "with",
        "by",
        "under",
        "over",
        "since",
    ]
)
_UNFINISHED = word_set(
    "of for the and a an to in at on by with from or his her their its my our as but"
)


def clause_span(text: str, start: int, limit: int) -> Span | None:
    """Return the span of the clause that begins at an offset, or None where it is too long.

    It ends before the next stop; that of an abbreviation and those in brackets are none.

    Args:
        text: The text.
        start: Where the clause begins.
        limit: Where its sentence ends.
    """
    end = start
    most = min(limit, start + _MAX_CLAUSE)
    while match := _STOP.search(text, end, most):
        at = match.start()
        if match[0] == "." and _ABBREVIATION.search(
            text, max(0, at - _LONGEST_ABBREVIATION), at + 1
        ):
            end = at + 1
        elif match[0] == "(" and (bracket := _BRACKETS.match(text, at, most)):
            end = bracket.end()
        else:
            return start, at
    return (start, limit) if most == limit else None


def without_relative_clause(text: str, span: Span) -> Span:
    """Return a span up to where “who …” or “which …” begins in it."""
    match = _RELATIVE.search(text, *span)
    return (span[0], match.start()) if match else span


def names_a_role(phrase: str, rules: NameRules, *, plural: bool = True) -> bool:
    """Whether a phrase says what somebody is: a role early on, and no verb of a clause.

    Args:
        phrase: The phrase.
        rules: The language's words.
        plural: Whether a role in the plural counts (“one of the winners”).
    """
    bare = _BRACKETS.sub("", phrase)
    words = [re.sub(r"[’']s\Z", "", word).strip("(),").lower() for word in bare.split()]
    if not words or len(words) > MAX_ROLE_WORDS or not is_whole(phrase):
        return False
    head = words
    for position, word in enumerate(words):
        if word in _HEAD_ENDS:
            head = words[:position]
            break
    if not head or any(word in rules.clause_verbs for word in head):
        return False
    has_article = len(head) > 1 and head[0] in {"a", "an"}
    return any(
        is_role_noun(word, rules, plural=plural) or (has_article and word in rules.parties)
        for word in head[-2:]
    )


def is_whole(phrase: str) -> bool:
    """Whether a phrase is not cut off behind a small word, and more than a bare “chief”."""
    words = phrase.lower().split()
    return bool(words) and words[-1] not in _UNFINISHED and words != ["chief"]


def is_role_noun(word: str, rules: NameRules, *, plural: bool = False) -> bool:
    """Whether a word, or the last part of a hyphenated one, is what somebody may be."""
    forms = (word, word.rpartition("-")[2], word.removesuffix("s") if plural else word)
    return any(form in rules.role_nouns or form in rules.office_nouns for form in forms)
