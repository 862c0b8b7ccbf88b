"""Recognise things that are called as people are: “a catamaran called Anna”, the song “Anna”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token

_MOST_ADJECTIVES = 3
_QUOTED = frozenset({('"', '"'), ("“", "”")})
_OPENED = frozenset({'"', "“"})


def is_title_of_work(span: NameSpan, text: str) -> bool:
    """Whether quotation marks enclose a name and nothing else, as the title of a song.

    Args:
        span: The name.
        text: The text that it stands in.
    """
    start, end = span.start, span.span[1]
    opened = start > 0 and text[start - 1] in _OPENED
    return opened and (text[start - 1], text[end : end + 1]) in _QUOTED


def is_called_thing(span: NameSpan, text: str, tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether a name is a thing's: “a catamaran called Anna”, “the robot is called Gerald”.

    Whatever is no role and no kin counts as a thing. “The court called Ann Lee” tells nothing: an
    indefinite article has to lead to the noun, or *is* to stand behind it.

    Args:
        span: The name.
        text: The text that it stands in.
        tokens: The text's words.
        rules: The language's words.
    """
    naming = span.first - 1
    if naming < 1 or span.prefix or tokens[naming].text not in rules.naming_words:
        return False
    noun = naming - 1
    passive = noun > 0 and tokens[noun].text in rules.phrases.passive_verbs
    noun -= passive
    if text[tokens[noun].end : span.start].count(" ") != span.first - noun:
        return False
    if not _is_thing(tokens[noun], rules):
        return False
    return passive or _leads_to(tokens, noun, rules)


def _is_thing(noun: Token, rules: NameRules) -> bool:
    """Whether a word may be a thing, as no name, no role and no small word is."""
    word = noun.text
    if not word.islower() or word in rules.common_capitalised or word in rules.phrase_openings:
        return False
    return not rules.single_role(word)


def _leads_to(tokens: Sequence[Token], noun: int, rules: NameRules) -> bool:
    """Whether an indefinite article stands before a noun, with adjectives between."""
    for position in range(noun - 1, max(-1, noun - 2 - _MOST_ADJECTIVES), -1):
        word = tokens[position].text.lower()
        if word in rules.phrases.indefinite_articles:
            return True
        if word in rules.phrases.head_ends or word in rules.clause_verbs:
            return False
    return False
