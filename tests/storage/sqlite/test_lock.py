from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.storage.errors import DatabaseError
from bot.storage.sqlite.opening import open_database
from tests.terminal.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_second_process_is_told_who_holds_the_database(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    database = await open_database(path)
    other = run("preview", FOOTNOTE_DATABASE=str(path), FOOTNOTE_PREVIEW_PORT="0")
    assert other.returncode == 1
    (line,) = [line for line in other.stderr.splitlines() if line.startswith("footnote: ")]
    assert f"in use by process {os.getpid()} on " in line
    assert run("ask", "Who is Antony Blinken?", FOOTNOTE_DATABASE=str(path)).returncode == 0
    await database.close()
    await (await open_database(path)).close()


@pytest.mark.parametrize("is_made", [True, False])
async def test_a_link_to_the_database_has_the_same_lock(tmp_path: Path, *, is_made: bool) -> None:
    (tmp_path / "kept").mkdir()
    path, link = tmp_path / "kept" / "footnote.db", tmp_path / "link.db"
    if is_made:
        await (await open_database(path)).close()
    link.symlink_to(path)
    for first, second in ((path, link), (link, path)):
        database = await open_database(first)
        try:
            with pytest.raises(DatabaseError, match=f"in use by process {os.getpid()} on "):
                await (await open_database(second)).close()
        finally:
            await database.close()
    assert link.is_symlink()
    assert [file.name for file in tmp_path.iterdir() if file != tmp_path / "kept"] == ["link.db"]


async def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(link)
    with pytest.raises(DatabaseError, match=r"can't be opened.*name another file"):
        await open_database(link)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other users out in another way")
async def test_nobody_else_may_read_the_database(tmp_path: Path) -> None:
    path = tmp_path / "footnote.db"
    path.touch(mode=0o644)
    database = await open_database(path)
    await database.execute("INSERT INTO synced_commands VALUES (1, 'a')")
    files = sorted(tmp_path.iterdir())
    assert len(files) == 4
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    await database.close()
