"""Delete expired data: old texts of questions, and the data of servers that were left."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from typing import TYPE_CHECKING

from bot.storage.sources import guild_of_scope, scope_of

if TYPE_CHECKING:
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)

EVERY = 6 * 60 * 60.0
"""Seconds between two rounds of deleting old texts."""


async def forget_old_questions(stores: Stores, guild_id: int) -> None:
    """Delete the texts of a server's questions that are older than its settings allow."""
    settings = stores.guilds.get(guild_id)
    days = settings.kept_days - 1 if settings.keep_questions else -1
    first = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days)
    await stores.questions.forget_before(guild_id, first)


async def forget_guild(stores: Stores, guild_id: int) -> None:
    """Delete everything about a server."""
    await stores.answers.delete_guild(guild_id)
    await stores.questions.delete_guild(guild_id)
    await stores.sources.delete_scope(scope_of(guild_id))
    await stores.guilds.delete(guild_id)


async def known_guilds(stores: Stores) -> set[int]:
    """Return all servers of which anything is stored."""
    owners = map(guild_of_scope, await stores.sources.scopes())
    answered = await stores.answers.guild_ids()
    return stores.guilds.guild_ids().union(owners, answered, await stores.questions.guild_ids())


async def keep_forgetting(stores: Stores, every: float = EVERY) -> None:
    """Delete old texts of all servers again and again, until cancelled.

    Of several processes one does it. A failure is logged, and the next round tries again.

    Args:
        stores: The stores.
        every: Seconds between two rounds.
    """
    while True:
        try:
            if await stores.leases.take("retention", every / 2):
                for guild_id in await stores.questions.guilds_with_texts():
                    await forget_old_questions(stores, guild_id)
        except Exception:
            log.exception("old questions could not be deleted")
        await asyncio.sleep(every)
