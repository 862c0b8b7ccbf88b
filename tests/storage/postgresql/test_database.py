from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.storage.errors import AwayError, DatabaseError
from bot.storage.postgresql import notes
from bot.storage.postgresql.opening import open_database
from tests.postgresql import execute
from tests.proxy import Proxy, proxy_before

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import asyncpg

    from bot.storage.postgresql.database import Database

NOTE = "INSERT INTO question_counts VALUES ($1, 1, 1)"
COUNT = (
    "INSERT INTO question_counts AS c VALUES ($1, 1, 1) "
    "ON CONFLICT (guild_id) DO UPDATE SET asked = c.asked + 1"
)


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    database = await open_database(address)
    try:
        yield database
    finally:
        await database.close(within=1)


@asynccontextmanager
async def behind_proxy(address: str) -> AsyncIterator[tuple[Database, Proxy]]:
    async with proxy_before(address) as proxy, opened(proxy.address) as database:
        yield database, proxy


async def written(database: Database) -> None:
    """Wait until nothing is left to be written."""
    async with asyncio.timeout(20):
        while (await database.look()).last_failure:
            await database.noted()
            await asyncio.sleep(0.01)


async def test_an_error_undoes_the_whole_transaction(postgresql: str) -> None:
    async with opened(postgresql) as database:

        async def fail(connection: asyncpg.Connection) -> None:
            await connection.execute(NOTE, 1)
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await database.write(fail)
        assert await database.fetch("SELECT * FROM question_counts") == []


async def test_what_the_database_refuses_is_a_plain_error(postgresql: str) -> None:
    async with opened(postgresql) as database:
        with pytest.raises(DatabaseError, match=r"can't be written to.*FOOTNOTE_DATABASE"):
            await database.execute("INSERT INTO votes VALUES ('no answer', 1, 1)")
        assert "votes" in ((await database.look()).last_failure or "")
        with pytest.raises(DatabaseError, match="can't be read"):
            await database.fetch("SELECT * FROM nowhere")
        await database.execute(NOTE, 1)
        assert (await database.look()).last_failure is None


async def test_a_deadlock_is_retried(postgresql: str) -> None:
    async with opened(postgresql) as database:
        for guild in (1, 2):
            await database.execute(NOTE, guild)
        both = asyncio.Barrier(2)
        attempts = 0

        async def count(connection: asyncpg.Connection, *guilds: int) -> None:
            nonlocal attempts
            attempts += 1
            await connection.execute(COUNT, guilds[0])
            if attempts <= 2:
                await both.wait()
            await connection.execute(COUNT, guilds[1])

        await asyncio.gather(
            database.write(lambda connection: count(connection, 1, 2)),
            database.write(lambda connection: count(connection, 2, 1)),
        )
        assert attempts == 3
        rows = await database.fetch("SELECT asked FROM question_counts")
        assert [row["asked"] for row in rows] == [3, 3]


async def test_a_connection_that_was_lost_before_a_statement_is_made_again(
    postgresql: str,
) -> None:
    async with behind_proxy(postgresql) as (database, proxy):
        await database.execute(NOTE, 1)
        proxy.cut()
        assert len(await database.fetch("SELECT * FROM question_counts")) == 1
        proxy.cut()
        await database.execute(NOTE, 2)
        assert len(await database.fetch("SELECT * FROM question_counts")) == 2


async def test_a_change_whose_commit_was_not_answered_is_made_exactly_once(
    postgresql: str,
) -> None:
    async with behind_proxy(postgresql) as (database, proxy):
        for _ in range(3):
            proxy.cut_after = b"COMMIT;"
            await database.execute(COUNT, 1)
        (row,) = await database.fetch("SELECT asked FROM question_counts")
        assert row["asked"] == 3


async def test_a_change_whose_commit_never_arrived_is_made_again_once_that_is_known(
    postgresql: str,
) -> None:
    async with behind_proxy(postgresql) as (database, proxy):
        for _ in range(2):
            proxy.lost_before = b"COMMIT;"
            await database.execute(COUNT, 1)
        (row,) = await database.fetch("SELECT asked FROM question_counts")
        assert row["asked"] == 2


