"""Read past what somebody is called besides, within the name: “Dai "The Baker" Tanner”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.tokens import Token

_OPENING = frozenset({' "', " “", " ‘", " '"})
_CLOSING = frozenset({'" ', "” ", "’ ", "' "})
_MOST_WORDS = 4


def behind_nickname(
    text: str, tokens: Sequence[Token], end: int, lexicon: NameLexicon
) -> int | None:
    """Return where a name goes on behind a nickname in quotation marks, or None without one.

    A given name stands before it, and a capital behind.

    Args:
        text: The text.
        tokens: Its words.
        end: The position behind the name so far.
        lexicon: What is known of names.
    """
    before = tokens[end - 1]
    if text[before.end : before.end + 2] not in _OPENING:
        return None
    if before.entry not in lexicon.gazetteer.given_names and not before.initial:
        return None
    for position in range(end + 1, min(end + 1 + _MOST_WORDS, len(tokens))):
        gap = text[tokens[position - 1].end : tokens[position].start]
        if gap in _CLOSING:
            return position if tokens[position].capitalised else None
        if gap != " ":
            return None
    return None
