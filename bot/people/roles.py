"""Find what a text says a person is, in its own words: offices, appositions, affiliations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.name_spans import NameSpan
    from bot.people.tokens import Token

STATED = 3
"""The strength of a role that the text states: an office before the name, an apposition."""

AFFILIATED = 2
"""The strength of “X of the Center for Y”."""

RELATED = 1
"""The strength of a clause that begins with *who* or *whose*; shown where there is no better."""

_MAX_ROLE_WORDS = 14
_MAX_BEFORE = 7
# A character of a clause: no stop, but for that of a form of address or an office.
_CLAUSE = r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov)\.|[^,.;:!?()“”\"])"
_APPOSITION = re.compile(
    rf", ((?:(?:the|a|an|its|his|her|their|one of) )?{_CLAUSE}{{3,120}}"
    rf"(?:\([^)]{{1,40}}\))?{_CLAUSE}{{0,60}})(?=[,.;:!?)“”\"]|\Z)"
)
_RELATIVE = re.compile(rf", ((?:who|whose) {_CLAUSE}{{3,120}})(?=[,.;:!?]|\Z)")
_NAME_WORD = r"[A-ZÀ-Þ][\w’'&.-]*"
_AFFILIATION = re.compile(
    rf" ((?:of|from) (?:the )?{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}"
    rf"(?: (?:of|for|on|in|at) (?:the )?{_NAME_WORD}(?:(?: and)? {_NAME_WORD}){{0,5}})?"
    r"(?: (?:party|constituency|region|council|university|foundation|institute|group|camp|team|"
    r"company|school|hospital|church|newspaper|agency|campaign|movement))?"
    r"(?: \([A-Z][\w.-]{1,12}\))?)(?![\w’'])"
)
_COPULA = re.compile(
    r" (?:is|was|became|remains|has been|,? who is|, who was) "
    r"((?:the|a|an|its|his|her|their) [^,.;:!?“”\"]{3,120})(?=[,.;:!?“”\"]|\Z)"
)
_BEFORE_COMMA = re.compile(
    r"(?:^|[.,;:!?“”\"(] ?|\b(?:[Tt]he|[Aa]n?|his|her|its|their|and|[Aa]lso|by|with|to|from|"
    r"[\w.-]+[’']s?) )"
    r"([^,.;:!?“”\"()]{3,90}?(?: \([^()]{1,60}\))?), \Z"
)
_REACH = 160
_BETWEEN = re.compile(r" \([A-Z][\w.-]{0,12}\)|, \d{1,3}(?=, )")
_OF = frozenset({"of", "at", "for"})
_WITHIN_NAMES = _OF | {"the", "and", "on", "in"}
_CLOSED = re.compile(r"[,.;:)]|\Z| and\b| \(")
_POSSESSIVES = frozenset({"'s ", "’s ", "' ", "’ "})


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role's place in its text, and how plainly the text states it."""

    span: Span
    strength: int


def find_roles(
    text: str, tokens: Sequence[Token], name: NameSpan, sentence: Span, rules: NameRules
) -> Iterator[FoundRole]:
    """Yield the roles that a sentence gives a person around one mention.

    Args:
        text: The passage's text.
        tokens: Its words.
        name: The mention.
        sentence: The span of the sentence that the mention is in.
        rules: The language's words.
    """
    before = (
        _long_role(text, tokens, name, rules)
        or _prefix_role(text, tokens, name, rules)
        or _noun_role(text, tokens, name, rules)
    )
    if before:
        yield FoundRole(before, STATED)
    else:
        owner = _owner(text, tokens, name, rules)
        if owner:
            yield FoundRole(owner, AFFILIATED)
    end = _past_age(text, name.span[1])
    comma = _comma_role(text, sentence[0], name, rules)
    if comma:
        yield FoundRole(comma, STATED)
    limit = sentence[1]
    for pattern, strength in (
        (_APPOSITION, STATED),
        (_COPULA, STATED),
        (_AFFILIATION, AFFILIATED),
        (_RELATIVE, RELATED),
    ):
        match = pattern.match(text, end, limit)
        if match and (strength != STATED or _names_a_role(match[1], rules)):
            yield FoundRole(match.span(1), strength)
            break


