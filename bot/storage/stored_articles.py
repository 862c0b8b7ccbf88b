"""The articles that are stored of each server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle


@dataclass(frozen=True, slots=True)
class StoredArticles:
    """What is stored of a scope.

    Attributes:
        articles: The articles, in the order of their files.
        encodings: Their encodings, by article; those that are damaged are missing.
        people: The people found in them, packed, by article.
        version: The version of the scope; it grows with every change.
    """

    articles: tuple[Article, ...]
    encodings: Mapping[ArticleKey, EncodedArticle]
    people: Mapping[ArticleKey, str]
    version: int
