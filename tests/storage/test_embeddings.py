from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ingest.corpus import read_corpus
from bot.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.stores import Stores


async def test_embeddings_are_kept_for_as_long_as_the_version_of_their_article(
    corpus: Path, stores: Stores
) -> None:
    articles = read_corpus(corpus).articles
    encodings = Library(articles).encodings
    await stores.articles.save(articles, (), encodings, {})
    key = articles[0].key
    await stores.embeddings.save({key: b"one", (key[0], "another version"): b"two"})
    assert await stores.embeddings.load() == {key: b"one"}
    await stores.embeddings.save({key: b"three"})
    assert await stores.embeddings.load() == {key: b"three"}
    assert await stores.embeddings.load("another scope") == {}
    await stores.articles.save(articles[:1], (), encodings, {})
    assert await stores.embeddings.load() == {}
