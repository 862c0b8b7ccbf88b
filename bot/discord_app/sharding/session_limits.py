"""How many sessions may begin today: Discord resets the token of a bot that begins too many."""

from __future__ import annotations

import asyncio
import logging

import discord

log = logging.getLogger(__name__)

FEW_SESSIONS = 20
"""The number of remaining sessions at which no more are started."""

_LONGEST_WAIT = 60.0


async def wait_if_few_left(limits: discord.SessionStartLimits) -> bool:
    """Return whether enough sessions are left today; if not, log that and wait for a while first.

    Args:
        limits: The limits that Discord reports.
    """
    if limits.remaining > FEW_SESSIONS:
        return True
    seconds = limits.reset_after / 1000
    log.error(
        "Discord lets only %d more sessions begin in the next %.0f s, and resets the token of a "
        "bot that begins too many: waiting",
        limits.remaining,
        seconds,
    )
    await asyncio.sleep(min(_LONGEST_WAIT, seconds))
    return False


async def until_left(client: discord.AutoShardedClient) -> None:
    """Wait until enough sessions are left, unless Discord can't say how many are."""
    try:
        while not await wait_if_few_left(await client.fetch_session_start_limits()):
            pass
    except (discord.HTTPException, OSError) as error:
        log.warning("can't find out how many sessions may begin today: %s", error)
