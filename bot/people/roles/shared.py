"""Find what a list of people is: “the former England players Ann Lee and Bo Ek”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.people.roles.extent import extend_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token

_MOST_NAMES = 6
_MOST_WORDS = 4


def shared_role(
    text: str, tokens: Sequence[Token], name: NameSpan, rules: NameRules
) -> Span | None:
    """Return the role in the plural that stands right before a list with a name.

    Args:
        text: The text.
        tokens: Its words.
        name: One of the list's names.
        rules: The language's words.
    """
    begin: int | None = name.first - len(name.prefix)
    for earlier in range(_MOST_NAMES):
        if not begin:
            return None
        noun = tokens[begin - 1]
        beside = text[noun.end : tokens[begin].start] == " " and _is_plural(noun, rules)
        if beside and (earlier or is_listed(text, name.span[1], rules)):
            return tokens[extend_left(text, tokens, begin - 1, rules)].start, noun.end
        begin = _name_before(text, tokens, begin, rules)
    return None


def is_listed(text: str, end: int, rules: NameRules) -> bool:
    """Return whether another name of a list follows."""
    gaps = (gap for gap in rules.list_gaps if text.startswith(gap, end))
    return any(text[end + len(gap) : end + len(gap) + 1].isupper() for gap in gaps)


def _is_plural(noun: Token, rules: NameRules) -> bool:
    """Whether a word in lower case is what several people are."""
    return noun.text.islower() and rules.is_plural_role(noun.entry)


def _name_before(text: str, tokens: Sequence[Token], begin: int, rules: NameRules) -> int | None:
    """Return where the name before another of a list begins, or None where there is none."""
    last = begin - 1
    if tokens[last].text in rules.phrases.conjunctions:
        last -= 1
    gap = text[tokens[last].end : tokens[begin].start]
    if last < 0 or gap not in rules.list_gaps or not tokens[last].capitalised:
        return None
    first = last
    while first and last - first < _MOST_WORDS:
        token = tokens[first - 1]
        joined = token.capitalised or token.text in rules.particles
        if not joined or text[token.end : tokens[first].start] != " ":
            break
        first -= 1
    return first
