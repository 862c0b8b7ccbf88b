from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.library.reloading.librarian import Librarian
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.errors import DatabaseError
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.backup import back_up, restore
from bot.storage.sqlite.opening import open_database
from tests.terminal.in_process import call
from tests.terminal.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path


async def test_copies_a_database_in_use_and_the_copy_serves(corpus: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "footnote.db", tmp_path / "copy.db"
    database = await open_database(path)
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
    await librarian.load()
    async with database.transaction() as connection:
        await connection.execute("INSERT INTO guild_settings VALUES (1, '{}')")
        done = run("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert done.returncode == 0, done.stderr
    await librarian.close()
    await database.close()
    again = await open_database(copy)
    restored = Librarian(tmp_path / "gone", SqliteArticleStore(again), LocalChangeNotifier())
    await restored.load()
    assert len(restored.library.articles) == 2
    assert not await again.fetch("SELECT * FROM guild_settings")
    await restored.close()
    await again.close()


def test_a_database_that_holds_nothing_is_not_taken_for_the_bots(tmp_path: Path) -> None:
    path, copy = tmp_path / "footnote.db", tmp_path / "copy.db"
    path.touch()
    empty = call("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert empty.returncode == 1
    assert "holds nothing yet: name the right database in FOOTNOTE_DATABASE" in empty.stderr
    assert not copy.exists()


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path) -> None:
    path, copy = tmp_path / "footnote.db", tmp_path / "copy.db"
    missing = call("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert missing.returncode == 1
    assert "no database" in missing.stderr
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    copy.write_text("mine")
    there = call("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert there.returncode == 1
    assert "already" in there.stderr
    assert copy.read_text() == "mine"
    path.write_bytes(bytes(7000))
    copy.unlink()
    broken = call("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert broken.returncode == 1
    assert "footnote.db can't be read (file is not a database): the next start" in broken.stderr
    assert sorted(item.name for item in tmp_path.iterdir()) == ["footnote.db"]
    assert path.read_bytes() == bytes(7000)


@pytest.fixture
async def killed(tmp_path: Path) -> tuple[Path, Path]:
    """A copy with one vote less than the database, which was left as a kill leaves it."""
    path, copy, kept = tmp_path / "footnote.db", tmp_path / "copy.db", tmp_path / "kept"
    database = await open_database(path)
    await database.execute("INSERT INTO synced_commands VALUES (1, 'before')")
    back_up(path, copy)
    await database.execute("UPDATE synced_commands SET digest = 'after'")
    kept.mkdir()
    for file in (path, path.with_name("footnote.db-wal"), path.with_name("footnote.db-shm")):
        shutil.copy(file, kept)
    await database.close()
    for file in kept.iterdir():
        shutil.copy(file, tmp_path)
    return path, copy


async def digest(path: Path) -> str:
    database = await open_database(path)
    (row,) = await database.fetch("SELECT digest FROM synced_commands")
    await database.close()
    return str(row["digest"])


async def test_restores_a_copy_over_what_a_kill_left_and_keeps_that(
    killed: tuple[Path, Path],
) -> None:
    path, copy = killed
    done = run("restore", str(copy), FOOTNOTE_DATABASE=str(path))
    assert done.returncode == 0, done.stderr
    assert await digest(path) == "before"
    (replaced,) = (
        file for file in path.parent.glob("*.replaced-*") if not file.name.endswith(("wal", "shm"))
    )
    assert str(replaced) in done.stdout.replace("\n", "")
    assert await digest(replaced) == "after"
    assert copy.stat().st_mode & 0o777 == path.stat().st_mode & 0o777 == 0o600


async def test_restore_refuses_what_is_no_copy_and_what_is_in_use(
    killed: tuple[Path, Path], tmp_path: Path
) -> None:
    path, copy = killed
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (x)")
    garbage = tmp_path / "garbage.db"
    garbage.write_bytes(b"garbage" * 1000)
    for file, why in (
        (foreign, "is not a database of Footnote's"),
        (garbage, r"garbage\.db can't be read .*: name a copy that backup wrote"),
        (tmp_path / "missing.db", "there is no file"),
    ):
        with pytest.raises(DatabaseError, match=why):
            restore(path, file)
    database = await open_database(path)
    with pytest.raises(DatabaseError, match="in use by process"):
        restore(path, copy)
    await database.close()
    assert await digest(path) == "after"
    assert not list(tmp_path.glob("*.half"))
