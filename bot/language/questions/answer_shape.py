"""The pattern of a sentence that answers a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

    import regex

    from bot.articles.article import Span


class AnswerShape(NamedTuple):
    """The pattern of a sentence that answers a question.

    Attributes:
        pattern: Matches in such a sentence.
        is_rare: Whether so few sentences match that the pattern also tells passages apart.
        has_name: Whether the pattern only matches sentences with the name asked about.
        least: What a sentence has that may answer as well, though the pattern isn't in it.
    """

    pattern: re.Pattern[str] | regex.Pattern[str]
    is_rare: bool
    has_name: bool = False
    least: re.Pattern[str] | regex.Pattern[str] | None = None

    def may_be_in(self, text: str, span: Span) -> bool:
        """Return whether a sentence of a text may answer, as far as its pattern tells."""
        patterns = (self.pattern, self.least) if self.least else (self.pattern,)
        return any(pattern.search(text, *span) for pattern in patterns)
