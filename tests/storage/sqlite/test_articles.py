from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.ingest.corpus import read_corpus
from bot.library.library import Library
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import pytest

    from bot.articles.article import Article


async def save(
    store: SqliteArticleStore,
    articles: Sequence[Article],
    removed: Collection[str] = (),
    scope: str = "",
) -> None:
    await store.save(articles, removed, Library(articles).encodings, {}, scope)


async def test_articles_come_back_as_they_were(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    articles = read_corpus(corpus).articles
    encodings = Library(articles).encodings
    people = {articles[0].key: "[3, []]"}
    await store.save(articles, (), encodings, people)
    stored = await store.load()
    assert stored.articles == articles
    assert stored.people == people
    for key, encoded in encodings.items():
        again = stored.encodings[key]
        assert again.forms == encoded.forms
        for part in ("title", "words", "sentence_ends", "cues"):
            np.testing.assert_array_equal(getattr(again, part), getattr(encoded, part))
    await database.close()


async def test_people_found_later_are_saved_for_the_version_they_were_found_in(
    corpus: Path, tmp_path: Path
) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    first, second = read_corpus(corpus).articles
    await save(store, [first, second])
    await store.save_people({first.key: "[]", replace(second, digest="old").key: "[]"})
    assert (await store.load()).people == {first.key: "[]"}
    await database.close()


async def test_saves_changes_and_forgets_what_is_removed(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    await save(store, read_corpus(corpus).articles)
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    changed = read_corpus(corpus).articles[1]
    await save(store, [changed], ["bridge"])
    stored = await store.load()
    assert stored.articles == (changed,)
    assert set(stored.encodings) == {changed.key}
    assert len(await database.fetch("SELECT * FROM passages")) == 1
    assert len(await database.fetch("SELECT * FROM analyses")) == 1
    await database.close()


async def test_scopes_do_not_see_each_other(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    first, second = read_corpus(corpus).articles
    await save(store, [first], scope="1")
    await save(store, [second], scope="2")
    assert (await store.load("1")).articles == (first,)
    assert (await store.load("2")).articles == (second,)
    assert (await store.load()).articles == ()
    await database.close()


async def test_a_damaged_encoding_is_left_out(
    corpus: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    first, second = read_corpus(corpus).articles
    await save(store, [first, second])
    packed = bytearray(Library([first]).encodings[first.key].to_bytes())
    packed[40] ^= 1
    await database.execute(
        "UPDATE analyses SET encoding = ? WHERE article_id = ?", (bytes(packed), first.id)
    )
    stored = await store.load()
    assert set(stored.encodings) == {second.key}
    assert first.file in caplog.text
    library = Library(stored.articles, (), stored.encodings)
    assert library.ask("Who is Ann Lee?").answered
    await database.close()
