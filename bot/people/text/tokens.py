"""Split a text into words for finding names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language.possessives import POSSESSIVES
from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(
    r"((?:[A-Z]\.){2,}|[^\W\d_]\.(?= ?[^\W\d_a-z])|(?<!\w)['’]t(?= [^\W\d_a-z])"
    r"|[^\W_]+(?:[-’'‑][^\W_]+)*)"
)
_MARKS = ',.;:!?()"“”'
"""What may stand before or behind a word; a single letter has its full stop, as *J.* has."""


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
        return self.text.isupper() and len(self.text.replace(".", "")) > 1

    @property
    def elided(self) -> bool:
        """Whether the word is a name that is written in one with a particle, as *d'Hondt* is."""
        return self.text[:2] in {"d'", "d’"} and self.text[2:3].isupper()

    @property
    def initial(self) -> bool:
        """Whether the word is a single letter, with or without a full stop."""
        return len(self.text) <= len("J.") and len(self.text.rstrip(".")) == 1


def tokenise(text: str) -> list[Token]:
    """Return the words of a text; a possessive ``'s`` is left out of the word."""
    tokens: list[Token] = []
    make = tuple.__new__
    start = 0
    for piece in text.split(" "):
        word, begin, end = piece, start, start + len(piece)
        start = end + 1
        # Most of what spaces part is one word, and asking the pattern takes longer.
        if not piece.isalnum():
            word = _without_possessive(piece.strip(_MARKS))
            if len(word) == 1 or not word.isalnum():
                tokens += _tokens_between(text, begin, end)
                continue
            begin += piece.index(word)
        entry = word.lower() if word.isascii() else entry_of(word)
        # As Token(…) makes it, without the call in between: there are as many as words.
        tokens.append(make(Token, (word, begin, begin + len(word), entry)))
    return tokens


def _tokens_between(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words that begin between two offsets, of any kind: “U.S.”, “J.”, “don't”."""
    # How a word ends depends on no more than the space behind it and the sign after that.
    for match in _WORD.finditer(text, start, end + 2):
        if match.start() >= end:
            break
        yield _token(_without_possessive(match[0]), match.start())


def _without_possessive(word: str) -> str:
    return word[:-2] or word if word.endswith(POSSESSIVES) else word


def _token(word: str, start: int) -> Token:
    # Most words differ from their entry in case alone, and folding is slow.
    entry = word.lower() if word.isascii() else entry_of(word)
    return Token(word, start, start + len(word), entry)
