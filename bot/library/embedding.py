"""Embed the articles of a library, and say whether that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.meaning.embeddings import embed_article, is_understood
from bot.retrieval.meaning.models import shipped_models
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.library.embedding_cache import EmbeddingCache
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings, TextEncoder
    from bot.retrieval.meaning.models import Models


def wanted_models() -> Models | None:
    """Return the models that ship with the package, or ``None`` if the settings do without.

    Raises:
        SettingsError: An option holds what it can't.
    """
    return shipped_models() if load_settings().meaning == "on" else None


def embed_articles(
    articles: Sequence[Article],
    known: Mapping[ArticleKey, ArticleEmbeddings],
    encoder: TextEncoder,
    cache: EmbeddingCache,
    progress: Callable[[int, int], None] | None = None,
) -> dict[ArticleKey, ArticleEmbeddings]:
    """Return the embeddings of articles, by :attr:`Article.key`.

    Args:
        articles: The articles; only those in a language that is understood are embedded.
        known: Embeddings of some of them.
        encoder: Makes the others.
        cache: Where those may be kept, and where new ones are put.
        progress: Called with the number of articles done and of all articles.
    """
    articles = [one for one in articles if is_understood(one)]
    found = {}
    for number, article in enumerate(articles, start=1):
        one = known.get(article.key) or cache.get(article)
        if one is None:
            one = embed_article(article, encoder)
            cache.put(article, one)
        found[article.key] = one
        if progress:
            progress(number, len(articles))
    return found
