"""Serve the real bot on SimCord's local page: the same cogs, layouts and buttons, offline."""

from __future__ import annotations

import asyncio
import errno
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import discord

from bot.discord_app.app import App
from bot.discord_app.client import FootnoteBot
from bot.monitoring.heartbeat import heartbeat
from bot.monitoring.stop_signal import run_until, stop_requested
from bot.open_service import open_service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import simcord

    from bot.open_service import Service
    from bot.settings import Settings


class PreviewError(Exception):
    """The preview can't be served; the message says why, and how to mend it."""


async def run_preview(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve the preview until Ctrl-C, SIGTERM, or until the page ends it.

    Args:
        settings: The settings; the token is not used.
        announce: Called with the page's address once it can be opened.

    Raises:
        PreviewError: SimCord is not installed, or the port is taken.
        DatabaseError: The database can't be used.
    """
    with stop_requested() as stop:
        await run_until(stop, _serve_page(settings, announce))


async def _serve_page(settings: Settings, announce: Callable[[str], None]) -> None:
    async with (
        open_service(settings) as service,
        serve_preview(service, settings.preview_port) as (url, closed),
    ):
        announce(url)
        with heartbeat():
            await closed


@asynccontextmanager
async def serve_preview(
    service: Service, port: int
) -> AsyncIterator[tuple[str, asyncio.Task[None]]]:
    """Start the bot in a simulated server and serve its channel as a page on 127.0.0.1.

    Args:
        service: What the bot answers from.
        port: The page's port; 0 takes any free one.

    Yields:
        The page's address, and a task that ends when somebody ends the session on the page.

    Raises:
        PreviewError: SimCord is not installed, or the port is taken.
    """
    try:
        import simcord  # noqa: PLC0415 - an extra: live bots need not install it
    except ImportError as error:
        message = 'the preview is not installed: pip install -e ".[preview]"'
        raise PreviewError(message) from error
    bot = FootnoteBot(App.over(service), always_sync=True)
    async with simcord.run(bot, shard_count=1, check_errors=False) as env:
        if bot.user is not None:
            await bot.user.edit(username="Footnote")
        channel, viewers = _make_newsroom(env)
        try:
            async with env.preview(channel, viewers=viewers, layout="channel", port=port) as page:
                yield page.url, asyncio.create_task(page.wait_closed())
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            message = f"port {port} is taken: set FOOTNOTE_PREVIEW_PORT to another, or to 0"
            raise PreviewError(message) from error
        finally:
            await bot.close()


def _make_newsroom(env: simcord.Env) -> tuple[simcord.ChannelHandle, list[simcord.MemberActor]]:
    """Make a server; return its channel, and its two members: an editor and a reader."""
    guild = env.create_guild(name="Newsroom")
    channel = guild.create_text_channel("ask-the-news")
    admins = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
    editor = guild.add_member(env.create_user("editor"), roles=[admins])
    return channel, [editor, guild.add_member(env.create_user("reader"))]
