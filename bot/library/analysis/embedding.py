"""Embed the articles of a library, and say whether that is wanted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.retrieval.meaning.embeddings import embed_article, is_understood
from bot.retrieval.meaning.models import shipped_models
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.library.analysis.embedding_cache import EmbeddingCache
    from bot.retrieval.meaning.embeddings import ArticleEmbeddings, TextEncoder
    from bot.retrieval.meaning.models import Models


def wanted_models() -> Models | None:
    """Return the models that ship with the package, or ``None`` if the settings turn them off.

    Raises:
        SettingsError: An option is invalid.
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
        articles: The articles; only those in a language that the encoder knows are embedded.
        known: Embeddings of some of them.
        encoder: Makes the others.
        cache: Where embeddings are cached.
        progress: Called with the number of articles embedded so far, and of all articles.
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


def unembedded(articles: Sequence[Article], known: Container[ArticleKey]) -> list[Article]:
    """Return the articles to embed: those in a language that the encoder knows.

    Args:
        articles: The articles.
        known: The keys of those that are embedded.
    """
    return [a for a in articles if a.key not in known and is_understood(a)]


def embed_until(
    articles: Sequence[Article], encoder: TextEncoder, is_stopping: Callable[[], bool]
) -> Iterator[tuple[Article, ArticleEmbeddings]]:
    """Yield articles with their embeddings, one after the other.

    Args:
        articles: The articles.
        encoder: Makes the embeddings.
        is_stopping: Returns whether to stop, even within an article.
    """

    def check() -> None:
        if is_stopping():
            raise InterruptedError

    with suppress(InterruptedError):
        for article in articles:
            yield article, embed_article(article, encoder, check)
