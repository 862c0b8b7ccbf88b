"""How many servers have articles of their own is no matter at the start."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import aiosqlite

from bot.open_service import open_service
from bot.settings import Settings
from bot.storage.sqlite.database import Database
from bot.storage.sqlite.stores import open_stores
from tests.library.shelves.test_shelves import PRICE, answers, put

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.storage.sqlite.database import Query

SERVERS = 10_000
_TABLES = ("sources", "source_entries", "articles", "passages", "shelf_versions")


class Reading:
    """What is read of the databases that are opened from now on.

    Attributes:
        statements: All statements, by whatever connection.
        rows: How many rows the queries returned.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements: list[str] = []
        self.rows = 0
        connect, fetch = aiosqlite.connect, Database.fetch_at_once

        async def traced(path: Path, **options: object) -> aiosqlite.Connection:
            connection = await connect(path, **options)  # type: ignore[arg-type]
            await connection.set_trace_callback(self.statements.append)
            return connection

        async def counted(database: Database, *queries: Query) -> list[list[sqlite3.Row]]:
            every = await fetch(database, *queries)
            self.rows += sum(map(len, every))
            return every

        monkeypatch.setattr(aiosqlite, "connect", traced)
        monkeypatch.setattr(Database, "fetch_at_once", counted)

    def clear(self) -> None:
        """Forget what was read so far."""
        self.statements.clear()
        self.rows = 0


def copy_shelf(database: Path, servers: int) -> None:
    """Give so many servers, from 1 on, what server 1 has."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        for table in _TABLES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            others = ", ".join(name for name in names if name != "scope")
            connection.execute(
                "WITH RECURSIVE servers(server) AS (SELECT 2 UNION ALL SELECT server + 1 "  # noqa: S608
                f"FROM servers WHERE server < ?) INSERT INTO {table} (scope, {others}) SELECT "
                f"CAST(server AS TEXT), {others} FROM {table}, servers WHERE scope = '1'",
                (servers,),
            )


async def test_ten_thousand_servers_with_articles_cost_a_start_nothing(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "footnote.db"
    monkeypatch.chdir(tmp_path)
    settings = Settings(corpus=corpus, database=database, meaning="off")
    async with open_stores(database) as stores:
        for guild_id in (1, SERVERS):
            await put(stores, guild_id)
    async with open_service(settings):
        pass  # the shared articles are read once
    reading = Reading(monkeypatch)
    async with open_service(settings):
        for_two, rows_for_two = [*reading.statements], reading.rows
    copy_shelf(database, SERVERS - 1)
    reading.clear()
    async with open_service(settings) as service:
        own = service.shelves.own
        assert reading.statements == for_two
        assert any("FROM sources" in statement for statement in for_two)
        # The number of each server, and nothing else.
        assert reading.rows == rows_for_two + SERVERS - 2
        assert (len(own), own.taken) == (0, 0)
        # The first question of a server reads its own shelf alone.
        reading.clear()
        assert await answers(service, SERVERS, PRICE)
        assert len(own) == 1
        assert reading.rows < 10
        assert any(f"'{SERVERS}'" in one for one in reading.statements)
