from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.storage.errors import DatabaseError
from bot.storage.migration import Migration
from bot.storage.sqlite import opening
from bot.storage.sqlite.migrations import MIGRATIONS
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.ownership import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path


async def test_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "footnote.db"
    database = await open_database(path)
    (row,) = await database.fetch("PRAGMA journal_mode")
    assert row[0] == "wal"
    assert [row["name"] for row in await database.fetch("SELECT name FROM migrations")] == [
        migration.name for migration in MIGRATIONS
    ]
    await database.close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    raw.close()


async def test_migrations_run_once_and_forward(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    await (await open_database(path)).close()
    extra = Migration("9999_extra", ("CREATE TABLE extra (x)", "INSERT INTO extra VALUES (1)"))
    for _ in range(2):
        database = await open_database(path, [*MIGRATIONS, extra])
        assert len(await database.fetch("SELECT * FROM extra")) == 1
        await database.close()


async def test_a_migration_is_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    await (await open_database(path)).close()
    broken = Migration("9999_broken", ("CREATE TABLE half (x)", "CREATE NONSENSE"))
    with pytest.raises(DatabaseError):
        await open_database(path, [*MIGRATIONS, broken])
    database = await open_database(path)
    assert not await database.fetch("SELECT 1 FROM sqlite_schema WHERE name = 'half'")
    await database.close()


async def test_refuses_a_database_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    newer = Migration("9999_of_the_future", ("CREATE TABLE future (x)",))
    await (await open_database(path, [*MIGRATIONS, newer])).close()
    with pytest.raises(DatabaseError, match=r"newer version.*9999_of_the_future"):
        await open_database(path)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseError, match="FOOTNOTE_DATABASE"):
        await open_database(tmp_path / "file" / "footnote.db")


async def test_an_error_undoes_the_whole_transaction(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO synced_commands VALUES (1, 'x')")
            raise ZeroDivisionError
    assert await database.fetch("SELECT * FROM synced_commands") == []
    await database.execute("INSERT INTO synced_commands VALUES (1, 'x')")
    assert len(await database.fetch("SELECT * FROM synced_commands")) == 1
    await database.close()


async def test_a_text_that_cannot_be_stored_is_a_plain_error(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    with pytest.raises(DatabaseError, match=r"can't be written to \('utf-8' codec can't encode"):
        await database.execute("INSERT INTO synced_commands VALUES (1, ?)", ("\ud83d",))
    await database.execute("INSERT INTO synced_commands VALUES (1, 'x')")
    await database.close()


async def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    async with database.transaction() as connection:
        await connection.execute("INSERT INTO synced_commands VALUES (1, 'a')")
        assert await database.fetch("SELECT * FROM synced_commands") == []
        assert (await database.look()).writable
    assert len(await database.fetch("SELECT * FROM synced_commands")) == 1
    await database.close()


async def test_a_transaction_that_is_given_up_before_it_begins_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)

    async def write() -> None:
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO synced_commands VALUES (1, 'a')")

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(write())
        assert not (await asyncio.wait({waiting}, timeout=0.05))[0]
        waiting.cancel()
        await asyncio.wait({waiting}, timeout=0.05)
        other.execute("ROLLBACK")
    await asyncio.wait({waiting})
    assert await database.fetch("SELECT * FROM synced_commands") == []
    await write()
    assert len(await database.fetch("SELECT * FROM synced_commands")) == 1
    await database.close()


async def test_a_database_held_by_another_program_is_not_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PROBED_FOR", 0.05)
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not (await database.look()).writable
        await database.execute("PRAGMA busy_timeout = 20")
        with pytest.raises(DatabaseError, match="another program"):
            await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    assert (await database.look()).writable
    await database.close()


_NOTE = "INSERT INTO question_counts VALUES (?, 1, 1)"


async def test_notes_are_written_before_what_is_executed_later(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    for guild in range(100):
        database.note(_NOTE, (guild,))
    assert await database.execute("DELETE FROM question_counts WHERE guild_id < 90") == 90
    database.note(_NOTE, (200,))
    async with database.transaction() as connection:
        (row,) = await connection.execute_fetchall("SELECT count(*) FROM question_counts")
        assert row[0] == 11
    database.note(_NOTE, (201,))
    await database.noted()
    assert len(await database.fetch("SELECT * FROM question_counts")) == 12
    await database.close()


async def test_notes_outlive_a_close(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    database.note(_NOTE, (1,))
    await database.close()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM question_counts").fetchone() == (1,)


async def test_a_note_that_cannot_be_written_is_in_the_log_and_the_next_is_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    await database.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        database.note(_NOTE, (1,))
        database.note(_NOTE, (2,))
        await database.noted()
    assert "notes that could not be written to the database: 2" in caplog.text
    database.note(_NOTE, (3,))
    await database.noted()
    (row,) = await database.fetch("SELECT guild_id FROM question_counts")
    assert row["guild_id"] == 3
    await database.close()


async def test_a_database_that_was_deleted_or_exchanged_is_not_writable(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    path.unlink()
    assert not (await database.look()).writable
    assert not path.exists()
    path.touch()
    assert not (await database.look()).writable
    await database.close()


async def test_the_last_failure_is_remembered_until_a_write_succeeds(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    await database.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseError, match="readonly"):
        await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    assert "readonly" in ((await database.look()).last_failure or "")
    await database.execute("PRAGMA query_only = OFF")
    await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    assert (await database.look()).last_failure is None
    await database.close()


async def test_a_long_write_ends_with_whoever_wanted_it(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "footnote.db")
    endless = (
        "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "INSERT INTO synced_commands SELECT x, 'a' FROM n"
    )

    async def write() -> None:
        async with database.transaction() as connection:
            await connection.execute(endless)

    writing = asyncio.create_task(write())
    while not (await database.look()).writable:
        await asyncio.wait({writing}, timeout=0.01)
    await asyncio.wait({writing}, timeout=0.2)
    writing.cancel()
    await asyncio.wait({writing})
    assert writing.cancelled()
    assert await database.fetch("SELECT * FROM synced_commands") == []
    await database.close()


async def test_what_is_erased_is_in_no_file(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    secret = "where is the treasure of captain Flint?"
    await database.execute("INSERT INTO synced_commands VALUES (1, ?)", (secret,))
    files = (path, path.with_name("footnote.db-wal"))
    assert any(secret.encode() in file.read_bytes() for file in files)
    assert await database.erase("DELETE FROM synced_commands") == 1
    assert not any(secret.encode() in file.read_bytes() for file in files)
    await database.close()
