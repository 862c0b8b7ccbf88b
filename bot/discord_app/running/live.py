"""Run the bot on Discord until it is told to stop."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord import app_commands

from bot.discord_app.app import App
from bot.discord_app.running.client import PERMISSIONS, SCOPES, FootnoteBot
from bot.discord_app.running.health import health_of
from bot.language.plain_text import plain
from bot.monitoring.garbage_collection import keep_from_collection
from bot.monitoring.gateway import GatewayDeadError
from bot.monitoring.heartbeat import heartbeat
from bot.monitoring.server import serve_monitor
from bot.monitoring.stop_signal import STOP_WITHIN, run_until, stop_requested
from bot.open_service import make_service, open_service
from bot.storage.cluster import wanted_shards
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.settings import Settings
    from bot.storage.cluster import WantedShards

# The close code of the gateway for an invalid token.
_TOKEN_REFUSED = 4004
_UNREACHABLE = (
    OSError,
    TimeoutError,
    aiohttp.ClientError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
)


DRAINED_WITHIN = 60.0
"""The maximum seconds that a shutdown takes to hand shards over to other processes."""


class LiveError(Exception):
    """The bot can't go live; the message says why, and how to fix it."""


async def run_live(
    settings: Settings, announce: Callable[[str], None], stop_within: float = STOP_WITHIN
) -> None:
    """Connect to Discord and serve until Ctrl-C or SIGTERM.

    Args:
        settings: The settings.
        announce: Called, once the bot is connected, with each line about how it is set up.
        stop_within: Seconds from the signal to the end of the process.

    Raises:
        LiveError: There is no token, Discord refuses it or can't be reached, or was lost for
            ``DEAD_AFTER`` seconds.
        MonitorError: The monitor's port is taken.
        DatabaseError: The database can't be used.
    """
    token = _token(settings)
    wanted = wanted_shards(settings.shards)
    # Handing shards over takes longer.
    draining = 0.0 if settings.database_file else DRAINED_WITHIN
    with stop_requested(stop_within + draining) as stop:
        await run_until(stop, _serve(settings, token, wanted, announce))


async def _serve(
    settings: Settings, token: str, wanted: WantedShards, announce: Callable[[str], None]
) -> None:
    """Serve until cancelled."""
    async with (
        open_service(settings) as service,
        FootnoteBot(App.over(service), wanted=wanted, port=settings.monitor_port) as bot,
        _monitored(bot, settings.monitor_port),
    ):
        keep_from_collection()
        with heartbeat():
            await _serve_on_discord(bot, token, announce)


async def _serve_on_discord(bot: FootnoteBot, token: str, announce: Callable[[str], None]) -> None:
    serving = asyncio.create_task(bot.start(token))
    watching = asyncio.create_task(bot.gateway.until_dead())
    telling = asyncio.create_task(_tell(bot, announce))
    try:
        await asyncio.wait({serving, watching}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            _raise_plainly(serving)
        if watching.done():
            watching.result()
    except GatewayDeadError as error:
        raise LiveError(str(error)) from error
    except asyncio.CancelledError:
        if bot.keeper:
            await bot.keeper.drain(DRAINED_WITHIN)
        raise
    finally:
        await bot.close()
        for task in (serving, watching, telling):
            task.cancel()
        await asyncio.gather(serving, watching, telling, return_exceptions=True)


async def sync_commands(settings: Settings) -> int:
    """Sync the commands with Discord, whether or not they have changed.

    Returns:
        The number of commands.

    Raises:
        LiveError: There is no token, or Discord refuses it or can't be reached.
        DatabaseError: The database can't be used.
    """
    token = _token(settings)
    # The running bot holds the database, and what it keeps is not needed here.
    with tempfile.TemporaryDirectory() as folder:
        async with open_stores(Path(folder) / "footnote.db") as stores:
            app = App.over(make_service(settings.corpus, stores))
            async with FootnoteBot(app, always_sync=True) as bot:
                # Logging in runs the setup hook, which syncs the commands.
                logging_in = asyncio.create_task(bot.login(token))
                await asyncio.wait({logging_in})
                _raise_plainly(logging_in)
                return len(bot.tree.get_commands())


def describe_setup(bot: FootnoteBot) -> list[str]:
    """Return lines about the bot's servers, its invitation, and its missing permissions."""
    lines = [
        f"Footnote is on Discord as {bot.user}: servers: {len(bot.guilds)}, commands: "
        f"{len(bot.tree.get_commands())}.",
        f"Invite it to a server with {bot.invitation}",
    ]
    for guild in bot.guilds:
        missing = [
            name.replace("_", " ")
            for name, wanted in PERMISSIONS
            if wanted and not getattr(guild.me.guild_permissions, name)
        ]
        if missing:
            lines.append(
                f"In the server {plain(guild.name)!r} it may not {', '.join(missing)}: allow it "
                "there, or invite it again."
            )
    return lines


@asynccontextmanager
async def _monitored(bot: FootnoteBot, port: int | None) -> AsyncIterator[None]:
    """Serve health and metrics where a port is set."""
    if port is None:
        yield
        return
    async with serve_monitor(port, bot.app.service.metrics, lambda: health_of(bot)):
        yield


async def _tell(bot: FootnoteBot, announce: Callable[[str], None]) -> None:
    await bot.wait_until_ready()
    keep_from_collection()  # from now on what Discord told of all servers stays, too
    for line in describe_setup(bot):
        announce(line)


def _token(settings: Settings) -> str:
    if settings.token is None:
        message = "there is no token: set DISCORD_TOKEN, in the environment or in .env"
        raise LiveError(message)
    return settings.token.get_secret_value()


def _raise_plainly(serving: asyncio.Task[None]) -> None:
    try:
        serving.result()
    except (discord.LoginFailure, discord.ConnectionClosed) as error:
        if isinstance(error, discord.ConnectionClosed) and error.code != _TOKEN_REFUSED:
            message = f"Discord ended the connection for good ({error}): start again"
            raise LiveError(message) from error
        message = (
            "Discord refuses the token: copy it again from the developer portal "
            "(Bot, Reset Token) into DISCORD_TOKEN"
        )
        raise LiveError(message) from error
    except app_commands.CommandSyncFailure as error:
        message = (
            f"Discord finds a command invalid ({error}): no setting of yours is wrong, so please "
            "report this with the version of Footnote, and use an earlier one until it is fixed"
        )
        raise LiveError(" ".join(message.split())) from error
    except discord.Forbidden as error:
        message = (
            f"Discord refuses the commands ({error}): invite the bot again with the scopes "
            f"{' and '.join(SCOPES)}"
        )
        raise LiveError(message) from error
    except _UNREACHABLE as error:
        message = (
            f"Discord can't be reached ({error or type(error).__name__}): check the network, "
            "then start again"
        )
        raise LiveError(message) from error
    except discord.HTTPException as error:
        message = (
            f"Discord refuses what the bot asks of it at its start ({error}): start again later, "
            "and report it if that does not help"
        )
        raise LiveError(" ".join(message.split())) from error
