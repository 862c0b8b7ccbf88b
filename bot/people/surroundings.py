"""The text that a name stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.people.tokens import Token


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text that a span stands in.

    Attributes:
        text: The text.
        tokens: Its words.
        lowercase: The words that the article writes in lower case.
        features_of_words: What is known of the article's names by their words alone, so that it is
            found once; it grows.
    """

    text: str
    tokens: Sequence[Token]
    lowercase: frozenset[str]
    features_of_words: dict[tuple[str, ...], dict[str, float]] = field(default_factory=dict)
