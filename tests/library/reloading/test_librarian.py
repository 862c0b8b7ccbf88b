from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.ingest.folder import CorpusFolderError
from bot.library.reloading.librarian import Librarian
from bot.retrieval.index.encoder import ArticleEncoder
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.errors import DatabaseError
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.articles.article import Article
    from bot.articles.encoded import EncodedArticle
    from bot.library.library import Library


@asynccontextmanager
async def librarian_of(corpus: Path, tmp_path: Path) -> AsyncIterator[Librarian]:
    database = await open_database(tmp_path / "footnote.db")
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
    try:
        await librarian.load()
        yield librarian
    finally:
        await librarian.close()
        await database.close()


def titles(library: Library) -> list[str]:
    return [article.title for article in library.articles]


async def test_a_restart_parses_nothing_that_has_not_changed(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with librarian_of(corpus, tmp_path) as first:
        before = first.library.ask("What did the harbour bridge cost?").to_dict()
    parsed: list[str] = []
    monkeypatch.setattr(
        "bot.ingest.document_reader.parse_article", lambda _, file, _id: parsed.append(file)
    )
    async with librarian_of(corpus, tmp_path) as second:
        assert second.library.ask("What did the harbour bridge cost?").to_dict() == before
    assert parsed == []


async def test_what_an_earlier_version_encoded_is_encoded_anew_once(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "bridge.md").write_text("# Bridge\n\nThe plan is at https://example.com/foo now.\n")
    with monkeypatch.context() as earlier:
        earlier.setattr("bot.retrieval.index.encoder.VERSION", "3")
        earlier.setattr("bot.language.analysis.analyser.without_addresses", str)
        async with librarian_of(corpus, tmp_path) as first:
            assert first.library.ask("foo").hits
    encoded: list[str] = []
    encode = ArticleEncoder.encode

    def noting(self: ArticleEncoder, article: Article) -> EncodedArticle:
        encoded.append(article.file)
        return encode(self, article)

    monkeypatch.setattr(ArticleEncoder, "encode", noting)
    for expected in (["bridge.md", "otters.txt"], []):
        encoded.clear()
        async with librarian_of(corpus, tmp_path) as restarted:
            assert not restarted.library.ask("foo").hits
        assert encoded == expected


async def test_a_bad_edit_leaves_the_last_good_version_in_service(
    corpus: Path, tmp_path: Path
) -> None:
    async with librarian_of(corpus, tmp_path) as librarian:
        (corpus / "bridge.md").write_text("---\ndate: someday\n---\nBroken.")
        report = await librarian.reload()
        (refused,) = report.refused
        assert (refused.refusal.file, refused.kept) == ("bridge.md", True)
        assert librarian.library.ask("Who is Ann Lee?").answered
    async with librarian_of(corpus, tmp_path) as librarian:
        assert librarian.library.ask("Who is Ann Lee?").answered


async def test_a_broken_folder_does_not_silence_the_bot(
    corpus: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with librarian_of(corpus, tmp_path):
        pass
    corpus.rename(tmp_path / "elsewhere")
    async with librarian_of(corpus, tmp_path) as librarian:
        assert librarian.library.ask("Who is Ann Lee?").answered
        assert "can't be read" in caplog.text
        with pytest.raises(CorpusFolderError):
            await librarian.reload()


async def test_a_question_under_way_keeps_its_library(corpus: Path, tmp_path: Path) -> None:
    async with librarian_of(corpus, tmp_path) as librarian:
        under_way = librarian.library
        (corpus / "bridge.md").unlink()
        await librarian.reload()
        assert under_way.ask("Who is Ann Lee?").answered
        assert not librarian.library.ask("Who is Ann Lee?").answered


async def test_a_reload_without_changes_keeps_the_library(corpus: Path, tmp_path: Path) -> None:
    async with librarian_of(corpus, tmp_path) as librarian:
        before = librarian.library
        report = await librarian.reload()
        assert librarian.library is before
        assert report.unchanged == 2


async def test_a_save_that_fails_leaves_the_old_library_in_service(
    corpus: Path, tmp_path: Path
) -> None:
    database = await open_database(tmp_path / "footnote.db")
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
    await librarian.load()
    before = librarian.library
    await librarian.close()
    (corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    await database.close()
    with pytest.raises(DatabaseError, match="closed"):
        await librarian.reload()
    assert librarian.library is before
    assert titles(librarian.library) == [a.title for a in before.articles]


async def test_a_librarian_serves_what_another_of_the_same_store_has_read(
    corpus: Path, tmp_path: Path
) -> None:
    async with open_stores(tmp_path / "footnote.db") as stores:
        reading, serving = (Librarian(corpus, stores.articles, stores.notifier) for _ in range(2))
        await reading.load()
        await serving.load()
        (corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
        served = serving.library
        await reading.reload()
        while serving.library is served:  # noqa: ASYNC110 - nothing tells of the swap
            await asyncio.sleep(0)
        assert serving.library.ask("Where did the ferry sink?").answered
        assert not served.ask("Where did the ferry sink?").answered
        await reading.close()
        await serving.close()
