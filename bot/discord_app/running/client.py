"""The bot's connection to Discord: its commands, buttons and events."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import pay
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.buttons.settings import LimitsForm
from bot.discord_app.cogs.articles import ArticlesCog
from bot.discord_app.cogs.ask import AskCog
from bot.discord_app.cogs.conversation import ConversationCog
from bot.discord_app.cogs.forum import ForumCog
from bot.discord_app.cogs.reload import ReloadCog
from bot.discord_app.cogs.report import ReportCog
from bot.discord_app.cogs.settings import SettingsCog
from bot.discord_app.cogs.sources import SourcesCog
from bot.discord_app.cogs.summary import SummaryCog
from bot.discord_app.cogs.welcome import WelcomeCog
from bot.discord_app.cogs.who import WhoCog
from bot.discord_app.command_access import COST
from bot.discord_app.error_messages import report
from bot.discord_app.fair_use import QUESTION
from bot.discord_app.forms import submit
from bot.discord_app.locale.language import FootnoteTranslator
from bot.discord_app.reporting import keep_reporting
from bot.discord_app.send_once import once_trace
from bot.discord_app.sharding.session_limits import until_left
from bot.discord_app.sharding.shard_keeper import ShardKeeper
from bot.discord_app.sharding.sharded_bot import ShardedBot
from bot.discord_app.sources.adding import AddForm
from bot.discord_app.sources.tasks import SourceTasks
from bot.monitoring.log import code_of, log_event
from bot.storage.errors import DatabaseError
from bot.storage.retention import keep_forgetting

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.storage.cluster import WantedShards

log = logging.getLogger(__name__)

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
    add_reactions=True,
)
"""The permissions that the bot needs in a server."""

FINISH_WITHIN = 2.0
"""Seconds that a shutdown waits for running requests."""

FORMS = (AddForm, LimitsForm)
"""All forms of the bot."""

SCOPES = ("bot", "applications.commands")
"""The OAuth2 scopes of an invitation."""


class FootnoteTree(app_commands.CommandTree[Any]):
    """The command tree: it charges for commands, and reports their failures in one place."""

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Charge a command's cost to its user's allowance."""
        if interaction.type is discord.InteractionType.application_command:
            extras = interaction.command.extras if interaction.command else {}
            await pay(interaction, extras.get(COST, QUESTION))
        return True

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Report a failure to the command's user and the log."""
        await report(interaction, error)


class FootnoteBot(ShardedBot):
    """The client of Discord.

    Args:
        app: The application object for commands and buttons.
        always_sync: Sync the commands at every start, as a simulated Discord forgets them.
        wanted: The shards that this process is to serve; without it, all of them, and no other
            process shares the bot.
        port: The port of the monitor, if it has one.

    Attributes:
        keeper: Manages this process's shards if several processes serve the bot, else ``None``.
    """

    def __init__(
        self,
        app: App,
        *,
        always_sync: bool = False,
        wanted: WantedShards | None = None,
        port: int | None = None,
    ) -> None:
        super().__init__(
            wanted,
            command_prefix=commands.when_mentioned,
            help_command=None,
            # Mentions and direct messages arrive with their content without a privileged intent.
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=once_trace(),
            tree_cls=FootnoteTree,
        )
        self.app = app
        cluster = app.stores.cluster if wanted else None
        self.keeper = ShardKeeper(self, cluster, wanted, port) if cluster and wanted else None
        self._always_sync = always_sync
        self._translator = FootnoteTranslator(app.languages)
        self.source_tasks = SourceTasks(app, self)
        self._keeping: list[asyncio.Task[None]] = []

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and sync the commands if they have changed."""
        await self.tree.set_translator(self._translator)
        await self.add_commands()
        self.add_dynamic_items(*BUTTONS)
        self._keeping = [
            asyncio.create_task(keep_forgetting(self.app.stores)),
            asyncio.create_task(keep_reporting(self.app, self)),
        ]
        await self.sync_if_changed()

    async def add_commands(self) -> None:
        """Add all commands, without syncing them."""
        ask = AskCog(self.app)
        sources = SourcesCog(self.app)
        self.tree.add_command(ask.menu)
        self.tree.add_command(sources.menu)
        for cog in (
            ask,
            ConversationCog(self.app, self),
            ForumCog(self.app, self),
            SummaryCog(self.app),
            WhoCog(self.app),
            ArticlesCog(self.app),
            SettingsCog(self.app),
            ReportCog(self.app),
            ReloadCog(self.app, self.is_owner),
            sources,
            WelcomeCog(self.app),
        ):
            await self.add_cog(cog)

    async def close(self) -> None:
        """Finish running requests, and disconnect from Discord."""
        await self.source_tasks.close()
        for keeping in self._keeping:
            keeping.cancel()
        left = await self.app.running.finish(FINISH_WITHIN)
        if left:
            log.warning("stopped with unfinished answers: %d", left)
        self.app.running.end()
        if self.keeper:
            await self.keeper.close()
        await super().close()

    async def launch_shards(self) -> None:
        """Connect to the shards of this process, at once or after it has claimed some."""
        if self.keeper is None:
            await super().launch_shards()
        elif not self.is_closed():
            await self.keeper.begin()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait until a session may start."""
        if self.keeper is None:
            await until_left(self)
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self.keeper.before_identify(shard_id or 0)

    async def sync_if_changed(self) -> None:
        """Sync the commands with Discord, unless they are the ones that were synced last.

        Of several processes that start at once, only one syncs.
        """
        async with self.app.stores.leases.held(f"commands:{self.application_id}"):
            await self._sync_if_changed()

    async def _sync_if_changed(self) -> None:
        application_id = self.application_id or 0
        digest = await self._command_set_digest()
        known = (
            None if self._always_sync else await self.app.stores.command_sets.digest(application_id)
        )
        if digest == known:
            return
        synced = await self.tree.sync()
        if not self._always_sync:
            await self.app.stores.command_sets.remember(application_id, digest)
        log.info("commands synced with Discord: %d", len(synced))

    async def _command_set_digest(self) -> str:
        payload = [
            await command.get_translated_payload(self.tree, self._translator)
            for command in self.tree.get_commands()
        ]
        ordered = sorted(payload, key=lambda command: str(command["name"]))
        return hashlib.sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()

    @property
    def invitation(self) -> str:
        """The link that invites the bot to a server, with the permissions it needs."""
        return discord.utils.oauth_url(
            self.application_id or 0, permissions=PERMISSIONS, scopes=SCOPES
        )

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Delete all data of a server that removed the bot."""
        await self.source_tasks.forget(guild.id)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no prefix commands, and a cog answers messages."""

    async def on_interaction(self, interaction: discord.Interaction, /) -> None:
        """Answer a submitted form; discord.py dispatches everything else itself."""
        await submit(interaction, FORMS)

    async def on_app_command_completion(
        self, interaction: discord.Interaction, command: app_commands.Command[Any, Any, Any]
    ) -> None:
        """Log a command that was answered."""
        log_event(
            log,
            "command",
            code=code_of(interaction.id),
            guild=interaction.guild_id or "-",
            command=command.qualified_name,
        )

    async def on_ready(self) -> None:
        """Log the bot's name, and start the background tasks for sources."""
        log.info("ready as %s, servers: %d", self.user, len(self.guilds))
        self.source_tasks.begin()
        try:
            await self.source_tasks.forget_left()
        except DatabaseError as error:
            log.warning("can't delete the data of servers left until the next start: %s", error)

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what an event's handler raised."""
        log.error("%s failed", event_method, exc_info=sys.exception())
