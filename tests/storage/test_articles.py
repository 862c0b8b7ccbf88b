from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.ingest.corpus import read_corpus
from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.library.reloading.librarian import Librarian
from bot.storage.article_rows import sealed
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.sources import Entry, Source, SourceChange

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.articles.article import Article
    from bot.storage.stores import ArticleStore, Stores
    from tests.storage.conftest import Kept


async def save(
    store: ArticleStore, articles: Sequence[Article], removed: Collection[str] = ()
) -> None:
    await store.save(articles, removed, Library(articles).encodings, {})


async def bring(stores: Stores, scope: str, *articles: Article) -> int:
    """Let a server bring in articles of its own."""
    source = Source("s1", "file", "Files", 9, 100, state="kept")
    entries = [Entry("s1", one.file, one.id, 100) for one in articles]
    encodings = Library(articles).encodings
    return await stores.sources.save(scope, SourceChange(source, articles, encodings, {}, entries))


async def test_articles_come_back_as_they_were(corpus: Path, kept: Kept) -> None:
    store = kept.stores.articles
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


async def test_people_found_later_are_saved_for_the_version_they_were_found_in(
    corpus: Path, kept: Kept
) -> None:
    store = kept.stores.articles
    first, second = read_corpus(corpus).articles
    await save(store, [first, second])
    await store.save_people({first.key: "[]", replace(second, digest="old").key: "[]"})
    assert (await store.load()).people == {first.key: "[]"}


async def test_saves_changes_and_forgets_what_is_removed(corpus: Path, kept: Kept) -> None:
    store = kept.stores.articles
    await save(store, read_corpus(corpus).articles)
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    changed = read_corpus(corpus).articles[1]
    await save(store, [changed], ["bridge"])
    stored = await store.load()
    assert stored.articles == (changed,)
    assert set(stored.encodings) == {changed.key}
    assert len(await kept.run("SELECT * FROM passages")) == 1
    assert len(await kept.run("SELECT * FROM analyses")) == 1


async def test_scopes_do_not_see_each_other(corpus: Path, kept: Kept) -> None:
    store = kept.stores.articles
    articles = read_corpus(corpus).articles
    twin = parse_article(b"# Ferry\n\nThe ferry is late. Nobody was told.\n", articles[0].file)
    assert twin.id == articles[0].id
    await bring(kept.stores, "1", *articles)
    await bring(kept.stores, "2", twin)
    assert (await store.load("1")).articles == articles
    assert (await store.load("2")).articles == (twin,)
    assert (await store.load()).articles == ()
    await save(store, [twin])
    await save(store, [], [twin.id])
    await kept.stores.sources.delete("2", "s1")
    assert (await store.load("1")).articles == articles
    assert (await store.load("2")).articles == (await store.load()).articles == ()


