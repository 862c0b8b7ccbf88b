"""Which process holds which shard, with real sessions of PostgreSQL's."""

from __future__ import annotations

import asyncio
import math
import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

import pytest

from bot.storage.cluster import SilentError, WantedShards
from bot.storage.errors import DatabaseError
from bot.storage.postgresql import cluster as cluster_module
from bot.storage.postgresql.cluster import PostgresCluster
from bot.storage.postgresql.cluster_view import cluster_at
from bot.storage.postgresql.opening import connect, open_database
from tests.postgresql import execute
from tests.proxy import Proxy, proxy_before

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SIXTEEN = WantedShards(16)
END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM processes WHERE number <> {}; SELECT pg_sleep(0.2)"
)


async def ask() -> int:
    return 4


@asynccontextmanager
async def joined(
    address: str, wanted: WantedShards = SIXTEEN, ends_after: str = "10s"
) -> AsyncIterator[PostgresCluster]:
    database = await open_database(address)
    cluster = PostgresCluster(database, lambda: connect(address, idle_session_timeout=ends_after))
    try:
        await cluster.join(wanted, ask, 9464)
        yield cluster
    finally:
        await cluster.leave()
        await database.close(within=1)


@asynccontextmanager
async def behind_proxy(
    address: str, ends_after: str = "10s"
) -> AsyncIterator[tuple[PostgresCluster, Proxy]]:
    async with proxy_before(address) as proxy, joined(proxy.address, ends_after=ends_after) as one:
        yield one, proxy


async def holders(cluster: PostgresCluster) -> dict[int, int | None]:
    return {one.shard: one.holder for one in (await cluster.beat()).shards}


async def test_a_shard_is_held_by_one_process(postgresql: str) -> None:
    async with joined(postgresql) as one, joined(postgresql) as other:
        assert await one.claim([0, 1]) == {0, 1}
        assert await other.claim([1, 2]) == {2}
        assert (one.held, other.held) == ({0, 1}, {2})
        found = await holders(other)
        assert found == {0: one.number, 1: one.number, 2: other.number} | dict.fromkeys(
            range(3, 16)
        )
        await one.release(1)
        assert await other.claim([1]) == {1}
        view = await cluster_at(postgresql)
        assert [process.port for process in view.processes] == [9464, 9464]


async def test_a_shard_that_was_claimed_twice_is_let_go_of_at_once(postgresql: str) -> None:
    async with joined(postgresql) as one, joined(postgresql) as other:
        assert await one.claim([0]) == {0}
        assert await one.claim([0, 1]) == {0, 1}
        await one.release(0)
        assert await other.claim([0, 1]) == {0}


async def test_the_shards_of_a_process_that_is_gone_are_free(postgresql: str) -> None:
    async with joined(postgresql) as other, behind_proxy(postgresql) as (one, proxy):
        await one.claim([0, 1])
        proxy.refusing = True
        proxy.cut()
        while (await other.beat()).shards[0].holder:
            pass
        view = await other.beat()
        assert [process.number for process in view.processes] == [other.number]
        assert not view.shards[0].released
        proxy.refusing = False


async def test_what_was_held_is_claimed_again_after_the_connection_was_lost(
    postgresql: str,
) -> None:
    async with joined(postgresql) as other, behind_proxy(postgresql) as (one, proxy):
        await one.claim([0, 1])
        proxy.refusing = True
        proxy.cut()
        with pytest.raises(DatabaseError):
            await one.beat()
        assert one.held == {0, 1}
        while not await other.claim([1]):
            pass
        proxy.refusing = False
        await one.beat()
        assert one.held == {0}


async def test_a_connection_that_was_made_again_between_two_beats_is_known(
    postgresql: str,
) -> None:
    async with behind_proxy(postgresql) as (one, proxy):
        await one.claim([0])
        assert one.connected_at == -math.inf
        proxy.cut()
        began = time.monotonic()
        while one.connected_at < began:
            with suppress(DatabaseError):
                await one.beat()
        assert one.held == {0}


async def test_a_refusal_is_a_word_and_the_shards_are_kept_meanwhile(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "GIVEN_UP_AFTER", 0.0)
    async with behind_proxy(postgresql) as (one, proxy):
        await one.claim([0])
        proxy.refusing = True
        proxy.cut()
        for _ in range(3):
            with pytest.raises(DatabaseError):
                await one.beat()
        proxy.refusing = False
        await one.beat()
        assert one.held == {0}


