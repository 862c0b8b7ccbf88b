from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

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
