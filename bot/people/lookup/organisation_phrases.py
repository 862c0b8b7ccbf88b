"""Find what a text says an organisation or a place is: “NATO, the Western alliance”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.people.roles.phrases import clause_span, is_role_noun, without_relative_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Passage, Span
    from bot.language.name_rules import NameRules

_MAX_WORDS = 14
_REACH = 100
_LOWERCASE_NOUN = re.compile(r"\b[^\W\d_A-Z][\w’'-]{3,}")
_GOES_ON = re.compile(r" (?!(?:AG|Corp|GmbH|Inc|LLC|Ltd|NV|PLC|Plc|plc|SA)\b)[^\W\d_a-z]")
_NOT = ("n't", "n’t")
_ENDS = re.compile(r",(?! and\b)|[.;:)]| of |\Z")


def descriptions(passage: Passage, span: Span, rules: NameRules) -> Iterator[tuple[Span, bool]]:
    """Yield the spans around a mention that say what is named.

    Args:
        passage: The passage.
        span: The mention.
        rules: The language's words.

    Yields:
        Each span, and whether it is only a clause that begins with *which*.
    """
    text, sentences = passage.text, passage.sentences
    sentence = next((s for s in sentences if s[0] <= span[0] < s[1]), (0, len(text)))
    before = _before(text, span, sentence[0], rules)
    if before:
        yield before, False
    for behind in _behind(text, span, sentence[1], rules):
        yield behind, False
    match = rules.phrases.thing_relative.match(text, span[1], sentence[1])
    clause = clause_span(text, match.end(), sentence[1], rules.phrases) if match else None
    if clause and _is_short(text, clause):
        yield clause, True


def _behind(text: str, span: Span, limit: int, rules: NameRules) -> Iterator[Span]:
    """Yield what stands behind a name: “NATO, the Western alliance”, “The CSIS is an institute”."""
    phrases = rules.phrases
    bracketed = text[span[0] - 1 : span[0]] == "(" and text[span[1] : span[1] + 1] == ")"
    end = span[1] + bracketed  # “the Ferro Centre (FC), a think tank”
    for pattern in (phrases.thing_apposition, phrases.thing_complement):
        match = pattern.match(text, end, limit)
        clause = clause_span(text, match.end(), limit, phrases) if match else None
        if clause is None:
            continue
        clause = without_relative_clause(text, clause, phrases)
        words = text[slice(*clause)].split()
        if _is_placed(text, span, rules) and not _is_kind(_head(words, rules), rules):
            continue  # “the bridge at Thurl, a detour of 22 kilometres”
        if _is_somebody(_head(words, rules), rules):
            continue  # “of the University of Kelsing, the lead author”
        if any(word in rules.clause_verbs or word.endswith(_NOT) for word in words[:-1]):
            continue  # “On Skarne, the votes haven't arrived”
        listed = words[0] in phrases.indefinite_articles and phrases.in_a_list.search(
            text, max(0, span[0] - _REACH), span[0]
        )
        # “the index in Vastrel, the OX-30” has no noun that says what anything is
        if _is_short(text, clause) and _LOWERCASE_NOUN.search(text, *clause) and not listed:
            yield clause


def _before(text: str, span: Span, start: int, rules: NameRules) -> Span | None:
    """Return what stands before a name: “the mine's owner, Brandvik”, “the airline Corvina”."""
    match = rules.phrases.thing_before.search(text, max(start, span[0] - _REACH), span[0])
    if match is None or _GOES_ON.match(text, span[1]):
        return None
    if match[1]:
        return match.span(1) if _ENDS.match(text, span[1]) else None
    if match[2]:  # “a catamaran called Anna”
        return match.span(2)
    group = 3 if match[3] else 4
    noun = match[group].split()[-1].lower()
    if group == 4:  # noqa: PLR2004 - “the island of Skarne”
        return match.span(4) if noun in rules.settlements else None
    return match.span(3) if "-" not in noun and _is_kind(noun, rules) else None


def _is_placed(text: str, span: Span, rules: NameRules) -> bool:
    """Whether a word like *at* stands before a name: what follows may be of what is there."""
    before = text[max(0, span[0] - _REACH) : span[0]].split()
    return bool(before) and before[-1].lower() in rules.place_prepositions


def _head(words: Sequence[str], rules: NameRules) -> str:
    """Return the noun of a phrase: “country” in “a country of 22 million”."""
    ends = (place for place, word in enumerate(words) if word in rules.phrases.head_ends)
    return words[max(0, next(ends, len(words)) - 1)].lower()


def _is_somebody(noun: str, rules: NameRules) -> bool:
    """Whether a noun is what people are, and organisations are not."""
    return rules.is_role(noun) and noun not in rules.shared_roles | rules.company_roles


def _is_kind(noun: str, rules: NameRules) -> bool:
    """Whether a noun is what an organisation or a place may be."""
    forms = (noun, rules.phrases.singular(noun))
    kinds = (rules.thing_nouns, rules.organisation_words, rules.settlements)
    return any(form in kind for form in forms for kind in kinds) or (
        is_role_noun(noun, rules, plural=True)
    )


def _is_short(text: str, span: Span) -> bool:
    return len(text[slice(*span)].split()) <= _MAX_WORDS
