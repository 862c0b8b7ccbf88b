"""Recognise offices before names, and what only stands beside one: “national”, “finance”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.text.tokens import Token


def is_office(token: Token, rules: NameRules) -> bool:
    """Return whether a word, or the last part of one like “Vice-President”, is an office."""
    return token.entry in rules.offices or (
        "-" in token.entry and token.entry.rpartition("-")[2] in rules.offices
    )


def is_rest_of_office(tokens: Sequence[Token], first: int, rules: NameRules) -> bool:
    """Return whether a word is what an office is of: “Minister of Trade and Industry Ann Lee”.

    Args:
        tokens: The words of the text.
        first: The word's position.
        rules: The language's words.
    """
    if not first or tokens[first].entry not in rules.portfolios:
        return False
    before = tokens[first - 1].text
    return before in rules.genitives or before in rules.phrases.conjunctions


def is_adjectival(token: Token, rules: NameRules) -> bool:
    """Return whether a word stands before an office and is none by itself: “national”."""
    before_office = token.entry in rules.role_adjectives or token.entry in rules.portfolios
    itself = token.entry in rules.honorifics or rules.is_role(token.entry)
    return before_office and not itself