async def test_shards_are_given_up_before_the_server_ends_a_silent_session(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_WORD_WITHIN", 0.2)
    monkeypatch.setattr(cluster_module, "GIVEN_UP_AFTER", 0.5)
    async with (
        joined(postgresql) as other,
        behind_proxy(postgresql, ends_after="2s") as (one, proxy),
    ):
        await one.claim([0])
        proxy.flowing.clear()
        with pytest.raises(SilentError):
            for _ in range(5):
                try:
                    await one.beat()
                except DatabaseError:
                    assert one.held == {0}
                    assert not await other.claim([0])
        assert one.held == set()
        # Only now does the server end the session, and another process gets the shard.
        assert not await other.claim([0])
        while not await other.claim([0]):
            pass
        proxy.flowing.set()


@pytest.mark.parametrize("taken", [False, True])
async def test_what_was_given_up_comes_back_at_once_where_nobody_has_claimed_it(
    postgresql: str, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    monkeypatch.setattr(cluster_module, "_WORD_WITHIN", 0.3)
    monkeypatch.setattr(cluster_module, "GIVEN_UP_AFTER", 0.5)
    async with joined(postgresql) as other, behind_proxy(postgresql) as (one, proxy):
        await one.claim([0, 1])
        await one.beat()
        proxy.flowing.clear()
        with pytest.raises(SilentError):
            while True:
                with suppress(DatabaseError):
                    await one.beat()
        assert one.held == set()
        if taken:
            # The server ends the session; another process has a shard for a moment.
            await execute(postgresql, END_OTHERS.format(other.number))
            assert await other.claim([0]) == {0}
            await other.release(0)
        monkeypatch.setattr(cluster_module, "_WORD_WITHIN", 5.0)
        proxy.flowing = asyncio.Event()
        proxy.flowing.set()
        await one.beat()
        assert one.held == ({1} if taken else {0, 1})


async def test_the_others_know_which_shards_a_process_may_serve(postgresql: str) -> None:
    async with (
        joined(postgresql, WantedShards(16, 0, 7)) as one,
        joined(postgresql, WantedShards(16, 8, 15)) as other,
        joined(postgresql),
    ):
        served = {
            process.number: [shard for shard in range(16) if process.may_serve(shard)]
            for process in (await one.beat()).processes
        }
        assert served[one.number] == [*range(8)]
        assert served[other.number] == [*range(8, 16)]
        assert [*range(16)] in served.values()


async def test_a_session_that_the_server_still_holds_is_ended_when_another_takes_its_place(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_WORD_WITHIN", 0.5)
    async with joined(postgresql) as other, behind_proxy(postgresql) as (one, proxy):
        await one.claim([0, 1])
        proxy.flowing.clear()
        with pytest.raises(DatabaseError):
            await one.beat()
        # The next connection is let through; the one before still hangs.
        monkeypatch.setattr(cluster_module, "_WORD_WITHIN", 5.0)
        proxy.flowing = asyncio.Event()
        proxy.flowing.set()
        await one.beat()
        assert one.held == {0, 1}
        assert not await other.claim([0])


async def test_a_shard_is_handed_over_in_steps(postgresql: str) -> None:
    async with joined(postgresql) as one, joined(postgresql) as heir:
        await one.claim([5])
        assert not await heir.inherit(5)
        await one.offer([5])
        assert await heir.inherit(5)
        assert not await one.inherit(5)
        await heir.note_ready(5)
        shard = (await one.beat()).shards[5]
        assert (shard.heir, shard.ready, shard.offered) == (heir.number, True, True)
        await one.settle_switch(5, 2**60)
        assert (await heir.beat()).shards[5].switch_at == 2**60
        await one.release(5)
        assert await heir.claim([5]) == {5}
        shard = (await one.beat()).shards[5]
        assert (shard.holder, shard.offered, shard.switch_at) == (heir.number, False, None)
        await one.drain()
        assert [process.draining for process in (await heir.beat()).processes] == [True, False]


async def test_a_bucket_begins_a_session_every_few_seconds(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with joined(postgresql) as one, joined(postgresql) as other:
        assert await one.may_identify(0)
        assert not await other.may_identify(0)
        assert await other.may_identify(1)
        monkeypatch.setattr(cluster_module, "IDENTIFIED_EVERY", 0.0)
        assert await other.may_identify(0)


async def test_all_processes_have_the_same_number_of_shards(postgresql: str) -> None:
    async with joined(postgresql, WantedShards()) as one:
        assert len((await one.beat()).shards) == 4
        async with joined(postgresql, WantedShards()) as other:
            assert len((await other.beat()).shards) == 4
        with pytest.raises(DatabaseError, match=r"FOOTNOTE_SHARDS names 16.*have 4"):
            async with joined(postgresql):
                pass
    async with joined(postgresql) as alone:
        assert len((await alone.beat()).shards) == 16
    assert await execute(postgresql, "SELECT * FROM processes") == []


async def test_without_a_connection_the_other_processes_cannot_be_joined(postgresql: str) -> None:
    database = await open_database(postgresql)

    async def refuse() -> NoReturn:
        raise ConnectionRefusedError(111, "Connection refused")

    cluster = PostgresCluster(database, refuse)
    with pytest.raises(DatabaseError, match=r"can't be joined \(.*refused"):
        await cluster.join(SIXTEEN, ask, None)
    assert cluster.held == set()
    await database.close()
