"""What a sentence looks like that answers a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

    import regex


class Shape(NamedTuple):
    """What a sentence looks like that answers a question.

    Attributes:
        pattern: Matches in such a sentence.
        is_rare: Whether so few sentences look so that it tells passages apart, too.
        has_name: Whether nothing matches that hasn't the name asked about.
    """

    pattern: re.Pattern[str] | regex.Pattern[str]
    is_rare: bool
    has_name: bool = False
