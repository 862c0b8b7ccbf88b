"""A quotation: a span of an article's passage, never a string of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, with where they stand.

    Attributes:
        article: The article that is quoted.
        passage: The passage of it.
        span: The half-open character offsets ``[start, end)`` into the passage's text.
    """

    article: Article
    passage: Passage
    span: Span

    @property
    def text(self) -> str:
        """The quoted words, exactly as they stand in the passage."""
        start, end = self.span
        return self.passage.text[start:end]

    def to_dict(self) -> dict[str, object]:
        """Return the words with the number of their paragraph, as a JSON object."""
        return {"text": self.text, "paragraph": self.passage.number}
