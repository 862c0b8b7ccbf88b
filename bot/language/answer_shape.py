"""The pattern of a sentence that answers a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

    import regex


class AnswerShape(NamedTuple):
    """The pattern of a sentence that answers a question.

    Attributes:
        pattern: Matches in such a sentence.
        is_rare: Whether so few sentences match that the pattern also tells passages apart.
        has_name: Whether the pattern only matches sentences with the name asked about.
    """

    pattern: re.Pattern[str] | regex.Pattern[str]
    is_rare: bool
    has_name: bool = False