def _past_age(text: str, end: int) -> int:
    """Return the offset behind an acronym in brackets or an age: “X (CSIS)”, “X, 42,”."""
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _long_role(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return a role with what it is of: “Chief executive of the Refugee Council X”."""
    begin = last = name.first - len(name.prefix)
    while begin and last - begin < _MAX_ROLE_WORDS:
        token, follower = tokens[begin - 1], tokens[begin]
        if text[token.end : follower.start] not in {" ", " - ", *_POSSESSIVES}:
            return None
        if follower.text in _OF and _is_role_noun(token.entry, rules, plural=False):
            begin = _extend_left(text, tokens, begin - 1, rules)
            return tokens[begin].start, tokens[last - 1].end
        if not token.capitalised and token.text not in _WITHIN_NAMES:
            return None
        begin -= 1
    return None


def _owner(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return whose somebody is: “the Labour Party's X”."""
    first = name.first - len(name.prefix)
    begin = first
    while begin and first - begin < _MAX_BEFORE:
        token = tokens[begin - 1]
        gap = text[token.end : tokens[begin].start]
        if gap != " " if begin < first else gap not in _POSSESSIVES:
            break
        if (
            not token.capitalised
            or token.entry in rules.common_capitalised
            or token.entry in rules.weekdays_and_months
        ):
            break
        begin -= 1
    return (tokens[begin].start, tokens[first].start - 1) if begin < first else None


def _prefix_role(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the office that stands before the name in capitals, with its adjectives."""
    if not any(
        token.entry in rules.offices or token.entry in rules.parties for token in name.prefix
    ) or all(token.entry in rules.honorifics for token in name.prefix):
        return None
    last = name.prefix[-1]
    if last.entry in rules.forms_of_address:
        return None
    first = name.first - len(name.prefix)
    begin = _extend_left(text, tokens, first, rules)
    return tokens[begin].start, last.end


def _noun_role(text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules) -> Span | None:
    """Return the role in lower case right before the name: “Panama coach X”."""
    first = name.first - len(name.prefix)
    if not first or text[tokens[first - 1].end : tokens[first].start] != " ":
        return None
    noun = tokens[first - 1]
    if not noun.text.islower() or noun.entry not in rules.role_nouns:
        return None
    begin = _extend_left(text, tokens, first - 1, rules)
    return tokens[begin].start, noun.end


def _extend_left(text: str, tokens: Sequence[Token], first: int, rules: NameRules) -> int:
    """Return where the words of a role begin: adjectives, names of places and bodies."""
    begin = first
    while begin and first - begin < _MAX_BEFORE:
        token = tokens[begin - 1]
        gap = text[token.end : tokens[begin].start]
        possessive = gap in _POSSESSIVES
        joins = (
            token.text == "and"
            and begin > 1
            and tokens[begin - 2].text.islower()
            and _is_role_word(tokens[begin - 2], rules)
        ) or _within_name(tokens, begin - 1, rules)
        if gap != " " and not possessive:
            break
        if not (joins or _is_role_word(token, rules)):
            break
        begin -= 1
    while begin < first and tokens[begin].text == "and":
        begin += 1
    return begin


def _within_name(tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    """Whether a small word joins two parts of a name: “Council for the Welfare of Y”."""
    before, word = tokens[max(0, position - 1)], tokens[position]
    if word.text == "the" and before.text in _OF:
        before = tokens[max(0, position - 2)]
    elif word.text not in _OF:
        return False
    follower = tokens[position + 1]
    capitalised = follower.capitalised or follower.text == "the"
    return capitalised and before.capitalised and before.entry not in rules.common_capitalised


def _is_role_word(token: Token, rules: NameRules) -> bool:
    if token.capitalised:
        return (
            token.entry not in rules.common_capitalised
            and token.entry not in rules.forms_of_address
        )
    return (
        token.entry in rules.role_adjectives
        or token.entry in rules.role_nouns
        or token.entry in rules.parties
    )


def _comma_role(text: str, sentence_start: int, name: NameSpan, rules: NameRules) -> Span | None:
    """Return a role that a comma parts from the name: “Malaysia's Prime Minister, X”."""
    begin = max(sentence_start, name.start - _REACH)
    clause = text[begin : name.start]
    at = 0
    while match := _BEFORE_COMMA.search(clause, at):
        phrase = match[1]
        if len(phrase.split()) <= _MAX_ROLE_WORDS and _names_a_role(phrase, rules, plural=False):
            # “To speak with his mother, X called”: what a word leads in may belong to the clause.
            led_in = clause[: match.start(1)].rstrip()[-1:].isalpha()
            if led_in and not _CLOSED.match(text, name.span[1]):
                return None
            return begin + match.start(1), begin + match.end(1)
        at = match.start(1) + 1
    return None


def _names_a_role(phrase: str, rules: NameRules, *, plural: bool = True) -> bool:
    """Whether a phrase says what somebody is: a role early on, and no verb of a clause."""
    words = [re.sub(r"[’']s\Z", "", word).strip("(),").lower() for word in phrase.split()]
    if not words or len(words) > _MAX_ROLE_WORDS:
        return False
    head = words
    for position, word in enumerate(words):
        if word in {"of", "for", "at", "in", "on", "to", "from", "who", "whose", "with", "by"}:
            head = words[:position]
            break
    if not head or any(word in rules.clause_verbs for word in head):
        return False
    return any(_is_role_noun(word, rules, plural=plural) for word in head[-2:])


def _is_role_noun(word: str, rules: NameRules, *, plural: bool) -> bool:
    forms = (word, word.rpartition("-")[2], word.removesuffix("s") if plural else word)
    return any(form in rules.role_nouns or form in rules.office_nouns for form in forms)
