"""Recognise animals that are called as people are: “the goat Gerald”, “Gerald, a goat”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.people.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token

_MOST_ADJECTIVES = 3
_BESIDE = frozenset({" ", ", "})


def is_animal(span: NameSpan, text: str, tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether a kind of animal stands beside a name of one word: “a goat called Gerald”.

    Args:
        span: The name.
        text: The text that it stands in.
        tokens: The text's words.
        rules: The language's words.
    """
    if not rules.animals or len(span.tokens) > 1 or span.prefix:
        return False
    return _is_before(span, text, tokens, rules) or _is_behind(span, text, tokens, rules)


def _is_before(span: NameSpan, text: str, tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether it stands before: “the goat Gerald”, “her dog, Rex,”, “a cat named Tom”."""
    first = span.first
    named = first > 0 and tokens[first - 1].text in rules.naming_words
    first -= named
    if not first or tokens[first - 1].text not in rules.animals:
        return False
    return text[tokens[first - 1].end : tokens[first].start] in _BESIDE


def _is_behind(span: NameSpan, text: str, tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether it stands behind: “Gerald, a goat”, “Gerald the pygmy goat”, no “goat farmer”."""
    behind = span.first + 1
    if behind < len(tokens) and tokens[behind].text in rules.phrases.passive_verbs:
        span = span._replace(span=(span.span[0], tokens[behind].end))  # “Oscar was our dog”
        behind += 1
    if behind >= len(tokens) or not rules.phrases.is_determiner(tokens[behind].text):
        return False
    if text[span.span[1] : tokens[behind].start] not in _BESIDE:
        return False
    for position in range(behind + 1, min(behind + 2 + _MOST_ADJECTIVES, len(tokens))):
        if text[tokens[position - 1].end : tokens[position].start] != " ":
            return False
        if tokens[position].text in rules.animals and _ends_head(text, tokens, position, rules):
            return True
    return False


def _ends_head(text: str, tokens: Sequence[Token], position: int, rules: NameRules) -> bool:
    """Whether a noun is the head of its phrase: what follows it belongs to no longer one."""
    if position + 1 == len(tokens):
        return True
    follower = tokens[position + 1]
    parted = text[tokens[position].end : follower.start] != " "
    return parted or follower.text in rules.phrases.head_ends or follower.capitalised


def names_animal(headline: str, rules: NameRules) -> bool:
    """Whether a headline is about an animal."""
    return any(token.entry in rules.animals for token in tokenise(headline))
