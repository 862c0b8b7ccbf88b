"""The context that a passage is read or embedded with, so that it says what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.plain_text import QUESTION_MARKS
from bot.language.sentences.line_marks import LIST_ITEM, ROW

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage

_LONGEST = 150
"""Characters of the longest sub-heading that is told; what is behind it counts for more."""


def context_of(article: Article, passage: Passage) -> str:
    """Return an article's headline; after it the sub-heading, where a passage leans on that.

    A list does (“What closes”: “Moor End library, on 30 June”), and so do the rows of a table
    (“What it costs”: “Ticket: Adult; From May: £7”) and what answers the question above it (“What
    will you miss?”: “The dark.”).

    Args:
        article: The article.
        passage: Its passage.
    """
    heading = passage.heading
    if not heading or len(heading) > _LONGEST:
        return article.title
    asks = heading.rstrip("\"'”’» ").endswith(QUESTION_MARKS)
    leans = asks or LIST_ITEM.match(passage.text) or ROW.match(passage.text)
    return f"{article.title}. {heading}" if leans else article.title
