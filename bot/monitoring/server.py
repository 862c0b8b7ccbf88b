"""Serve ``/healthz`` and ``/metrics`` on the loopback interface."""

from __future__ import annotations

import errno
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.monitoring.metrics import Metrics

HOST = "127.0.0.1"
_LOCAL = frozenset({HOST, "localhost", "::1"})


class MonitorError(Exception):
    """The port can't be served; the message says why, and how to fix it."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the bot is doing.

    Attributes:
        gateway: ``connected``, or ``resuming`` while it is not.
        heartbeat_seconds: How long the last heartbeat took; ``None`` before the first.
        articles: The number of articles in service.
        passages: The number of their passages.
        database_writable: Whether the database can be written to.
        last_failure: Why something could not be written to it, unless a later write succeeded.
        process: What this process is called.
        shards: The shards that it serves.
        own_articles: Whether any server has brought in articles of its own.
    """

    gateway: str
    heartbeat_seconds: float | None
    articles: int
    passages: int
    database_writable: bool
    last_failure: str | None
    process: str = ""
    shards: tuple[int, ...] = ()
    own_articles: bool = False

    @property
    def good(self) -> bool:
        """Whether the bot answers, and keeps what it has to keep."""
        connected = self.gateway == "connected"
        keeps = self.database_writable and self.last_failure is None
        return connected and (self.articles > 0 or self.own_articles) and keeps


@web.middleware
async def _only_local(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse a page that has its own host's name lead to this machine."""
    if urlsplit(f"//{request.host}").hostname not in _LOCAL:
        return web.Response(status=403, text="this is served to 127.0.0.1 and localhost only\n")
    return await handler(request)


@asynccontextmanager
async def serve_monitor(
    port: int, metrics: Metrics, look: Callable[[], Awaitable[Health]]
) -> AsyncIterator[int]:
    """Serve health and metrics.

    Args:
        port: The port on 127.0.0.1; 0 takes any free one.
        metrics: The metrics.
        look: Finds out how the bot is doing, and brings the metrics' gauges up to date.

    Yields:
        The port.

    Raises:
        MonitorError: The port can't be had.
    """

    async def healthz(_: web.Request) -> web.Response:
        health = await look()
        body = {"status": "ok" if health.good else "failing", **asdict(health)}
        return web.json_response(body, status=200 if health.good else 503)

    async def exposition(_: web.Request) -> web.Response:
        health = await look()
        metrics.note(healthy=health.good)
        return web.Response(body=metrics.write(), content_type="text/plain", charset="utf-8")

    application = web.Application(middlewares=[_only_local])
    application.add_routes([web.get("/healthz", healthz), web.get("/metrics", exposition)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    """Listen on a port.

    Raises:
        MonitorError: The port can't be had.
    """
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        why = "is taken" if taken else f"can't be had ({error.strerror})"
        message = f"port {port} {why}: set FOOTNOTE_MONITOR_PORT to another, or leave it out"
        raise MonitorError(message) from error
