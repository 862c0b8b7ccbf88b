"""Requests to one host wait for each other; those to others don't."""

from __future__ import annotations

import asyncio

from bot.fetching.politeness import HostTurns


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def test_a_host_is_asked_once_in_five_seconds() -> None:
    clock = Clock()
    turns = HostTurns(clock=clock, sleep=clock.sleep)
    begun = []

    async def ask(host: str) -> None:
        async with turns.turn(host):
            begun.append((host, clock.now))

    await asyncio.gather(*(ask(host) for host in ("a", "b", "a", "a")))
    assert [at for host, at in begun if host == "a"] == [0.0, 5.0, 10.0]
    assert ("b", 0.0) in begun


async def test_one_request_at_a_time() -> None:
    turns = HostTurns(every=0.0)
    under_way = most = 0

    async def ask() -> None:
        nonlocal under_way, most
        async with turns.turn("a"):
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1

    await asyncio.gather(*(ask() for _ in range(5)))
    assert most == 1
