"""What may break under the bot: the disk, the database, the folder. Nothing is lost by it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.ingest.folder import CorpusFolderError
from bot.ingest.reader import MAX_BYTES
from bot.library.reloading.librarian import Librarian
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.errors import DatabaseError
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.storage.sqlite.database import Database

FERRY = "Ferry sinks\n\nThe ferry sank at its berth on Monday.\n"


@asynccontextmanager
async def serving(corpus: Path, path: Path) -> AsyncIterator[tuple[Librarian, Database]]:
    database = await open_database(path)
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
    try:
        await librarian.load()
        yield librarian, database
    finally:
        await librarian.close()
        await database.close()


@pytest.mark.parametrize(
    ("breaking", "mending"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1073741823"),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
    ],
    ids=["disk full", "read-only"],
)
async def test_a_save_that_fails_keeps_the_library_and_the_next_completes(
    corpus: Path, tmp_path: Path, breaking: str, mending: str
) -> None:
    async with serving(corpus, tmp_path / "footnote.db") as (librarian, database):
        await database.execute(breaking)
        for number in range(50):
            (corpus / f"ferry{number}.txt").write_text(FERRY * 40)
        with pytest.raises(DatabaseError, match="can't be saved"):
            await librarian.reload()
        assert len(librarian.library.articles) == 2
        assert librarian.library.ask("Who is Ann Lee?").answered
        await database.execute(mending)
        assert len((await librarian.reload()).added) == 50
        assert librarian.library.ask("Where did the ferry sink?").answered
    async with serving(corpus / "gone", tmp_path / "footnote.db") as (librarian, _):
        assert len(librarian.library.articles) == 52


async def test_a_start_with_a_full_disk_serves_from_memory(
    corpus: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = await open_database(tmp_path / "footnote.db")
    await database.execute("PRAGMA query_only = ON")
    librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
    await librarian.load()
    assert librarian.library.ask("Who is Ann Lee?").answered
    assert "served from memory" in caplog.text
    await librarian.close()
    await database.close()


async def test_a_database_that_another_process_locks_is_waited_for(
    corpus: Path, tmp_path: Path
) -> None:
    path = tmp_path / "footnote.db"
    async with serving(corpus, path) as (librarian, _):
        (corpus / "ferry.txt").write_text(FERRY)
        with closing(sqlite3.connect(path, check_same_thread=False)) as other:
            other.isolation_level = None
            other.execute("BEGIN IMMEDIATE")
            release = threading.Timer(0.3, other.execute, ("ROLLBACK",))
            release.start()
            assert len((await librarian.reload()).added) == 1
            release.join()


async def test_one_that_stays_locked_costs_the_reload_only(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    async with serving(corpus, path) as (librarian, database):
        (corpus / "ferry.txt").write_text(FERRY)
        await database.execute("PRAGMA busy_timeout = 20")
        with closing(sqlite3.connect(path)) as other:
            other.isolation_level = None
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseError, match="locked"):
                await librarian.reload()
            assert librarian.library.ask("Who is Ann Lee?").answered
        assert len((await librarian.reload()).added) == 1


@pytest.mark.parametrize("size", [0.3, 0.7])
async def test_a_truncated_database_is_set_aside_and_built_anew(
    corpus: Path, tmp_path: Path, size: float
) -> None:
    path = tmp_path / "footnote.db"
    for number in range(30):
        (corpus / f"ferry{number}.txt").write_text(FERRY.replace("Monday", f"day {number}"))
    async with serving(corpus, path):
        pass
    os.truncate(path, int(path.stat().st_size * size))
    async with serving(corpus, path) as (librarian, _):
        assert len(librarian.library.articles) == 32
    assert list(tmp_path.glob("footnote.db.set-aside-*"))


def test_a_loop_of_links_is_not_followed(corpus: Path) -> None:
    (corpus / "loop").symlink_to(corpus)
    (corpus / "a.txt").symlink_to(corpus / "b.txt")
    (corpus / "b.txt").symlink_to(corpus / "a.txt")
    found = read_corpus(corpus)
    assert [article.id for article in found.articles] == ["bridge", "otters"]


def test_a_folder_that_links_to_itself_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.symlink_to(folder)
    with pytest.raises(CorpusFolderError, match="corpus"):
        read_corpus(folder)


def test_a_file_that_vanishes_or_grows_while_the_folder_is_read_costs_itself_only(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "ferry.txt").write_text(FERRY)
    (corpus / "zoo.txt").write_text(FERRY.replace("ferry", "zoo"))

    def disturb(done: int, total: int) -> None:
        (corpus / "ferry.txt").unlink(missing_ok=True)
        with (corpus / "zoo.txt").open("a") as growing:
            growing.write("More and more. " * (MAX_BYTES // 10))

    found = read_corpus(corpus, progress=disturb)
    assert {"bridge", "otters"} <= {article.id for article in found.articles}
    assert {refusal.file for refusal in found.refused} <= {"ferry.txt", "zoo.txt"}


@contextmanager
def _without_rights() -> Iterator[None]:
    """Be a user whom the files' permissions bind, as root they don't."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
def test_what_may_not_be_read_is_named(corpus: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        shutil.copytree(corpus, root, dirs_exist_ok=True)
        secret, sub = root / "bridge.md", root / "sub"
        sub.mkdir()
        secret.chmod(0)
        with _without_rights():
            found = read_corpus(root)
        assert [refusal.file for refusal in found.refused] == ["bridge.md"]
        assert "permission" in found.refused[0].reason.lower()
        assert [article.id for article in found.articles] == ["otters"]
        for closed in (sub, root):
            closed.chmod(0)
            with (
                _without_rights(),
                pytest.raises(CorpusFolderError, match=rf"{closed}.* can't be read \(permission"),
            ):
                read_corpus(root)
            closed.chmod(0o755)
