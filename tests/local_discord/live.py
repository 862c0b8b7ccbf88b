"""Let the whole bot go live on a local Discord."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.discord_app.running.live import run_live

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings
    from tests.local_discord.server import LocalDiscord


@asynccontextmanager
async def going_live(local: LocalDiscord, settings: Settings) -> AsyncIterator[asyncio.Task[None]]:
    """Go live, and stop as a supervisor stops it."""
    # A slow machine must not end the process that runs the tests.
    live = asyncio.create_task(run_live(settings, list[str]().append, stop_within=300.0))
    try:
        await local.until(lambda: local.gateway.identified == 1 or live.done())
        yield live
    finally:
        if not live.done():
            os.kill(os.getpid(), signal.SIGTERM)
        await live
