"""The text that a name stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.people.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text that a span stands in.

    Attributes:
        text: The text.
        tokens: Its words.
        lowercase: The words that the article writes in lower case.
    """

    text: str
    tokens: Sequence[Token]
    lowercase: frozenset[str]
