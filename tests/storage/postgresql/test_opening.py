from __future__ import annotations

import asyncio

import pytest

from bot.storage.errors import DatabaseError
from bot.storage.migration import Migration
from bot.storage.postgresql import opening
from bot.storage.postgresql.migrations import MIGRATIONS
from bot.storage.postgresql.opening import open_database, shown
from tests.postgresql import execute, new_database
from tests.proxy import proxy_before

EXTRA = Migration("9999_extra", ("CREATE TABLE extra (x INTEGER)", "INSERT INTO extra VALUES (1)"))


async def names(address: str) -> list[str]:
    rows = await execute(address, "SELECT name FROM migrations ORDER BY name")
    return [row["name"] for row in rows]


async def test_ten_processes_that_start_at_once_migrate_once(postgresql_server: str) -> None:
    async with new_database(postgresql_server) as address:
        opened = await asyncio.gather(
            *(open_database(address, [*MIGRATIONS, EXTRA]) for _ in range(10))
        )
        await asyncio.gather(*(database.close() for database in opened))
        assert await names(address) == [step.name for step in (*MIGRATIONS, EXTRA)]
        assert len(await execute(address, "SELECT * FROM extra")) == 1


async def test_migrations_are_all_or_nothing(postgresql_server: str) -> None:
    broken = Migration("9999_broken", ("CREATE TABLE half (x INTEGER)", "CREATE NONSENSE"))
    async with new_database(postgresql_server) as address:
        with pytest.raises(DatabaseError, match=r"can't be prepared.*NONSENSE"):
            await open_database(address, [EXTRA, broken])
        assert await execute(address, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


async def test_refuses_a_database_of_a_newer_version(postgresql_server: str) -> None:
    async with new_database(postgresql_server) as address:
        await (await open_database(address, [EXTRA])).close()
        with pytest.raises(DatabaseError, match=r"newer version.*9999_extra.*FOOTNOTE_DATABASE"):
            await open_database(address, [])


@pytest.mark.parametrize(
    "address", ["postgresql://bot:s3cret@127.0.0.1:1/x", "postgresql://bot:s3cret@[::1/x"]
)
async def test_a_server_that_is_not_there_is_named_without_the_password(address: str) -> None:
    with pytest.raises(DatabaseError) as raised:
        await open_database(address, awaited_for=0)
    assert "FOOTNOTE_DATABASE" in str(raised.value)
    assert "s3cret" not in str(raised.value)


async def test_a_database_that_is_not_there_is_told_at_once(postgresql_server: str) -> None:
    async with new_database(postgresql_server) as address:
        missing = address.replace("footnote_test", "no_such")
    with pytest.raises(DatabaseError, match="does not exist"):
        await open_database(missing)


async def test_a_server_that_is_starting_is_waited_for(
    postgresql: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(opening, "_LOOK_EVERY", 0.01)
    async with proxy_before(postgresql) as proxy:
        proxy.refusing = True
        waiting = asyncio.create_task(open_database(proxy.address, awaited_for=60))
        async with asyncio.timeout(20):
            while "waiting for the database" not in caplog.text:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        proxy.refusing = False
        database = await waiting
        assert await database.fetch("SELECT 1")
        await database.close()
    assert caplog.text.count("waiting for the database") == 1


async def test_a_server_that_is_too_old_is_refused(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_OLDEST", 990_000)
    with pytest.raises(DatabaseError, match=r"PostgreSQL \d+.* is too old: use version 14"):
        await open_database(postgresql)


async def test_a_database_that_cannot_store_every_character_is_refused(
    postgresql_server: str,
) -> None:
    async with new_database(postgresql_server, "ENCODING 'LATIN1' LOCALE 'C'") as address:
        with pytest.raises(DatabaseError, match=r"its encoding is LATIN1: make one .*'UTF8'"):
            await open_database(address)


async def test_a_database_where_no_tables_may_be_made_is_told_with_what_to_do(
    postgresql_server: str,
) -> None:
    async with new_database(postgresql_server) as address:
        await execute(address, "DROP SCHEMA public")
        with pytest.raises(DatabaseError, match="let its user create tables in it"):
            await open_database(address)


async def test_a_database_that_is_only_read_is_told_with_what_to_do(postgresql_server: str) -> None:
    async with new_database(postgresql_server) as address:
        name = address.rpartition("/")[2].partition("?")[0]
        await execute(address, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        with pytest.raises(DatabaseError, match="that can be written to"):
            await open_database(address)


async def test_a_limit_of_the_server_stops_no_migration(postgresql_server: str) -> None:
    unlimited = "SELECT 1 / (current_setting('statement_timeout') = '0')::int"
    async with new_database(postgresql_server) as address:
        name = address.rpartition("/")[2].partition("?")[0]
        await execute(address, f"ALTER DATABASE {name} SET statement_timeout = '1h'")
        await (await open_database(address, [Migration("9999_slow", (unlimited,))])).close()


def test_an_address_is_shown_without_its_user_and_password() -> None:
    assert shown("postgresql://bot:s3cret@db.example:5432/news?x=1") == (
        "postgresql://db.example:5432/news"
    )
