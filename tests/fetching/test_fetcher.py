"""Fetching from a small web: what is read, what is refused, and how politely it is asked."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Validators
from tests.web import (
    Names,
    SmallWeb,
    bomb,
    open_fetcher,
    open_web,
    page,
    redirect,
    streamed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aiohttp.web import Request, StreamResponse

TEXT = {"Content-Type": "text/plain"}
FEED = b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>"


async def failure(small: SmallWeb, path: str = "/", **options: Any) -> str:
    async with open_fetcher(small, **options) as fetcher:
        with pytest.raises(FetchError) as raised:
            await fetcher.fetch(small.address(path), PAGES)
    return str(raised.value)


async def test_a_page_is_fetched_under_the_bots_name_without_cookies() -> None:
    async with open_web() as small:
        small.pages["/a"] = (
            200,
            {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "id=1", "ETag": '"1"'},
            page("The bridge", "The bridge is open again after nine months of repairs.").encode(),
        )
        async with open_fetcher(small) as fetcher:
            first = await fetcher.fetch(small.address("/a"), PAGES)
            await fetcher.fetch(small.address("/a"), PAGES)
    assert (first.kind, first.validators.etag) == ("page", '"1"')
    assert b"nine months of repairs" in first.content
    name = "Footnote/0.1 (Discord bot that quotes articles and links to them)"
    assert {headers["User-Agent"] for headers in small.headers} == {name}
    assert not any("Cookie" in headers for headers in small.headers)
    assert small.count("/robots.txt") == 1


async def test_no_proxy_and_no_password_are_taken_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with open_web() as small:
        small.pages["/"] = page("The bridge", "The bridge is open again after nine months.")
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), PAGES)).kind == "page"
    assert not any("Authorization" in headers for headers in small.headers)


async def test_what_has_not_changed_is_not_sent_again() -> None:
    async def serve(request: Request) -> StreamResponse:
        if request.headers.get("If-None-Match") == '"7"':
            return web.Response(status=304, headers={"Cache-Control": "max-age=600"})
        return web.Response(text="The bridge is open again.", headers={"ETag": '"7"'})

    async with open_web() as small:
        small.pages["/"] = serve
        async with open_fetcher(small) as fetcher:
            first = await fetcher.fetch(small.address(), PAGES)
            second = await fetcher.fetch(small.address(), PAGES, first.validators)
    assert not first.unchanged
    assert second.unchanged
    assert (second.validators, second.fresh_seconds) == (Validators('"7"'), 600)


async def test_a_validator_that_is_too_long_is_not_kept() -> None:
    tag = '"' + "a" * 1000 + '"'
    async with open_web() as small:
        small.pages["/"] = (200, {**TEXT, "ETag": tag}, b"The bridge is open again.")
        async with open_fetcher(small) as fetcher:
            fetched = await fetcher.fetch(small.address(), PAGES)
    assert fetched.validators.etag is None


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate"])
async def test_compressed_pages_are_read(encoding: str) -> None:
    text = b"The bridge is open again. " * 500
    bare = zlib.compressobj(wbits=-15)
    body = {
        "gzip": gzip.compress(text),
        "deflate": zlib.compress(text),
        "bare deflate": bare.compress(text) + bare.flush(),
    }[encoding]
    async with open_web() as small:
        small.pages["/"] = (
            200,
            {**TEXT, "Content-Encoding": encoding.rsplit(maxsplit=1)[-1]},
            body,
        )
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), PAGES)).content == text


async def test_a_bomb_ends_at_five_mebibytes() -> None:
    async with open_web() as small:
        small.pages["/"] = bomb(200 * 1024 * 1024)
        assert await failure(small) == "it is over 5 MiB"


async def test_a_body_without_end_ends_at_five_mebibytes() -> None:
    async def pour(response: StreamResponse) -> None:
        while True:
            await response.write(b"<p>The bridge is open again.</p>" * 2000)

    async with open_web() as small:
        small.pages["/"] = streamed(pour)
        assert await failure(small) == "it is over 5 MiB"


async def test_a_body_that_trickles_ends_in_time() -> None:
    async def trickle(response: StreamResponse) -> None:
        await response.write(b"<p>")
        await asyncio.Event().wait()

    async with open_web() as small:
        small.pages["/"] = streamed(trickle)
        assert await failure(small, seconds=0.3) == "the site takes too long to answer"


async def test_redirects_that_are_slow_together_end_in_time() -> None:
    async def slow(request: Request) -> StreamResponse:
        if request.path == "/aa":
            await asyncio.Event().wait()
        return web.Response(status=302, headers={"Location": f"{request.path}a"})

    async with open_web() as small:
        for count in range(5):
            small.pages["/" + "a" * count] = slow
        assert await failure(small, seconds=0.3) == "the site takes too long to answer"
        assert small.count("aaa") == 0


async def test_three_redirects_are_followed_and_no_fourth() -> None:
    async with open_web() as small:
        small.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(4)}
        small.pages["/4"] = (200, TEXT, b"The bridge is open again.")
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address("/1"), PAGES)).address.endswith("/4")
        assert await failure(small, "/0") == "it redirects more than 3 times"


@pytest.mark.parametrize(
    ("content_type", "body", "said"),
    [
        ("image/png", b"\x89PNG", "image/png"),
        ("application/octet-stream", b"PK\3\4", "application/octet-stream"),
        ("text/html", b"%PDF-1.7", "not of the type"),
        ("application/pdf", b"<html>", "not of the type"),
        ("text/plain", b"\x7fELF\0\0\0", "not of the type"),
        ("application/json", b'{"a": 1}', "not of the type"),
        ("application/rss+xml", FEED, "add it as a feed"),
        ("text/html", b"", "not of the type"),
    ],
)
async def test_other_kinds_are_refused(content_type: str, body: bytes, said: str) -> None:
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": content_type}, body)
        assert said in await failure(small)


@pytest.mark.parametrize("content_type", ["application/rss+xml", "text/xml", "text/html"])
async def test_a_feed_is_known_however_it_is_served(content_type: str) -> None:
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": content_type}, FEED)
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), FEEDS)).kind == "feed"


async def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    async with open_web() as small:
        small.pages["/robots.txt"] = (200, TEXT, b"User-agent: Footnote\nDisallow: /private\n")
        small.pages["/private/a"] = page("A", "The bridge is open again after nine months.")
        small.pages["/public"] = redirect("/private/a")
        assert "robots.txt" in await failure(small, "/private/a")
        assert "robots.txt" in await failure(small, "/public")
        assert small.count("/private/a") == 0


async def test_a_site_whose_robots_txt_fails_is_left_alone() -> None:
    async with open_web() as small:
        small.pages["/robots.txt"] = (503, {"Retry-After": "120"}, b"")
        small.pages["/"] = page("A", "The bridge is open again after nine months.")
        async with open_fetcher(small) as fetcher:
            for _ in range(2):
                with pytest.raises(FetchError, match="503") as raised:
                    await fetcher.fetch(small.address(), PAGES)
                assert raised.value.retry_after == 120
        assert small.asked == ["127.0.0.1/robots.txt"]


async def test_when_to_come_again_is_passed_on() -> None:
    async with open_web() as small:
        small.pages["/"] = (429, {"Retry-After": "77"}, b"")
        async with open_fetcher(small) as fetcher:
            with pytest.raises(FetchError, match="429") as raised:
                await fetcher.fetch(small.address(), PAGES)
    assert raised.value.retry_after == 77


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://news.example/", "begins with https"),
        ("file:///etc/passwd", "begins with https"),
        ("news", "begins with https"),
        ("http://", "begins with https"),
        ("https://user@news.example/", "user name"),
        ("https://user:secret@news.example/", "user name"),
        ("https://news.example:8080/", "ports"),
        ("https://news.example:22/", "ports"),
        ("https://news.example:99999/", "begins with https"),
        ("https://[::1/", "begins with https"),
        ("https://news.example/" + "a" * 2000, "characters"),
        ("https://nowhere.example/", "can't be reached"),
        ("https://" + "a" * 300 + ".example/", "can't be"),
        ("https://a..example/", "can't be"),
    ],
)
async def test_an_address_that_cannot_be_asked_is_refused(address: str, said: str) -> None:
    async with open_web() as small, open_fetcher(small, Names()) as fetcher:
        with pytest.raises(FetchError, match=said):
            await fetcher.fetch(address, PAGES)


async def test_an_answer_that_is_no_http_is_told_plainly() -> None:
    async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\x00\x01\x02 nonsense\r\n\r\n")
        writer.close()

    async with open_web() as small:
        server = await asyncio.start_server(garbage, "127.0.0.1", 0)
        small.port = server.sockets[0].getsockname()[1]
        assert "can't be read" in await failure(small)
        server.close()
