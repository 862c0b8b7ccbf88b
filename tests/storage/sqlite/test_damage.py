from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.storage.answers import ShownAnswer
from bot.storage.errors import DatabaseError
from bot.storage.guild_settings import DEFAULTS
from bot.storage.sqlite.migrations import MIGRATIONS
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.ownership import APPLICATION_ID
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from pathlib import Path


def truncated(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE t (x)")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 200)
    connection.commit()
    connection.close()
    path.write_bytes(path.read_bytes()[:9000])


def without_first_page(path: Path) -> None:
    made_by_migrations(path)
    with path.open("r+b") as file:
        file.write(b"\xff" * 4096)


def without_header(path: Path) -> None:
    made_by_migrations(path)
    with path.open("r+b") as file:
        file.write(b"\0" * 100)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(3 * 4096))


def made_by_migrations(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for migration in MIGRATIONS:
            for statement in migration.statements:
                connection.execute(statement)
        connection.execute(
            "CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"
        )
        connection.commit()


@pytest.mark.parametrize("spoil", [truncated, without_first_page, without_header, zeros])
async def test_sets_an_unusable_file_aside_and_starts_anew(
    tmp_path: Path, spoil: object, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "footnote.db"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()
    database = await open_database(path)
    assert await database.fetch("SELECT * FROM articles") == []
    await database.close()
    (aside,) = tmp_path.glob("footnote.db.set-aside-*")
    assert aside.read_bytes() == before
    assert "set aside" in caplog.text


async def test_damage_found_while_running_sets_the_file_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    await database.clear_journal()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    assert await database.fetch("SELECT * FROM synced_commands") == []
    await database.execute("INSERT INTO synced_commands VALUES (2, 'b')")
    assert len(await database.fetch("SELECT * FROM synced_commands")) == 1
    assert (await database.look()).writable
    await database.close()
    assert "set aside" in caplog.text
    assert list(tmp_path.glob("footnote.db.set-aside-*"))


async def test_a_write_that_finds_damage_fails_once(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    await database.execute("DROP TABLE synced_commands")
    with pytest.raises(DatabaseError, match="try again"):
        await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    await database.close()


async def test_a_damaged_database_that_cannot_be_set_aside_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "footnote.db"
    truncated(path)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(type(path), "rename", refuse)
    with pytest.raises(DatabaseError, match=r"footnote\.db can't be opened .*Read-only"):
        await open_database(path)


@pytest.mark.parametrize(
    "settings", ["{", "[]", '{"private": 1}', '{"channels": ["x"]}', '{"kept_days": "1"}']
)
async def test_settings_that_cannot_be_right_set_the_file_aside(
    tmp_path: Path, settings: str
) -> None:
    path = tmp_path / "footnote.db"
    async with open_stores(path) as stores:
        await stores.guilds.save(7, DEFAULTS)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE guild_settings SET settings = ?", (settings,))
    async with open_stores(path) as stores:
        await stores.guilds.load()
        assert stores.guilds.get(7) == DEFAULTS
    assert list(tmp_path.glob("footnote.db.set-aside-*"))


@pytest.mark.parametrize("hits", ["[", "[1]", '[["a", "b", "x", 0]]', "{}x"])
async def test_so_does_an_answer(tmp_path: Path, hits: str) -> None:
    path = tmp_path / "footnote.db"
    async with open_stores(path) as stores:
        stores.answers.save(ShownAnswer("an-answer", 7, 8, answered=True, hits=()))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE answers SET hits = ?", (hits,))
    async with open_stores(path) as stores:
        assert await stores.answers.get("an-answer") is None
    assert list(tmp_path.glob("footnote.db.set-aside-*"))


async def test_a_name_of_a_migration_that_there_never_was_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    await database.execute("UPDATE migrations SET name = '0002^analysis' WHERE name LIKE '0002%'")
    await database.close()
    await (await open_database(path)).close()
    assert list(tmp_path.glob("footnote.db.set-aside-*"))
