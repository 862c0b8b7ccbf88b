"""A host is asked by one process at a time, and by none while it asks to be left alone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.fetching.content_kind import PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Fetcher
from bot.fetching.politeness import HostTurns
from bot.sources.host_claims import LeasedHosts, host_turns
from bot.storage.opening import open_stores
from tests.postgresql import execute
from tests.storage.conftest import two_processes
from tests.web import open_web, page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from aiohttp.web import Request, StreamResponse

    from bot.storage.stores import Stores
    from tests.web import SmallWeb

BUSY = (429, {"Retry-After": "77"}, b"")


class Waiting:
    """Waits for a host; before each further look something happens.

    Args:
        address: The database.
        then: What happens before each look, as statements; ``""`` is nothing.
    """

    def __init__(self, address: str, *then: str) -> None:
        self.address = address
        self.then = list(then)

    async def __call__(self, _: float) -> None:
        """Let the next thing happen."""
        if statement := self.then.pop(0):
            await execute(self.address, statement)


ITS_TIME_HAS_COME = "UPDATE leases SET until = clock_timestamp() WHERE name = 'host:news.example'"


async def test_two_processes_ask_a_host_one_after_the_other(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        waiting = Waiting(postgresql, "", ITS_TIME_HAS_COME)
        its = HostTurns(sleep=waiting, claims=LeasedHosts(other.leases))
        async with host_turns(one).turn("news.example"), its.turn("elsewhere.example"):
            assert len(waiting.then) == 2
        # The request is over, and the host has not been left alone for long enough.
        async with its.turn("news.example"):
            assert waiting.then == []
            assert not await LeasedHosts(one.leases).claim("news.example", 30)


async def test_what_a_site_asks_of_programs_is_read_while_no_other_process_asks(
    postgresql: str,
) -> None:
    claims = list[tuple[str, bool]]()
    async with two_processes(postgresql) as (one, other), open_web() as small:

        async def serve(request: Request) -> StreamResponse:
            claim = await LeasedHosts(other.leases).claim("127.0.0.1", 30)
            claims.append((request.path, claim))
            return web.Response(text="User-agent: *\nAllow: /\n")

        async def sleep(_: float) -> None:
            """Wait for nothing: what is asked meanwhile counts."""

        small.pages |= {"/robots.txt": serve, "/a": serve}
        turns = HostTurns(sleep=sleep, claims=LeasedHosts(one.leases))
        async with Fetcher(reach=small.reach(), turns=turns) as fetcher:
            await fetcher.fetch(small.address("/a"), PAGES)
        assert not await LeasedHosts(other.leases).claim("127.0.0.1", 30)
    assert claims == [("/robots.txt", False), ("/a", False)]


async def test_a_host_is_free_five_seconds_after_a_request(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, _):
        async with host_turns(one).turn("news.example"):
            during = await _seconds_left(postgresql)
        after = await _seconds_left(postgresql)
    assert 20 < during <= 30
    assert 0 < after <= 5


async def test_a_host_whose_process_died_is_free_again(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other):
        assert await LeasedHosts(one.leases).claim("news.example", 30)
        waiting = Waiting(postgresql, ITS_TIME_HAS_COME)
        async with HostTurns(sleep=waiting, claims=LeasedHosts(other.leases)).turn("news.example"):
            assert waiting.then == []


async def test_a_host_that_asks_one_process_for_it_is_left_alone_by_all(postgresql: str) -> None:
    async with two_processes(postgresql) as (one, other), open_web() as small:
        small.pages |= {"/": BUSY, "/a": page("The bridge", "The bridge is open again.")}
        async with _fetcher(small, one) as first, _fetcher(small, other) as second:
            for fetcher, path in ((first, "/"), (second, "/a")):
                with pytest.raises(FetchError, match="429") as raised:
                    await fetcher.fetch(small.address(path), PAGES)
                assert 70 < (raised.value.retry_after or 0) <= 78
            assert small.asked == ["127.0.0.1/robots.txt", "127.0.0.1/"]
        await execute(postgresql, "UPDATE host_rests SET until = 1000")
        await execute(postgresql, "DELETE FROM leases")
        async with _fetcher(small, other) as third:
            assert (await third.fetch(small.address("/a"), PAGES)).kind == "page"


async def test_a_process_that_waits_for_its_turn_of_a_host_is_told_that_it_rests(
    postgresql: str,
) -> None:
    async with two_processes(postgresql) as (one, other):
        turns = host_turns(one)

        async def sleep(_: float) -> None:
            await turns.leave_alone("news.example", 60, "the site answers 429")
            await execute(postgresql, ITS_TIME_HAS_COME)

        async with turns.turn("news.example"):
            with pytest.raises(FetchError, match="429"):
                async with host_turns(other, sleep).turn("news.example"):
                    pytest.fail("it was asked")


async def test_a_host_that_asks_for_it_is_left_alone_after_a_restart(tmp_path: Path) -> None:
    database = tmp_path / "footnote.db"
    async with open_web() as small:
        small.pages |= {"/": BUSY, "/a": page("The bridge", "The bridge is open again.")}
        for path in ("/", "/a"):
            async with open_stores(database) as stores, _fetcher(small, stores) as fetcher:
                with pytest.raises(FetchError, match="429"):
                    await fetcher.fetch(small.address(path), PAGES)
        assert small.asked == ["127.0.0.1/robots.txt", "127.0.0.1/"]


@asynccontextmanager
async def _fetcher(small: SmallWeb, stores: Stores) -> AsyncIterator[Fetcher]:
    """Fetch as a process with a database does, but without waiting between two requests."""

    async def sleep(_: float) -> None:
        """Wait for nothing."""

    async with Fetcher(reach=small.reach(), turns=host_turns(stores, sleep)) as fetcher:
        yield fetcher


async def _seconds_left(address: str) -> float:
    rows = await execute(
        address,
        "SELECT extract(epoch FROM until - clock_timestamp())::float AS seconds FROM leases "
        "WHERE name = 'host:news.example'",
    )
    return float(rows[0]["seconds"])
