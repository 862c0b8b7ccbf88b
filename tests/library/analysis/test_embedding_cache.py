from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from bot.library.analysis.embedding_cache import EmbeddingCache
from bot.retrieval.meaning.embeddings import embed_article
from tests.retrieval.meaning.embedding_letters import LetterEncoder, made_article

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_found_by_content(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path / "new" / "folder")
    article = made_article("one", "Boats sank. Nobody was hurt.")
    embeddings = embed_article(article, LetterEncoder())
    assert cache.get(article) is None
    cache.put(article, embeddings)
    again = EmbeddingCache(tmp_path / "new" / "folder").get(
        made_article("two", "Boats sank. Nobody was hurt.")
    )
    assert again is not None
    assert np.array_equal(again.vectors, embeddings.vectors)
    assert cache.get(made_article("one", "Boats sank. Nobody drowned.")) is None


def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    cache = EmbeddingCache(tmp_path)
    article = made_article("one", "Boats sank.")
    cache.put(article, embed_article(article, LetterEncoder()))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert cache.get(article) is None
    kept.write_bytes(b"")
    assert cache.get(article) is None


def test_the_folder_stays_within_its_bounds(tmp_path: Path) -> None:
    articles = [made_article("one", f"Boats number {number} sank.") for number in range(3)]
    embeddings = [embed_article(article, LetterEncoder()) for article in articles]
    cache = EmbeddingCache(tmp_path, most_bytes=2 * len(embeddings[0].to_bytes()))
    for age, article, one in zip((30, 10, 20), articles, embeddings, strict=True):
        cache.put(article, one)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_ctime_ns)
        os.utime(newest, (1_000_000 - age, 1_000_000 - age))
    cache.prune()
    assert [cache.get(article) is not None for article in articles] == [False, True, True]


def test_a_folder_that_cannot_be_written_hurts_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = EmbeddingCache(tmp_path / "file")
    article = made_article("one", "Boats sank.")
    cache.put(article, embed_article(article, LetterEncoder()))
    cache.prune()
    assert cache.get(article) is None
