"""A small web on the loopback interface, for what reads pages and feeds, and its names."""

from __future__ import annotations

import asyncio
import gzip
import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Network
from typing import TYPE_CHECKING, Any

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetching.address_guard import Reach
from bot.fetching.fetcher import Fetcher
from bot.fetching.politeness import HostTurns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from aiohttp.web import BaseRequest, Request, StreamResponse

PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="{canonical}"></head><body><article><h1>{title}</h1>
<p>{text}</p>
<p>The council will meet again on Thursday, and its members expect a long evening in the hall.</p>
</article></body></html>
"""


class Names(AbstractResolver):
    """Knows a few names, each with its addresses; any other does not exist.

    Attributes:
        known: The addresses of each name, or several lists of which one is given at a time.
    """

    def __init__(self, known: Mapping[str, list[str]] | None = None) -> None:
        self.known: dict[str, list[str]] = dict(known or {})

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - all are given
    ) -> list[ResolveResult]:
        """Return the addresses of a name."""
        if host not in self.known:
            raise OSError(None, "no such name")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self.known[host]
        ]

    async def close(self) -> None:
        """Close nothing."""


@dataclass
class SmallWeb:
    """A web server on 127.0.0.1 that serves every name.

    Attributes:
        port: Its port.
        pages: What is served at each path: a text, a response, or what makes one.
        asked: Each request: the host and the path.
        headers: The headers of each request, in the same order.
        connections: How many connections were made.
    """

    port: int = 0
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    connections: int = 0

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def reach(self) -> Reach:
        """Return the reach of a fetcher that may come here, and nowhere else on this machine."""
        return reach_of(self.port)

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(one.endswith(path) for one in self.asked)

    async def serve(self, request: BaseRequest) -> StreamResponse:
        """Answer a request."""
        self.asked.append(f"{request.host.partition(':')[0]}{request.path_qs}")
        self.headers.append(dict(request.headers))
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if isinstance(page, str):
            return web.Response(text=page, content_type="text/html")
        if callable(page):
            made: StreamResponse = await page(request)
            return made
        status, headers, body = page
        return web.Response(status=status, headers=headers, body=body)


@asynccontextmanager
async def open_web() -> AsyncIterator[SmallWeb]:
    """Serve a small web until the end of the block."""
    small = SmallWeb()
    server = web.Server(small.serve)
    loop = asyncio.get_running_loop()

    def accept() -> asyncio.Protocol:
        small.connections += 1
        protocol: asyncio.Protocol = server()
        return protocol

    listening = await loop.create_server(accept, "127.0.0.1", 0)
    small.port = listening.sockets[0].getsockname()[1]
    try:
        yield small
    finally:
        listening.close()
        await server.shutdown(0.1)
        await listening.wait_closed()


def reach_of(port: int) -> Reach:
    """Return the reach of a fetcher that may come to a port of 127.0.0.1."""
    return Reach(frozenset({80, 443, port}), (IPv4Network("127.0.0.1/32"),))


def no_waiting() -> HostTurns:
    """Return turns that are given at once."""
    return HostTurns(every=0.0)


def open_fetcher(small: SmallWeb, names: Names | None = None, seconds: float = 15.0) -> Fetcher:
    """Return a fetcher that may reach a small web beside the public Internet."""
    return Fetcher(
        reach=small.reach(), turns=no_waiting(), resolver=names or Names(), seconds=seconds
    )


def page(title: str, text: str, canonical: str = "") -> str:
    """Return a page with an article."""
    return PAGE.format(title=title, text=text, canonical=canonical)


def redirect(to: str, status: int = 302) -> tuple[int, dict[str, str], bytes]:
    """Return a redirect."""
    return status, {"Location": to}, b""


def bomb(size: int) -> tuple[int, dict[str, str], bytes]:
    """Return a page that is small on its way and so large once it is decompressed."""
    body = gzip.compress(b"<p>" + b"\0" * size, 9)
    return 200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, body


def streamed(
    write: Callable[[StreamResponse], Awaitable[None]], **headers: str
) -> Callable[[Request], Awaitable[StreamResponse]]:
    """Return a page that is written piece by piece."""

    async def serve(request: Request) -> StreamResponse:
        response = web.StreamResponse(headers=headers or {"Content-Type": "text/html"})
        await response.prepare(request)
        await write(response)
        return response

    return serve
