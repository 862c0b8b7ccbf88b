"""Sites that answer what no honest one does: each is refused in a sentence, and in time."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest

from bot.fetching.connector import MOST_HEADS
from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import FetchError
from tests.web import Names, SmallWeb, bomb, open_fetcher, open_web, page, redirect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OK = b"HTTP/1.1 200 OK\r\n"
HTML = OK + b"Content-Type: text/html\r\n"
CHUNKED = HTML + b"Transfer-Encoding: chunked\r\n\r\n"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
UNREADABLE = "the site can't be reached, or answers in a way that can't be read"
LATE = "the site takes too long to answer"
NOT_PUBLIC = "it is not on the public Internet, and Footnote reads nothing else"


@asynccontextmanager
async def open_raw(answer: bytes, more: bytes = b"", at: str = "/") -> AsyncIterator[SmallWeb]:
    """Serve an answer at a path, byte for byte, and then more without end."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            asked = await reader.readuntil(b"\r\n\r\n")
            if f"GET {at} ".encode() in asked:
                writer.write(answer)
                while more:
                    writer.write(more)
                    await writer.drain()
            else:
                writer.write(NOT_FOUND)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield SmallWeb(port=server.sockets[0].getsockname()[1])


async def failure(small: SmallWeb, names: Names | None = None, seconds: float = 15.0) -> str:
    """Return why the site's first page can't be fetched."""
    async with open_fetcher(small, names, seconds) as fetcher:
        with pytest.raises(FetchError) as raised:
            await fetcher.fetch(small.address(), PAGES)
    return str(raised.value)


@pytest.mark.parametrize("at", ["/", "/robots.txt"])
@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (OK + b"X: ", b"a" * 10_000),
        (OK, b"".join(b"X-%d: a\r\n" % number for number in range(1000))),
        (OK, b"X: " + b"a" * 4000 + b"\r\n"),
        (b"HTTP/1.1 200 ", b"a" * 10_000),
        (CHUNKED + b"3\r\n<p>\r\n0\r\n", b"X: " + b"a" * 4000 + b"\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3000),
    ],
    ids=["a header", "headers", "long headers", "a status", "trailers", "continue", "hints"],
)
async def test_headers_without_end_are_not_read(at: str, begins: bytes, goes_on: bytes) -> None:
    async with open_raw(begins, goes_on, at) as small:
        assert await failure(small) == UNREADABLE


@pytest.mark.parametrize("at", ["/", "/robots.txt"])
@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (CHUNKED, b"1;" + b"x" * 1000 + b"\r\na\r\n"),
    ],
    ids=["extensions"],
)
async def test_what_never_ends_ends_in_time(at: str, begins: bytes, goes_on: bytes) -> None:
    async with open_raw(begins, goes_on, at) as small:
        assert await failure(small, seconds=0.3) == LATE


@pytest.mark.parametrize(("heads", "is_read"), [(MOST_HEADS - 1, True), (MOST_HEADS, False)])
async def test_a_site_may_say_a_few_times_that_it_goes_on(heads: int, *, is_read: bool) -> None:
    text = b"<p>The bridge is open again."
    answer = HTML + b"Content-Length: %d\r\n\r\n" % len(text) + text
    async with open_raw(b"HTTP/1.1 102 Processing\r\n\r\n" * heads + answer) as small:
        if not is_read:
            assert await failure(small) == UNREADABLE
            return
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), PAGES)).content == text


