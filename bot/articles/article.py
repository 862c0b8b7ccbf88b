"""The domain values that every package shares: articles, passages and sentences."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

Span = tuple[int, int]
"""Half-open character offsets ``[start, end)`` into the text they belong to."""

ArticleKey = tuple[str, str]
"""An article's id and digest, which name it in this very version."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an article, or a part of a very long one.

    Attributes:
        id: ``article#number``, with ``.part`` after it where a paragraph was split.
        number: The paragraph's number as a reader counts, from 1.
        text: The characters of the article, exactly as the file has them.
        sentences: Spans into ``text``, in order, with only white space between them.
        heading: The sub-heading that the paragraph stands under, if any.
    """

    id: str
    number: int
    text: str
    sentences: tuple[Span, ...]
    heading: str | None = None

    @property
    def is_by_line(self) -> bool:
        """Whether its lines say something each, as in a list or a table, and none is wrapped."""
        return all(self.text.find("\n", *span) < 0 for span in self.sentences)


def _in_order(passage: Passage) -> tuple[int, int, str]:
    """Return a key by which an article's passages are in order: ``a#7.9`` before ``a#7.10``."""
    return passage.number, len(passage.id), passage.id


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that was cleaned away, and why."""

    text: str
    why: str


@dataclass(frozen=True)
class Article:
    """One article as it is served.

    Attributes:
        id: A short, stable slug of the file's path in the corpus.
        file: The path in the corpus folder, with forward slashes.
        title: The headline.
        source: Who published it, if known.
        author: Who wrote it, if known.
        date: The day of publication, if known.
        url: An ``http`` or ``https`` address, if known.
        language: An ISO 639-1 code.
        digest: SHA-256 of the file's bytes and the reader's version, in hexadecimal.
        passages: The paragraphs in reading order.
        removals: What was cleaned away.
        as_of: The day on which the page had this text, where it is of a page that may change.
    """

    id: str
    file: str
    title: str
    source: str | None
    author: str | None
    date: dt.date | None
    url: str | None
    language: str
    digest: str
    passages: tuple[Passage, ...]
    removals: tuple[Removal, ...] = ()
    as_of: dt.date | None = None

    @property
    def key(self) -> ArticleKey:
        """The article's id and digest, which name it in this very version."""
        return self.id, self.digest

    @cached_property
    def paragraphs(self) -> int:
        """The number of paragraphs as a reader counts them."""
        return self.passages[-1].number if self.passages else 0

    def place_of(self, passage: Passage) -> int:
        """Return how many of the article's passages stand before one.

        Searching all of them for each would take minutes in an article of many thousands.

        Args:
            passage: One of the article's.
        """
        return bisect_left(self.passages, _in_order(passage), key=_in_order)

    def to_dict(self) -> dict[str, str | None]:
        """Return the article's citation as a JSON object (``date`` in ISO 8601)."""
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "author": self.author,
            "date": self.date.isoformat() if self.date else None,
            "url": self.url,
        }


def count_passages(articles: Iterable[Article]) -> int:
    """Return how many passages articles have together."""
    return sum(len(article.passages) for article in articles)
