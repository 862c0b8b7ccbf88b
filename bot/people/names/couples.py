"""Recognise two people who are named at once, each with a title: “Mr and Mrs Smith”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.people.text.offices import is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token


def is_couple(span: NameSpan, tokens: Sequence[Token], rules: NameRules) -> bool:
    """Whether a surname stands behind two titles that “and” joins.

    “Mr and Mrs John Smith” is no such name: it is John Smith's.

    Args:
        span: The name.
        tokens: The words of its text.
        rules: The language's words.
    """
    begin = span.first - len(span.prefix)
    if not span.prefix or len(span.tokens) > 1 or begin < len(("Mr", "and")):
        return False
    title, joiner = tokens[begin - 2 : begin]
    return (
        joiner.text in rules.phrases.conjunctions
        and all(token.entry in rules.honorifics for token in span.prefix)
        and title.capitalised
        and (title.entry in rules.honorifics or is_office(title, rules))
    )