@pytest.mark.parametrize(
    "answer",
    [
        HTML + b"Content-Length: -5\r\n\r\n<p>",
        HTML + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\n<p>",
        HTML + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n0\r\n\r\n",
        HTML + b"Content-Length: 300\r\n\r\n<p>The bridge",
        CHUNKED + b"-1\r\n",
        CHUNKED + b"ffffffffffffffffff\r\n",
        b"HTTP/1.1 99999 Huh\r\nContent-Length: 0\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"<p>The bridge is open again.",
        b"",
    ],
)
async def test_an_answer_that_contradicts_itself_is_refused(answer: bytes) -> None:
    async with open_raw(answer) as small:
        assert await failure(small) == UNREADABLE


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "gzip,br", "x" * 500])
async def test_what_is_packed_otherwise_is_not_unpacked(encoding: str) -> None:
    headers = f"Content-Encoding: {encoding}\r\nContent-Length: 3\r\n\r\n"
    async with open_raw(HTML + headers.encode() + b"<p>") as small:
        assert await failure(small) == "the site uses a compression that is not supported"


async def test_what_is_packed_on_its_way_alone_is_not_unpacked() -> None:
    _, _, packed = bomb(20_000_000)
    length = f"{len(packed):x}\r\n".encode()
    headers = HTML + b"Transfer-Encoding: gzip, chunked\r\n\r\n"
    async with open_raw(headers + length + packed + b"\r\n0\r\n\r\n") as small:
        assert "not of the type" in await failure(small)


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("http://169.254.169.254/robots.txt", NOT_PUBLIC),
        ("//169.254.169.254/", NOT_PUBLIC),
        ("http://[::ffff:169.254.169.254]/", NOT_PUBLIC),
        ("http://[::1%25lo]/", NOT_PUBLIC),
        ("http://inside.example/", NOT_PUBLIC),
        ("file:///etc/passwd", "begins with https"),
        ("http://127.0.0.1:22/", "usual ports"),
        ("http://me:secret@news.example/", "user name"),
        ("http://nowhere.example/", "can't be reached"),
        ("http://news.example/" + "a" * 2000, "characters"),
    ],
)
@pytest.mark.parametrize("at", ["/robots.txt", "/"])
async def test_neither_a_page_nor_its_robots_txt_leads_anywhere_else(
    to: str, said: str, at: str
) -> None:
    async with open_web() as small:
        small.pages["/"] = page("A", "The bridge is open again.")
        small.pages[at] = redirect(to)
        names = Names({"inside.example": ["10.0.0.7", "fd00::7", "127.0.0.2"]})
        assert said in await failure(small, names)
        assert small.count("/") == (at == "/")


async def test_a_robots_txt_that_bursts_is_read_no_further() -> None:
    async with open_web() as small:
        small.pages["/"] = page("A", "The bridge is open again.")
        small.pages["/robots.txt"] = bomb(20_000_000)
        async with open_fetcher(small) as fetcher:
            assert (await fetcher.fetch(small.address(), PAGES)).kind == "page"


@pytest.mark.parametrize("status", [301, 302, 307])
async def test_a_redirect_that_leads_nowhere_is_no_page(status: int) -> None:
    async with open_web() as small:
        small.pages["/robots.txt"] = small.pages["/"] = (status, {}, b"<p>The bridge is open.")
        assert await failure(small) == f"the site answers {status} {HTTPStatus(status).phrase}"
        assert (small.count("/robots.txt"), len(small.asked)) == (1, 2)


@pytest.mark.parametrize(
    ("content_type", "body", "said"),
    [
        ("application/rss+xml", "<html><p>The bridge is open.", "its content is not of the type"),
        ("application/atom+xml", "%PDF-1.7", "its content is not of the type"),
        ("application/feed+json", '{"title": "News"}', "its content is not of the type"),
        ("text/xml", "<html><body><p>&lt;rss&gt; <rss version='2.0'/>", "it is a page, not a feed"),
        ("text/html", "<p>The bridge is open. <feed>", "it is a page, not a feed"),
        ("text/plain", "The bridge is open.", "it is a text, not a feed"),
    ],
)
async def test_what_only_passes_for_a_feed_is_none(content_type: str, body: str, said: str) -> None:
    async with open_web() as small:
        small.pages["/"] = (200, {"Content-Type": content_type}, body.encode())
        async with open_fetcher(small) as fetcher:
            with pytest.raises(FetchError, match=said):
                await fetcher.fetch(small.address(), FEEDS)
