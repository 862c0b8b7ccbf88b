"""Serve the real bot on SimCord's local page: the same cogs, layouts and buttons, offline."""

from __future__ import annotations

import asyncio
import errno
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.discord_app.app import App
from bot.discord_app.running.client import FootnoteBot
from bot.monitoring.heartbeat import heartbeat
from bot.monitoring.stop_signal import run_until, stop_requested
from bot.open_service import open_service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    import simcord
    from simcord.preview import Preview

    from bot.open_service import Service
    from bot.settings import Settings


class PreviewError(Exception):
    """The preview can't be served; the message says why, and how to fix it."""


async def run_preview(
    settings: Settings, announce: Callable[[str], None], *, direct: bool = False
) -> None:
    """Serve the preview until Ctrl-C, SIGTERM, or until the page ends it.

    Args:
        settings: The settings; the token is not used.
        announce: Called with the page's address once it can be opened.
        direct: Whether the page is that of direct messages instead of a server's channel.

    Raises:
        PreviewError: SimCord is not installed, or the port is taken.
        DatabaseError: The database can't be used.
    """
    with stop_requested() as stop:
        await run_until(stop, _serve_page(settings, announce, direct=direct))


async def _serve_page(settings: Settings, announce: Callable[[str], None], *, direct: bool) -> None:
    async with (
        open_service(settings) as service,
        serve_preview(service, settings.preview_port, direct=direct) as (url, closed),
    ):
        announce(url)
        with heartbeat():
            await closed


@asynccontextmanager
async def serve_preview(
    service: Service, port: int, *, direct: bool = False
) -> AsyncIterator[tuple[str, asyncio.Task[None]]]:
    """Start the bot in a simulated server and serve a channel as a page on 127.0.0.1.

    Args:
        service: The service that the bot runs on.
        port: The page's port; 0 takes any free one.
        direct: Whether the channel is that of direct messages instead of the server's.

    Yields:
        The page's address, and a task that ends when somebody ends the session on the page.

    Raises:
        PreviewError: SimCord is not installed, or the port is taken.
    """
    async with _simulate(service) as (bot, env):
        from bot.discord_app.running import preview_server  # noqa: PLC0415 - an extra, as above

        make = preview_server.make_chat if direct else preview_server.make_newsroom
        channel, viewers = make(env)
        await preview_server.welcome(bot, channel, direct=direct)
        async with _page(env, channel, viewers, port) as page:
            yield page.url, asyncio.create_task(page.wait_closed())


@asynccontextmanager
async def _simulate(service: Service) -> AsyncIterator[tuple[FootnoteBot, simcord.Env]]:
    """Start the bot in a simulated Discord."""
    try:
        import simcord  # noqa: PLC0415 - an extra: live bots need not install it
    except ImportError as error:
        message = 'the preview is not installed: pip install -e ".[preview]"'
        raise PreviewError(message) from error
    bot = FootnoteBot(App.over(service), always_sync=True)
    bot.source_tasks.simulated = True
    async with simcord.run(bot, shard_count=1, check_errors=False) as env:
        try:
            if bot.user is not None:
                await bot.user.edit(username="Footnote")
            yield bot, env
        finally:
            await bot.close()


@asynccontextmanager
async def _page(
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    viewers: Sequence[simcord.MemberActor | simcord.UserHandle],
    port: int,
) -> AsyncIterator[Preview]:
    """Serve a channel as a page.

    Raises:
        PreviewError: The port is taken.
    """
    async with AsyncExitStack() as stack:
        page = env.preview(channel, viewers=viewers, layout="channel", port=port)
        try:
            await stack.enter_async_context(page)
        except Exception as error:
            # SimCord's own error hides that of the operating system.
            if not isinstance(error.__cause__, OSError):
                raise
            taken = error.__cause__.errno == errno.EADDRINUSE
            why = "is taken" if taken else f"can't be had ({error.__cause__.strerror})"
            message = f"port {port} {why}: set FOOTNOTE_PREVIEW_PORT to another, or to 0"
            raise PreviewError(message) from error
        yield page
