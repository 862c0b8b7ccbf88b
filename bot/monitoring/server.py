"""Serve ``/healthz`` and ``/metrics`` on the loopback interface."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.monitoring.metrics import Metrics

HOST = "127.0.0.1"


class MonitorError(Exception):
    """Tell that the port can't be served, and the mend."""


@dataclass(frozen=True, slots=True)
class Health:
    """Hold how the bot is.

    Attributes:
        gateway: ``connected``, or ``resuming`` while it is not.
        heartbeat_seconds: How long the last heartbeat took; ``None`` before the first.
        articles: How many articles are in service.
        passages: How many passages.
        database_writable: Whether the database can be written to.
    """

    gateway: str
    heartbeat_seconds: float | None
    articles: int
    passages: int
    database_writable: bool

    @property
    def good(self) -> bool:
        """Tell whether it answers, and keeps what it is told."""
        return self.gateway == "connected" and self.articles > 0 and self.database_writable


@asynccontextmanager
async def serve_monitor(
    port: int, metrics: Metrics, look: Callable[[], Awaitable[Health]]
) -> AsyncIterator[int]:
    """Serve health and metrics.

    Args:
        port: The port on 127.0.0.1; 0 takes any free one.
        metrics: The metrics.
        look: Finds out how the bot is, and brings the metrics' gauges up to date.

    Yields:
        The port.

    Raises:
        MonitorError: The port is taken.
    """

    async def healthz(_: web.Request) -> web.Response:
        health = await look()
        body = {"status": "ok" if health.good else "failing", **asdict(health)}
        return web.json_response(body, status=200 if health.good else 503)

    async def exposition(_: web.Request) -> web.Response:
        await look()
        return web.Response(body=metrics.write(), content_type="text/plain", charset="utf-8")

    application = web.Application()
    application.add_routes([web.get("/healthz", healthz), web.get("/metrics", exposition)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, port)
        try:
            await site.start()
        except OSError as error:
            message = f"port {port} is taken: set FOOTNOTE_MONITOR_PORT to another, or leave it out"
            raise MonitorError(message) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
