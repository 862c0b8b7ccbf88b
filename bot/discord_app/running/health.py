"""Collect the health of the running bot."""

from __future__ import annotations

import math
import os
import platform
from typing import TYPE_CHECKING

from bot.monitoring.server import Health

if TYPE_CHECKING:
    from bot.discord_app.running.client import FootnoteBot


async def health_of(bot: FootnoteBot) -> Health:
    """Return the health of the bot, and update the gauges of its metrics."""
    service = bot.app.service
    library = service.shelves.shared.library
    connected = bot.gateway.connected
    latency = bot.latency if bot.shards else math.nan
    service.metrics.note(
        passages=library.passages,
        passages_to_embed=service.shelves.shared.to_embed,
        articles=len(library.articles),
        guilds=len(bot.guilds),
        gateway_connected=connected,
        heartbeat_latency_seconds=latency,
    )
    process, shards = _process_and_shards(bot)
    service.metrics.note_shards(process, shards)
    storage = await service.stores.probe.look()
    return Health(
        process=process,
        shards=shards,
        gateway="connected" if connected else "resuming",
        heartbeat_seconds=round(latency, 4) if math.isfinite(latency) else None,
        articles=len(library.articles),
        passages=library.passages,
        database_writable=storage.writable,
        own_articles=service.shelves.own.any_sources,
        last_failure=storage.last_failure or service.shelves.shared.failure,
    )


def _process_and_shards(bot: FootnoteBot) -> tuple[str, tuple[int, ...]]:
    cluster = bot.app.stores.cluster
    if bot.keeper and cluster:
        return cluster.process, tuple(bot.keeper.held)
    return f"{platform.node()}/{os.getpid()}", tuple(sorted(bot.shards))
