from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.postgresql import execute
from tests.storage.conftest import two_processes

if TYPE_CHECKING:
    from bot.storage.stores import Stores


async def test_one_block_at_a_time_holds_a_lease(stores: Stores) -> None:
    order: list[str] = []

    async def work(name: str) -> None:
        async with stores.leases.held("reports"):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await work("first")
    assert await stores.leases.take("feed:7", 60)
    assert await stores.leases.take("feed:7", 60)
    await stores.leases.give_back("feed:7")
    assert order == ["first begins", "first ends"]


async def test_another_process_waits_until_a_lease_ends(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        assert await one.leases.take("feed:7", 60)
        assert not await other.leases.take("feed:7", 60)
        assert await other.leases.take("feed:8", 60)
        await other.leases.give_back("feed:7")
        assert not await other.leases.take("feed:7", 60)
        await one.leases.give_back("feed:7")
        assert await other.leases.take("feed:7", 60)


async def test_a_lease_runs_out_where_its_holder_says_nothing(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        assert await one.leases.take("feed:7", 0.0)
        assert await other.leases.take("feed:7", 60)
        assert not await one.leases.take("feed:7", 60)


async def test_two_processes_take_turns(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        inside = 0

        async def work(stores: Stores) -> None:
            nonlocal inside
            async with stores.leases.held("commands"):
                inside += 1
                assert inside == 1
                await stores.command_sets.digest(1)
                inside -= 1

        await asyncio.gather(work(one), work(other), work(one))


async def test_leases_that_ran_out_are_deleted(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        assert await one.leases.take("host:a.example", 0.0)
        assert await other.leases.take("host:b.example", 60)
    rows = await execute(postgresql, "SELECT name FROM leases")
    assert [row["name"] for row in rows] == ["host:b.example"]
