from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ingest.corpus import read_corpus
from bot.library.analysis import analyse_articles
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database

if TYPE_CHECKING:
    from pathlib import Path


async def test_articles_come_back_as_they_were(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    articles = read_corpus(corpus).articles
    analysis = analyse_articles(articles)
    figures = [analysis.people_of(article) for article in articles]
    await store.save(articles, (), analysis)
    loaded, again = await store.load()
    assert loaded == articles
    assert again is not None
    assert again.vocabulary.forms == analysis.vocabulary.forms
    assert [again.people_of(article) for article in articles] == figures
    for key, encoded in analysis.encoded.items():
        assert again.encoded[key].tolist() == encoded.tolist()
    await database.close()


async def test_saves_changes_and_forgets_what_is_removed(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    articles = read_corpus(corpus).articles
    analysis = analyse_articles(articles)
    await store.save(articles, (), analysis)
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    changed = read_corpus(corpus).articles[1]
    await store.save([changed], ["bridge"], analyse_articles([changed], analysis))
    assert (await store.load())[0] == (changed,)
    assert len(await database.fetch("SELECT * FROM passages")) == 1
    await database.close()


async def test_scopes_do_not_see_each_other(corpus: Path, tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    first, second = read_corpus(corpus).articles
    analysis = analyse_articles([first, second])
    await store.save([first], (), analysis, scope="1")
    await store.save([second], (), analysis, scope="2")
    assert (await store.load("1"))[0] == (first,)
    assert (await store.load("2"))[0] == (second,)
    assert (await store.load())[0] == ()
    await database.close()


async def test_what_another_version_analysed_is_analysed_again(
    corpus: Path, tmp_path: Path
) -> None:
    database = await open_database(tmp_path / "footnote.db")
    store = SqliteArticleStore(database)
    articles = read_corpus(corpus).articles
    await store.save(articles, (), analyse_articles(articles))
    await database.execute("UPDATE analysis SET version = 'of another time'")
    assert (await store.load())[1] is None
    await store.save(articles[:1], (), analyse_articles(articles))
    loaded, analysis = await store.load()
    assert analysis is not None
    assert [(a.id, a.digest) in analysis.encoded for a in loaded] == [True, False]
    await database.close()
