"""Everything that is kept moves from SQLite to PostgreSQL and back, and is compared."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.library.library import Library
from bot.storage.answers import ShownAnswer, StoredHit
from bot.storage.errors import DatabaseError
from bot.storage.guild_settings import GuildSettings
from bot.storage.moving import move
from bot.storage.opening import open_stores
from bot.storage.sources import Entry, FeedSettings, Source, SourceChange
from bot.storage.sqlite.copying import SqliteCopy
from bot.storage.tables import TABLES
from tests.postgresql import execute

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 11, 28)


async def fill(database: Path | str, corpus: Path) -> None:
    """Keep something in every table."""
    articles = read_corpus(corpus).articles
    encodings = Library(articles).encodings
    async with open_stores(database) as stores:
        await stores.articles.save(articles, (), encodings, {articles[0].key: "[]"})
        await stores.embeddings.save({articles[0].key: bytes(range(256))})
        hits = (StoredHit("bridge", "ab", 1, 0),)
        for number in range(1200):
            stores.answers.save(ShownAnswer(f"a{number}", 7, 1, answered=True, hits=hits))
        await stores.answers.vote("a7", 9, -1)
        await stores.guilds.save(7, GuildSettings(private=True))
        stores.questions.note(7, "wo ist Ärger?", DAY, answered=False)
        await stores.questions.begin_week(7, DAY)
        await stores.command_sets.remember(5, "abc")
        feed = Source("f1", "feed", "City", 9, 100, settings=FeedSettings(channel=77))
        entries = [Entry("f1", one.file, one.id, 120, None) for one in articles]
        announced = [one.id for one in articles]
        change = SourceChange(feed, articles, encodings, {}, entries, announced=announced)
        await stores.sources.save("7", change)
        await stores.host_rests.note("news.example", 3600, "the site answers 429")


async def test_everything_moves_there_and_back(
    corpus: Path, tmp_path: Path, postgresql: str
) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    await fill(first, corpus)
    there = await move(first, postgresql)
    assert {moved.table for moved in there} == set(TABLES)
    assert all(moved.rows for moved in there)
    assert await move(postgresql, second) == there
    with closing(sqlite3.connect(first)) as one, closing(sqlite3.connect(second)) as other:
        for table, columns in TABLES.items():
            query = f"SELECT {columns} FROM {table} ORDER BY {columns}"  # noqa: S608
            assert one.execute(query).fetchall() == other.execute(query).fetchall(), table
    async with open_stores(postgresql) as stores:
        assert (await stores.articles.load()).articles == read_corpus(corpus).articles
        assert len(await stores.sources.announcements()) == 2


async def test_nothing_is_moved_over_what_is_there(
    corpus: Path, tmp_path: Path, postgresql: str
) -> None:
    await fill(tmp_path / "first.db", corpus)
    async with open_stores(postgresql) as stores:
        await stores.command_sets.remember(5, "mine")
    with pytest.raises(DatabaseError, match="the table synced_commands is not empty"):
        await move(tmp_path / "first.db", postgresql)
    assert await execute(postgresql, "SELECT * FROM articles") == []


async def test_a_database_is_not_moved_to_itself(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "first.db"):
        pass
    (tmp_path / "link.db").symlink_to(tmp_path / "first.db")
    for target in ("first.db", "link.db"):
        with pytest.raises(DatabaseError, match="both names are those of one database"):
            await move(tmp_path / "first.db", tmp_path / target)


async def test_a_file_that_is_not_there_is_told_and_not_made(
    tmp_path: Path, postgresql: str
) -> None:
    with pytest.raises(DatabaseError, match="there is no database"):
        await move(tmp_path / "none.db", postgresql)
    assert not (tmp_path / "none.db").exists()


async def test_all_tables_that_both_have_are_moved(tmp_path: Path, postgresql: str) -> None:
    async with open_stores(tmp_path / "footnote.db"), open_stores(postgresql):
        pass
    with closing(sqlite3.connect(tmp_path / "footnote.db")) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema")]
        tables = {name for name in names if not name.startswith("sqlite_")}
        tables = {name for name in tables if not re.search("_by_|_to_come", name)} - {"migrations"}
        for table in tables:
            rows = database.execute(f"PRAGMA table_info({table})").fetchall()
            assert {row[1] for row in rows} == set(TABLES[table].split(", ")), table
    assert tables == set(TABLES)
    for table, columns in TABLES.items():
        rows = await execute(
            postgresql,
            "SELECT column_name FROM information_schema.columns "  # noqa: S608
            f"WHERE table_name = '{table}' AND is_identity = 'NO'",
        )
        assert {row["column_name"] for row in rows} == set(columns.split(", ")), table


async def test_what_is_not_written_as_it_was_read_undoes_the_whole_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    async with open_stores(first) as stores:
        await stores.guilds.save(7, GuildSettings(private=True))
        await stores.command_sets.remember(5, "abc")
    write = SqliteCopy.write

    async def garble(
        copy: SqliteCopy, table: str, columns: str, rows: list[tuple[object, ...]]
    ) -> None:
        if table == "synced_commands":
            rows = [(application, f"{digest}?") for application, digest in rows]
        await write(copy, table, columns, rows)

    monkeypatch.setattr(SqliteCopy, "write", garble)
    with pytest.raises(DatabaseError, match="written to synced_commands differ from those read"):
        await move(first, second)
    monkeypatch.undo()
    async with open_stores(second) as stores:
        await stores.guilds.load()
        assert stores.guilds.guild_ids() == set()