async def test_a_damaged_encoding_is_left_out(
    corpus: Path, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    store = kept.stores.articles
    first, second = read_corpus(corpus).articles
    await save(store, [first, second])
    packed = bytearray(Library([first]).encodings[first.key].to_bytes())
    packed[40] ^= 1
    literal = f"X'{packed.hex()}'" if isinstance(kept.address, Path) else f"'\\x{packed.hex()}'"
    await kept.run(f"UPDATE analyses SET encoding = {literal} WHERE article_id = 'bridge'")  # noqa: S608
    stored = await store.load()
    assert set(stored.encodings) == {second.key}
    assert first.file in caplog.text
    library = Library(stored.articles, (), stored.encodings)
    assert library.ask("Who is Ann Lee?").answered


async def test_an_encoding_of_another_form_is_made_anew(
    corpus: Path, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    store = kept.stores.articles
    first, second = read_corpus(corpus).articles
    await save(store, [first, second])
    packed = sealed("", first.key, b"of a version that nobody knows").hex()
    literal = f"X'{packed}'" if isinstance(kept.address, Path) else f"'\\x{packed}'"
    await kept.run(f"UPDATE analyses SET encoding = {literal} WHERE article_id = 'bridge'")  # noqa: S608
    assert set((await store.load()).encodings) == {second.key}
    assert "bridge.md: an encoded article is damaged" in caplog.text


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE passages SET text = replace(text, '4.5 million', '9.5 million')",
        "UPDATE passages SET sentences = '0 5' WHERE article_id = 'bridge' AND position = 1",
        "UPDATE passages SET number = 9 WHERE article_id = 'bridge' AND position = 1",
        "UPDATE passages SET heading = 'Elsewhere' WHERE article_id = 'bridge' AND position = 1",
        "UPDATE passages SET position = 99 WHERE article_id = 'bridge' AND position = 0",
        "UPDATE passages SET id = 'bridge#9' WHERE article_id = 'bridge' AND position = 1",
        "UPDATE articles SET author = 'Somebody else' WHERE id = 'bridge'",
        "UPDATE articles SET source = 'Elsewhere' WHERE id = 'bridge'",
        "UPDATE articles SET url = 'https://elsewhere.example/' WHERE id = 'bridge'",
        "DELETE FROM passages WHERE article_id = 'bridge' AND position = 1",
        "UPDATE articles SET title = 'Harbour bridge closes' WHERE id = 'bridge'",
        "UPDATE articles SET date = '2024-13-45' WHERE id = 'bridge'",
        "UPDATE removals SET removals = '[' WHERE article_id = 'bridge'",
        "DELETE FROM removals WHERE article_id = 'bridge'",
        "UPDATE articles SET checksum = 'x' WHERE id = 'bridge'",
        "UPDATE articles SET checksum = '', digest = '', date = 'x' WHERE id = 'bridge'",
    ],
)
async def test_a_damaged_article_is_read_from_its_file_again(
    corpus: Path, kept: Kept, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = kept.stores.articles
    articles = read_corpus(corpus).articles
    await save(store, articles)
    await kept.run(damage)
    assert [article.id for article in (await store.load()).articles] == ["otters"]
    assert "bridge.md is damaged" in caplog.text
    assert len(await kept.run("SELECT * FROM articles")) == 1
    librarian = Librarian(corpus, store, LocalChangeNotifier())
    await librarian.load()
    assert librarian.library.articles == articles
    assert (await store.load()).articles == articles
    await librarian.close()


async def test_a_good_version_of_a_damaged_article_is_not_deleted(
    corpus: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = kept.stores.articles
    bridge, _ = read_corpus(corpus).articles
    await save(store, [bridge])
    await kept.run("UPDATE passages SET text = replace(text, '4.5 million', '9.5 million')")
    begin = asyncio.to_thread

    async def slowly(*work: Any) -> Any:
        result = await begin(*work)
        monkeypatch.undo()
        await save(store, [replace(bridge, title="A new version", digest="new")])
        return result

    monkeypatch.setattr(asyncio, "to_thread", slowly)
    assert (await store.load()).articles == ()
    assert [article.title for article in (await store.load()).articles] == ["A new version"]


async def test_a_damaged_article_of_a_server_is_named_with_the_server(
    corpus: Path, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    store = kept.stores.articles
    await bring(kept.stores, "7", *read_corpus(corpus).articles)
    await kept.run("UPDATE articles SET author = 'Somebody else' WHERE id = 'bridge'")
    assert [article.id for article in (await store.load("7")).articles] == ["otters"]
    assert "bridge.md of the server 7 is damaged" in caplog.text
    assert "read again" not in caplog.text


async def test_damaged_people_are_looked_for_again(corpus: Path, kept: Kept) -> None:
    store = kept.stores.articles
    articles = read_corpus(corpus).articles
    people = {article.key: f"[{article.id}]" for article in articles}
    await store.save(articles, (), Library(articles).encodings, people)
    if isinstance(kept.address, Path):
        changed = "CAST(replace(people, 'otters', 'rotter') AS BLOB)"
    else:
        changed = "CASE article_id WHEN 'otters' THEN people || 'x' ELSE people END"
    await kept.run(f"UPDATE analyses SET people = {changed}")  # noqa: S608
    assert (await store.load()).people == {articles[0].key: "[bridge]"}


async def test_every_change_of_a_scope_has_a_version(corpus: Path, kept: Kept) -> None:
    store = kept.stores.articles
    first, second = read_corpus(corpus).articles
    encodings = Library([first, second]).encodings
    assert await store.save([first], (), encodings, {}) == 1
    assert await store.save([second], (), encodings, {}) == 2
    assert await bring(kept.stores, "7", first) == 1
    assert ((await store.load()).version, (await store.load("8")).version) == (2, 0)
