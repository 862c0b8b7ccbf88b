"""Run the bot on Discord until it is told to stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.discord_app.client import FootnoteBot
from bot.service import open_service, stop_requested

if TYPE_CHECKING:
    from bot.settings import Settings


class LiveError(Exception):
    """Tell in one line why the bot can't go live, and the mend."""


async def run_live(settings: Settings) -> None:
    """Connect to Discord and serve until Ctrl-C or SIGTERM.

    Raises:
        LiveError: There is no token, or Discord refuses it or can't be reached.
        DatabaseError: The database can't be used.
    """
    if settings.token is None:
        message = "there is no token: set DISCORD_TOKEN, in the environment or in .env"
        raise LiveError(message)
    stop = stop_requested()
    async with open_service(settings) as service:
        bot = FootnoteBot(service)
        async with bot:
            serving = asyncio.create_task(bot.start(settings.token.get_secret_value()))
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            if serving.done():
                _raise_plainly(serving)
            await bot.close()
            serving.cancel()
            with suppress(asyncio.CancelledError):
                await serving


def _raise_plainly(serving: asyncio.Task[None]) -> None:
    try:
        serving.result()
    except discord.LoginFailure as error:
        message = (
            "Discord refuses the token: copy it anew from the developer portal "
            "(Bot, Reset Token) into DISCORD_TOKEN"
        )
        raise LiveError(message) from error
    except (OSError, discord.DiscordServerError) as error:
        message = f"Discord can't be reached ({error}): check the network, then start again"
        raise LiveError(message) from error
