"""Whatever is asked of a host takes its turn, and a host is left alone when it asks for that."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Fetcher, Validators
from bot.fetching.politeness import HostTurns
from bot.fetching.robots import MOST_BYTES
from tests.web import Names, open_fetcher, open_web, page

if TYPE_CHECKING:
    from aiohttp.web import Request, StreamResponse

FEED = b"<rss version='2.0'><channel><title>News</title></channel></rss>"


async def test_every_request_waits_for_its_turn_of_the_host() -> None:
    asked, now = list[tuple[str, float]](), 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    async def serve(request: Request) -> StreamResponse:
        asked.append((request.path, now))
        if request.path == "/robots.txt":
            return web.Response(status=302, headers={"Location": "/robots"})
        if request.path == "/moved":
            return web.Response(status=301, headers={"Location": "/feed"})
        if request.path == "/feed":
            return web.Response(body=FEED, content_type="application/rss+xml")
        return web.Response(text="User-agent: *\nAllow: /\n")

    async with open_web() as small:
        small.pages = dict.fromkeys(("/robots.txt", "/robots", "/moved", "/feed", "/a"), serve)
        turns = HostTurns(clock=lambda: now, sleep=sleep)
        async with Fetcher(reach=small.reach(), turns=turns, resolver=Names()) as fetcher:
            await asyncio.gather(
                fetcher.fetch(small.address("/moved"), FEEDS),
                fetcher.fetch(small.address("/a"), PAGES),
            )
    assert [at for _, at in asked] == [0.0, 5.0, 10.0, 15.0, 20.0]
    paths = [path for path, _ in asked]
    assert paths[:2] == ["/robots.txt", "/robots"]
    assert sorted(paths[2:]) == ["/a", "/feed", "/moved"]


async def test_a_host_that_asks_for_it_is_not_asked_for_anything_else() -> None:
    now = 0.0

    async with open_web() as small:
        small.pages["/"] = (429, {"Retry-After": "77"}, b"")
        small.pages["/a"] = page("The bridge", "The bridge is open again.")
        turns = HostTurns(every=0.0, clock=lambda: now)
        async with Fetcher(reach=small.reach(), turns=turns, resolver=Names()) as fetcher:
            for path in ("/", "/a"):
                with pytest.raises(FetchError, match="429") as raised:
                    await fetcher.fetch(small.address(path), PAGES)
                assert raised.value.retry_after == 77
            assert small.count("/a") == 0
            now = 78.0
            assert (await fetcher.fetch(small.address("/a"), PAGES)).kind == "page"


async def test_a_site_that_only_says_that_nothing_has_changed_is_no_success() -> None:
    async with open_web() as small:
        small.pages["/"] = (304, {}, b"")
        async with open_fetcher(small) as fetcher:
            for known in (None, Validators()):
                with pytest.raises(FetchError, match="304"):
                    await fetcher.fetch(small.address(), PAGES, known)


@pytest.mark.parametrize("packed", [False, True])
async def test_of_a_long_robots_txt_the_beginning_counts(*, packed: bool) -> None:
    half = b"Disallow: /"
    rules = b"User-agent: *\nDisallow: /private\n"
    rules += b"#" * (MOST_BYTES - len(rules) - len(half) - 1) + b"\n" + half
    lines = rules + b"elsewhere\n" * 100_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    async with open_web() as small:
        small.pages["/robots.txt"] = (200, headers, gzip.compress(lines) if packed else lines)
        small.pages["/a"] = small.pages["/private"] = page("A", "The bridge is open again.")
        small.pages["/b"] = small.pages["/a"]
        async with open_fetcher(small) as fetcher:
            for path in ("/a", "/b"):
                assert (await fetcher.fetch(small.address(path), PAGES)).kind == "page"
            with pytest.raises(FetchError, match=r"robots\.txt"):
                await fetcher.fetch(small.address("/private"), PAGES)
