"""Split a text into words for finding names."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.people.gazetteer import entry_of

_WORD = re.compile(
    r"((?:[A-Z]\.){2,}|[^\W\d_]\.(?= ?[^\W\d_a-z])|(?<!\w)['’]t(?= [^\W\d_a-z])"
    r"|[^\W_]+(?:[-’'‑][^\W_]+)*)"
)


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        text: The word as it stands, without a possessive ``'s``.
        start: The offset of its first character.
        end: The offset behind its last character.
        entry: The word as the lists of names have it: folded and in lower case.
    """

    text: str
    start: int
    end: int
    entry: str

    @property
    def capitalised(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether the word is written in capitals throughout (``NATO``, ``U.S.``)."""
        letters = self.text.replace(".", "")
        return len(letters) > 1 and letters.isupper()

    @property
    def elided(self) -> bool:
        """Whether the word is a name that is written in one with a particle, as *d'Hondt* is."""
        return self.text[:2] in {"d'", "d’"} and self.text[2:3].isupper()

    @property
    def initial(self) -> bool:
        """Whether the word is a single letter, with or without a full stop."""
        return len(self.text.rstrip(".")) == 1


def tokenise(text: str) -> list[Token]:
    """Return the words of a text; a possessive ``'s`` is left out of the word."""
    tokens: list[Token] = []
    start = 0
    parts = iter(_WORD.split(text))  # faster than asking a match for its word and its place
    for gap, word in zip(parts, parts, strict=False):
        start += len(gap)
        bare = word
        if word[-1] in "'’s":
            bare = word.removesuffix("s") if word[-2:] in {"'s", "’s"} else word
            bare = bare.rstrip("'’") or word
        # Most words differ from their entry in case alone, and folding is slow.
        entry = bare.lower() if bare.isascii() else entry_of(bare)
        # As Token(…) does, without the call in between: there are as many of these as words.
        tokens.append(tuple.__new__(Token, (bare, start, start + len(bare), entry)))
        start += len(word)
    return tokens
