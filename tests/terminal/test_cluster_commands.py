from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING

import pytest

from bot.storage.cluster import WantedShards
from bot.storage.opening import open_stores
from tests.terminal.in_process import Done, call

if TYPE_CHECKING:
    from pathlib import Path


POSTGRESQL = "postgresql://db.example/news"


async def ask() -> int:
    return 16


async def called(*arguments: str, database: str) -> Done:
    return await asyncio.to_thread(call, *arguments, FOOTNOTE_DATABASE=database)


async def test_status_lists_who_holds_what(postgresql: str) -> None:
    async with open_stores(postgresql) as stores:
        assert stores.cluster
        await stores.cluster.join(WantedShards(16), ask, 9464)
        await stores.cluster.claim([0, 1, 2, 7])
        done = await called("status", database=postgresql)
        assert done.returncode == 0
        for said in (stores.cluster.process, "0-2, 7", "9464", "nobody holds: 3-6, 8-15"):
            assert said in done.stdout
        found = json.loads((await called("status", "--json", database=postgresql)).stdout)
        assert found["processes"][0]["shards"] == [0, 1, 2, 7]
        assert found["processes"][0]["silent"] < 60
        assert found["free"] == [3, 4, 5, 6, *range(8, 16)]


async def test_status_says_that_no_process_serves_the_bot(postgresql: str) -> None:
    done = await called("status", database=postgresql)
    assert done.stdout == "No process serves the bot at the moment.\n"
    assert done.returncode == 0


async def test_status_says_where_to_look_with_sqlite_and_where_there_is_no_database(
    tmp_path: Path,
) -> None:
    done = await called("status", database=str(tmp_path / "footnote.db"))
    assert done.returncode == 1
    assert "FOOTNOTE_MONITOR_PORT" in done.stderr
    for nowhere in ("127.0.0.1:1/x", "[::1/x"):
        done = await called("status", database=f"postgresql://bot:s3cret@{nowhere}")
        assert done.returncode == 1
        assert "FOOTNOTE_DATABASE" in done.stderr
        assert "s3cret" not in done.stderr


async def test_move_counts_what_it_moves(tmp_path: Path, postgresql: str) -> None:
    file = tmp_path / "footnote.db"
    async with open_stores(file) as stores:
        await stores.command_sets.remember(5, "abc")
    done = await called("move", str(file), postgresql, database="unused.db")
    assert done.returncode == 0, done.stderr
    assert "synced_commands: 1\n" in done.stdout
    assert "moved and compared" in done.stdout
    done = await called("move", str(file), postgresql, database="unused.db")
    assert done.returncode == 1
    assert "name an empty database" in done.stderr


async def test_backup_explains_what_postgresql_has_for_it() -> None:
    for command, instead in (("backup", "pg_dump"), ("restore", "pg_restore")):
        done = await called(command, "copy.db", database="postgresql://db.example/news")
        assert done.returncode == 2
        assert instead in done.stderr


@pytest.mark.parametrize(
    "arguments", [["status"], ["move", POSTGRESQL, "b.db"], ["move", "a.db", POSTGRESQL]]
)
async def test_without_the_driver_one_line_says_how_to_install_it(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("stores", "copying", "cluster_view"):
        monkeypatch.setitem(sys.modules, f"bot.storage.postgresql.{module}", None)
    async with open_stores(tmp_path / "a.db"):
        pass
    monkeypatch.chdir(tmp_path)
    done = await called(*arguments, database=POSTGRESQL)
    assert done.returncode == 1
    assert done.stderr.endswith('not installed for Footnote: pip install -e ".[postgres]"\n')
    assert "Traceback" not in done.stderr
