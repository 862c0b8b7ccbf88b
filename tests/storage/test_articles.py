from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ingest.corpus import read_corpus
from bot.storage.articles import ArticleStore
from bot.storage.database import open_database

if TYPE_CHECKING:
    from pathlib import Path


async def test_articles_come_back_as_they_were(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = ArticleStore(database)
    articles = read_corpus(corpus).articles
    await store.save(articles, ())
    assert await store.load() == articles
    await database.close()


async def test_saves_changes_and_forgets_what_is_removed(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = ArticleStore(database)
    await store.save(read_corpus(corpus).articles, ())
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    changed = read_corpus(corpus).articles[1]
    await store.save([changed], ["bridge"])
    assert await store.load() == (changed,)
    assert len(await database.fetch("SELECT * FROM passages")) == 1
    await database.close()


async def test_scopes_do_not_see_each_other(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = ArticleStore(database)
    first, second = read_corpus(corpus).articles
    await store.save([first], (), scope="1")
    await store.save([second], (), scope="2")
    assert await store.load("1") == (first,)
    assert await store.load("2") == (second,)
    assert await store.load() == ()
    await database.close()