async def test_it_is_told_where_nobody_knows_whether_a_change_was_saved(postgresql: str) -> None:
    async with behind_proxy(postgresql) as (database, proxy):

        async def change(connection: asyncpg.Connection) -> None:
            await connection.execute(COUNT, 1)
            proxy.cut_after = b"COMMIT;"
            proxy.refusing = True

        with pytest.raises(DatabaseError, match="not certain whether the change was saved"):
            await database.write(change)
        proxy.refusing = False


async def test_notes_wait_while_the_database_is_away(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "TRIED_EVERY", 0.05)
    async with behind_proxy(postgresql) as (database, proxy):
        proxy.refusing = True
        proxy.cut()
        database.note(NOTE, 1)
        await database.noted()
        database.note(NOTE, 2)
        health = await database.look()
        assert not health.writable
        assert "notes that wait to be written: 2" in (health.last_failure or "")
        with pytest.raises(DatabaseError, match="can't be read"):
            await database.fetch("SELECT * FROM question_counts")
        proxy.refusing = False
        await written(database)
        assert len(await database.fetch("SELECT * FROM question_counts")) == 2


async def test_beyond_a_bound_the_oldest_notes_are_dropped_and_the_log_says_so(
    postgresql: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(notes, "TRIED_EVERY", 0.05)
    monkeypatch.setattr(notes, "MOST_WAITING", 10)
    async with behind_proxy(postgresql) as (database, proxy):
        proxy.refusing = True
        proxy.cut()
        for guild in range(15):
            database.note(NOTE, guild)
        await database.noted()
        proxy.refusing = False
        await written(database)
        rows = await database.fetch("SELECT guild_id FROM question_counts ORDER BY guild_id")
        assert [row["guild_id"] for row in rows] == list(range(5, 15))
        assert "notes that were dropped while the database was away: 5" in caplog.text


async def test_a_note_that_the_database_refuses_is_in_the_log_and_the_next_is_written(
    postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(postgresql) as database:
        database.note("INSERT INTO votes VALUES ('no answer', $1, 1)", 1)
        await database.noted()
        assert "notes that could not be written to the database: 1" in caplog.text
        database.note(NOTE, 3)
        await database.noted()
        assert len(await database.fetch("SELECT * FROM question_counts")) == 1


async def test_notes_that_a_close_cannot_write_are_counted_in_the_log(
    postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with proxy_before(postgresql) as proxy:
        database = await open_database(proxy.address)
        proxy.refusing = True
        proxy.cut()
        for guild in range(3):
            database.note(NOTE, guild)
        await database.close(within=5)
    assert "notes that could not be written to the database: 3" in caplog.text


async def test_a_statement_that_is_tried_once_is_answered_or_refused(postgresql: str) -> None:
    async with opened(postgresql) as database:
        (row,) = await database.attempt("SELECT $1::integer AS one", 1, within=5)
        assert row["one"] == 1
        with pytest.raises(DatabaseError, match="nowhere") as raised:
            await database.attempt("SELECT * FROM nowhere", within=5)
        assert not isinstance(raised.value, AwayError)


async def test_notes_outlive_a_close(postgresql: str) -> None:
    async with opened(postgresql) as database:
        for guild in range(50):
            database.note(NOTE, guild)
    assert len(await execute(postgresql, "SELECT * FROM question_counts")) == 50


async def test_a_server_that_only_reads_is_not_writable(
    postgresql_server: str, postgresql: str
) -> None:
    async with behind_proxy(postgresql) as (database, proxy):
        assert (await database.look()).writable
        name = postgresql.rpartition("/")[2]
        await execute(
            postgresql_server, f"ALTER DATABASE {name} SET default_transaction_read_only = on"
        )
        try:
            proxy.cut()
            await database.fetch("SELECT 1")
            assert not (await database.look()).writable
        finally:
            reset = f"ALTER DATABASE {name} RESET default_transaction_read_only"
            await execute(postgresql_server, reset)
