"""While the database is away nobody waits for it, and once it is back it is used again."""

from __future__ import annotations

import asyncio
import dataclasses
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import asyncpg
import pytest

from bot.storage.answers import ShownAnswer, StoredHit
from bot.storage.errors import AwayError, DatabaseError
from bot.storage.postgresql import notes, pool
from bot.storage.postgresql.answers import PostgresAnswerStore
from bot.storage.postgresql.opening import open_database
from tests.proxy import Proxy, proxy_before

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.postgresql.database import Database

ANSWER = ShownAnswer(
    "answer-1",
    guild_id=1,
    asker_id=7,
    answered=True,
    hits=(StoredHit("bridge", "abcdef", 0, 0),),
    question_message_id=70,
    channel_id=700,
    message_id=71,
)
ONE = "SELECT 1"


@asynccontextmanager
async def behind_proxy(address: str) -> AsyncIterator[tuple[Database, Proxy]]:
    async with proxy_before(address) as proxy:
        database = await open_database(proxy.address)
        try:
            yield database, proxy
        finally:
            proxy.flowing.set()
            await database.close(within=1)


async def back(database: Database) -> None:
    async with asyncio.timeout(20):
        while not (await database.look()).writable:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_whoever_waits_for_a_silent_database_is_told_and_so_is_who_comes_after(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "ANSWERED_WITHIN", 0.3)
    async with behind_proxy(postgresql) as (database, proxy):
        proxy.flowing.clear()
        # More than there are connections, and less time than one of them may take.
        async with asyncio.timeout(8):
            every = await asyncio.gather(
                *(database.fetch(ONE) for _ in range(12)),
                database.execute("DELETE FROM leases"),
                return_exceptions=True,
            )
        assert {type(one) for one in every} == {AwayError}
        with pytest.raises(AwayError):
            await database.attempt(ONE, within=60)
        health = await database.look()
        assert not health.writable
        assert health.last_failure == "no answer in time"
        proxy.flowing.set()
        await back(database)
        assert await database.fetch(ONE)
        assert await database.execute("DELETE FROM leases") == 0
        assert (await database.look()).last_failure is None


async def test_a_refusal_is_enough_to_know_that_the_database_is_away(postgresql: str) -> None:
    async with behind_proxy(postgresql) as (database, proxy):
        proxy.refusing = True
        proxy.cut()
        with pytest.raises(AwayError, match="can't be read"):
            await database.fetch(ONE)
        assert (await database.look()).last_failure
        proxy.refusing = False
        await back(database)
        assert await database.fetch(ONE)


async def test_a_database_that_is_only_slow_is_waited_for(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "SLOW_AFTER", 0.01)
    async with behind_proxy(postgresql) as (database, _):
        rows = await database.fetch("SELECT 1 AS one, pg_sleep(0.2)")
        assert rows[0]["one"] == 1
        assert (await database.look()).last_failure is None


async def test_who_stops_waiting_leaves_the_connections_to_others(postgresql: str) -> None:
    async with behind_proxy(postgresql) as (database, _):
        for _ in range(8):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await database.fetch("SELECT pg_sleep(60)")
        async with asyncio.timeout(20):
            assert await database.fetch(ONE)


async def test_a_close_does_not_wait_for_a_statement_that_takes_long(postgresql: str) -> None:
    database = await open_database(postgresql)
    reading = asyncio.create_task(database.fetch("SELECT pg_sleep(60)"))
    running = "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%sleep(60)'"
    while not await database.fetch(running):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    async with asyncio.timeout(20):
        await database.close(within=0.05)
        with pytest.raises(DatabaseError):
            await reading


async def test_a_server_without_room_for_one_more_connection_is_not_away(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "SLOW_AFTER", 0.01)
    asked = asyncio.Event()

    async def ask() -> None:
        asked.set()
        raise asyncpg.TooManyConnectionsError

    connections = await asyncpg.create_pool(postgresql, min_size=0, max_size=2)
    watched = pool.WatchedPool(connections, ask)
    async with watched.connection() as connection:
        await asked.wait()
        assert await connection.fetchval(ONE) == 1
    assert watched.failure is None
    await watched.close(within=5)


async def test_the_answers_shown_last_are_known_and_deletions_are_made_up_for(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "TRIED_EVERY", 0.05)
    async with behind_proxy(postgresql) as (database, proxy):
        answers = PostgresAnswerStore(database)
        answers.save(ANSWER)
        kept = dataclasses.replace(ANSWER, id="answer-2", question_message_id=80, asker_id=8)
        answers.save(kept)
        await database.noted()
        proxy.refusing = True
        proxy.cut()
        assert await answers.get("answer-1") == ANSWER
        assert await answers.replying_to(70) == ANSWER
        with pytest.raises(AwayError):
            await answers.get("answer-3")
        meanwhile = dataclasses.replace(ANSWER, id="answer-4", question_message_id=90)
        answers.save(meanwhile)
        await answers.delete_votes("answer-2")
        for one in (ANSWER, meanwhile):
            await answers.delete(one.id)
            with pytest.raises(AwayError):
                await answers.get(one.id)
        proxy.refusing = False
        await back(database)
        await database.noted()
        for one in (ANSWER, meanwhile):
            assert await answers.get(one.id) is None
        assert await answers.get("answer-2") == kept


async def test_of_the_answers_shown_only_the_last_are_remembered_and_none_of_who_is_forgotten(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.postgresql.answers.REMEMBERED", 3)
    async with behind_proxy(postgresql) as (database, proxy):
        answers = PostgresAnswerStore(database)
        for number in range(5):
            answers.save(
                dataclasses.replace(
                    ANSWER, id=f"answer-{number}", asker_id=number, question_message_id=number
                )
            )
        await answers.forget_user(3)
        proxy.refusing = True
        proxy.cut()
        for number in (0, 1, 3):
            with pytest.raises(AwayError):
                await answers.get(f"answer-{number}")
        for number in (2, 4):
            assert await answers.get(f"answer-{number}")


async def test_a_connection_that_was_released_a_moment_ago_stops_nobody_from_asking_on(
    postgresql: str,
) -> None:
    async with behind_proxy(postgresql) as (database, _):
        watched = database._pool
        async with watched.connection() as connection:
            await watched._pool.release(connection)
            watched._end_waiting("no answer in time")
        assert watched.failure == "no answer in time"
        watched._find_out()
        await back(database)
