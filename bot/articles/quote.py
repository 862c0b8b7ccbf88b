"""A quotation: a span of an article's passage, never a string of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage, Span

_STOPS = ".!?…"
_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s")


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

    def in_context(self, limit: int) -> Quote:
        """Return the quotation with as many of the sentences around it as fit.

        What follows is taken before what precedes, a whole sentence at a time; but an item of a
        list is first of all quoted with what leads in to it.

        Args:
            limit: The most characters; the quotation itself may be longer.
        """
        start, end = self.span
        lead = self._lead()
        if lead is not None and end - lead <= limit:
            start = lead
        before = [span for span in self.passage.sentences if span[1] <= start]
        after = [span for span in reversed(self.passage.sentences) if span[0] >= end]
        while True:
            grown = start, end
            if after and after[-1][1] - start <= limit:
                end = after.pop()[1]
            if before and end - before[-1][0] <= limit:
                start = before.pop()[0]
            if grown == (start, end):
                return replace(self, span=grown)

    def _lead(self) -> int | None:
        """Return where the sentence begins that leads in to a list, if this is an item of it."""
        text, (item, _) = self.passage.text, self.span
        for start, end in reversed(self.passage.sentences):
            if start <= item and not _ITEM.match(text, start):
                return start if start < item and text[end - 1] not in _STOPS else None
        return None

    def to_dict(self) -> dict[str, object]:
        """Return the words with the number of their paragraph, as a JSON object."""
        return {"text": self.text, "paragraph": self.passage.number}
