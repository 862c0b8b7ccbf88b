"""Choose the article where none is named, and the error where that is not possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article


class UnknownArticleError(LookupError):
    """Raised when no article has the id, or when one must be chosen; the message says which."""


def only_article(articles: Sequence[Article]) -> Article:
    """Return the only article that there is.

    Raises:
        UnknownArticleError: There is none, or one of several must be chosen.
    """
    if len(articles) == 1:
        return articles[0]
    message = (
        f"there are {len(articles)} articles: choose one"
        if articles
        else "there are no articles yet"
    )
    raise UnknownArticleError(message)
