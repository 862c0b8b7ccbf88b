"""Another program's file, named by mistake, is left as it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.errors import DatabaseError
from bot.storage.sqlite.backup import back_up, restore
from bot.storage.sqlite.opening import open_database

DATABASES = Path(__file__).parent / "databases"
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40


def customers(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE customers (name)")
        connection.execute("CREATE TABLE articles (title)")
        connection.commit()


def marked_and_empty(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")


def damaged_customers(path: Path) -> None:
    customers(path)
    path.write_bytes(path.read_bytes()[:5000])


def text(path: Path) -> None:
    path.write_text("Milk, eggs, and a new lamp for the tower.\n" * 100)


def photo(path: Path) -> None:
    path.write_bytes(PHOTO)


def dump(path: Path) -> None:
    path.write_bytes((DATABASES / "0010_host_rests.sql").read_bytes())


FOREIGN = [customers, marked_and_empty, damaged_customers, text, photo, dump]


@pytest.mark.parametrize("write", FOREIGN)
async def test_a_file_of_another_program_is_refused_and_left_as_it_is(
    tmp_path: Path, write: object
) -> None:
    path = tmp_path / "other.db"
    assert callable(write)
    write(path)
    path.chmod(0o644)
    before = path.read_bytes()
    with pytest.raises(DatabaseError) as raised:
        await open_database(path)
    assert str(path) in str(raised.value)
    assert "left as it is: name another file in FOOTNOTE_DATABASE" in str(raised.value)
    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]
    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o644


async def test_so_is_one_that_its_program_has_open(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE customers (name)")
        connection.execute("INSERT INTO customers VALUES ('Ann')")
        connection.commit()
        before = sorted(tmp_path.iterdir())
        with pytest.raises(DatabaseError, match="database of another program"):
            await open_database(path)
        assert sorted(tmp_path.iterdir()) == before
        assert connection.execute("SELECT name FROM customers").fetchall() == [("Ann",)]


async def test_so_is_one_that_a_link_names_and_that_is_still_in_its_journal(
    tmp_path: Path,
) -> None:
    (tmp_path / "theirs").mkdir()
    path, link = tmp_path / "theirs" / "other.db", tmp_path / "link.db"
    link.symlink_to(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE customers (name)")
        connection.commit()
        with pytest.raises(DatabaseError, match="database of another program"):
            await open_database(link)
        tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert tables == [("customers",)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes.")
async def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(DatabaseError, match="pipe is a pipe or a device: name a file in"):
        await open_database(path)
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]


def test_it_is_neither_backed_up_nor_replaced(tmp_path: Path) -> None:
    path, copy = tmp_path / "other.db", tmp_path / "copy.db"
    customers(path)
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="database of another program"):
        back_up(path, copy)
    copy.write_bytes(PHOTO)
    with pytest.raises(DatabaseError, match="database of another program"):
        restore(path, copy)
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "other.db"]


@pytest.mark.parametrize("version", sorted(file.stem for file in DATABASES.glob("*.sql")))
async def test_a_database_made_of_a_dump_is_known_by_its_tables(
    tmp_path: Path, version: str
) -> None:
    path = tmp_path / "footnote.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((DATABASES / f"{version}.sql").read_text(encoding="utf-8"))
    database = await open_database(path)
    rows = await database.fetch("SELECT digest FROM synced_commands")
    await database.close()
    assert [row["digest"] for row in rows] == ["abc"]


async def test_one_whose_beginning_is_still_in_its_journal_is_known(tmp_path: Path) -> None:
    path, copied = tmp_path / "footnote.db", tmp_path / "killed.db"
    database = await open_database(path)
    await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    for ending in ("", "-wal"):
        copied.with_name(f"killed.db{ending}").write_bytes(
            path.with_name(f"footnote.db{ending}").read_bytes()
        )
    await database.close()
    again = await open_database(copied)
    assert len(await again.fetch("SELECT * FROM synced_commands")) == 1
    await again.close()
