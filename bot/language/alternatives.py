"""Build the alternatives of patterns from words, and from phrases as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_word(words: Iterable[str]) -> str:
    """Return the alternatives of a regular expression that match some words, the longest first.

    Args:
        words: The words, as they stand in a text; of none, the result is empty.
    """
    return "|".join(sorted(map(regex.escape, words), key=len, reverse=True))


def any_of(phrases: Iterable[str]) -> str:
    """Return the alternatives of a regular expression; of none, what never matches.

    A space stands for any white space, one that may be missing (``" ?"``) for any or none, and an
    apostrophe for either kind, a space or none.

    Args:
        phrases: The phrases, each of which may be a regular expression.
    """
    spaced = [
        phrase.replace(" ?", r"\s*+").replace(" ", r"\s++").replace("'", "['’ ]?")
        for phrase in phrases
    ]
    return "|".join(sorted(spaced, key=len, reverse=True)) if spaced else r"(?!)"
