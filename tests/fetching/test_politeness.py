"""Requests to one host wait for each other; those to others don't."""

from __future__ import annotations

import asyncio

import pytest

from bot.fetching.politeness import LONGEST, LOOK_EVERY, HostTurns


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


async def test_a_name_with_a_dot_behind_it_is_the_same_host() -> None:
    clock = Clock()
    turns = HostTurns(clock=clock, sleep=clock.sleep)
    for name in ("news.example", "news.example."):
        async with turns.turn(name):
            pass
    assert clock.now == 5.0


async def test_who_waits_for_a_host_that_asks_to_be_left_alone_is_told() -> None:
    clock = Clock()
    turns = HostTurns(clock=clock, sleep=clock.sleep)
    asked = list[int]()

    async def ask(number: int) -> None:
        async with turns.turn("a"):
            asked.append(number)
            await turns.leave_alone("a", 60, "the site answers 429")

    results = await asyncio.gather(*(ask(number) for number in range(3)), return_exceptions=True)
    assert asked == [0]
    assert [str(one) for one in results if one] == ["the site answers 429"] * 2
    assert clock.now == 0.0


class Others:
    """Other processes, which let this one ask a host only after it has looked some times."""

    def __init__(self, looks: int) -> None:
        self.looks = looks
        self.said: list[tuple[str, str, float]] = []

    async def claim(self, host: str, seconds: float) -> bool:
        self.said.append(("claim", host, seconds))
        self.looks -= 1
        return self.looks < 0

    async def rest(self, host: str, seconds: float) -> None:
        self.said.append(("rest", host, seconds))


async def test_a_host_that_another_process_asks_is_waited_for() -> None:
    clock, others = Clock(), Others(looks=2)
    turns = HostTurns(clock=clock, sleep=clock.sleep, claims=others)
    async with turns.turn("a"):
        assert clock.now == 2 * LOOK_EVERY
        others.said.append(("asked", "a", 0.0))
    claim = ("claim", "a", LONGEST)
    assert others.said == [claim, claim, claim, ("asked", "a", 0.0), ("rest", "a", 5.0)]


async def test_other_processes_go_first_when_a_host_is_free_again() -> None:
    clock = Clock()
    turns = HostTurns(clock=clock, sleep=clock.sleep, claims=Others(looks=0))
    async with turns.turn("a"):
        pass
    async with turns.turn("a"):
        assert clock.now > 5.0 + LOOK_EVERY


async def test_a_host_is_left_alone_after_a_request_that_failed() -> None:
    clock, others = Clock(), Others(looks=0)
    turns = HostTurns(clock=clock, sleep=clock.sleep, claims=others)
    with pytest.raises(OSError, match="no answer"):
        async with turns.turn("a"):
            raise OSError("no answer")
    assert others.said[-1] == ("rest", "a", 5.0)
