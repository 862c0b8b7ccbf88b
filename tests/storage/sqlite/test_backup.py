from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.library.librarian import Librarian
from bot.storage.announcer import LocalAnnouncer
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database
from tests.terminal.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path


async def test_copies_a_database_in_use_and_the_copy_serves(corpus: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "footnote.db", tmp_path / "copy.db"
    database = await open_database(path)
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalAnnouncer())
    await librarian.load()
    async with database.transaction() as connection:
        await connection.execute("INSERT INTO guild_settings VALUES (1, '{}')")
        done = run("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert done.returncode == 0, done.stderr
    await librarian.close()
    await database.close()
    again = await open_database(copy)
    restored = Librarian(tmp_path / "gone", SqliteArticleStore(again), LocalAnnouncer())
    await restored.load()
    assert len(restored.library.articles) == 2
    assert not await again.fetch("SELECT * FROM guild_settings")
    await restored.close()
    await again.close()


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path) -> None:
    path, copy = tmp_path / "footnote.db", tmp_path / "copy.db"
    missing = run("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert missing.returncode == 1
    assert "no database" in missing.stderr
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    copy.write_text("mine")
    there = run("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert there.returncode == 1
    assert "already" in there.stderr
    assert copy.read_text() == "mine"
    path.write_bytes(b"garbage" * 1000)
    copy.unlink()
    broken = run("backup", str(copy), FOOTNOTE_DATABASE=str(path))
    assert broken.returncode == 1
    assert "can't be written" in broken.stderr
    assert sorted(item.name for item in tmp_path.iterdir()) == ["footnote.db"]
    assert path.read_bytes() == b"garbage" * 1000
