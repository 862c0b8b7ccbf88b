"""A database of every version there was is kept in ``databases/``, and still serves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.library.reloading.librarian import Librarian
from bot.storage.answers import Votes
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.sqlite.answers import SqliteAnswerStore
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.command_sets import SqliteCommandSetStore
from bot.storage.sqlite.guilds import SqliteGuildStore
from bot.storage.sqlite.host_rests import SqliteHostRestStore
from bot.storage.sqlite.migrations import MIGRATIONS
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.ownership import APPLICATION_ID
from bot.storage.sqlite.sources import SqliteSourceStore

DATABASES = Path(__file__).parent / "databases"


def test_a_database_of_every_version_is_kept() -> None:
    kept = {path.stem for path in DATABASES.glob("*.sql")}
    assert kept == {migration.name for migration in MIGRATIONS}


@pytest.mark.parametrize("version", [migration.name for migration in MIGRATIONS])
async def test_every_earlier_database_is_brought_forward_with_what_it_holds(
    version: str, tmp_path: Path
) -> None:
    path = tmp_path / "footnote.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((DATABASES / f"{version}.sql").read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database = await open_database(path)
    librarian = Librarian(
        tmp_path / "no corpus", SqliteArticleStore(database), LocalChangeNotifier()
    )
    await librarian.load()
    assert librarian.library.ask("Where were otters seen?").answered
    assert await SqliteCommandSetStore(database).digest(42) == "abc"
    if version >= "0003":
        guilds = SqliteGuildStore(database)
        await guilds.load()
        assert guilds.get(7).private
        assert await SqliteAnswerStore(database).votes("an-answer") == Votes(1, 0)
        assert await SqliteAnswerStore(database).votes("an-answer", 1) == Votes()
    if version >= "0008":
        assert (await SqliteSourceStore(database).load("7")).sources[0].title == "City News"
    if version >= "0009":
        (entry,) = (await SqliteSourceStore(database).load("7")).entries
        assert entry.mark == "0123456789abcdef"
    if version >= "0010":
        # The file has a time that is still to come, however late it is read.
        until = "UPDATE host_rests SET until = strftime('%s') + 60"
        await database.execute(until)
        rest = await SqliteHostRestStore(database).left("news.example")
        assert rest is not None
        assert rest[1] == "the site answers 429 Too Many Requests"
    names = [row["name"] for row in await database.fetch("SELECT name FROM migrations")]
    assert names == [migration.name for migration in MIGRATIONS]
    assert (await database.fetch("PRAGMA integrity_check"))[0][0] == "ok"
    await librarian.close()
    await database.close()
