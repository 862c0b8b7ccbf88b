"""Encode the articles of a library, taking over what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.index.encoder import ArticleEncoder, is_current

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle


def encode_articles(
    articles: Sequence[Article], known: Mapping[ArticleKey, EncodedArticle]
) -> list[EncodedArticle]:
    """Return the encodings of articles, in order.

    Args:
        articles: The articles.
        known: Known encodings, used where they are current.
    """
    encoder = ArticleEncoder()
    encoded = []
    for article in articles:
        one = known.get(article.key)
        if one is None or not is_current(one, article):
            one = encoder.encode(article)
        encoded.append(one)
    return encoded
