"""The bot: given its settings and what it answers from, it connects them to Discord."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.discord_app.answering import Answering
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.cogs.articles import ArticlesCog
from bot.discord_app.cogs.ask import AskCog
from bot.discord_app.cogs.conversation import ConversationCog
from bot.discord_app.cogs.reload import ReloadCog
from bot.discord_app.cogs.report import ReportCog
from bot.discord_app.cogs.settings import SettingsCog
from bot.discord_app.cogs.summary import SummaryCog
from bot.discord_app.cogs.who import WhoCog
from bot.discord_app.errors import report
from bot.discord_app.fair_use import FairUse
from bot.discord_app.locale.language import FootnoteTranslator, Languages
from bot.discord_app.under_way import UnderWay
from bot.monitoring.gateway import GatewayWatch
from bot.monitoring.log import code_of, log_event

if TYPE_CHECKING:
    from bot.library.librarian import Librarian
    from bot.service import Service

log = logging.getLogger(__name__)

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
)
"""What the bot needs to be allowed in a server."""

FINISH_WITHIN = 5.0
"""Seconds that a stop waits for what is being answered."""

SCOPES = ("bot", "applications.commands")
"""What an invitation asks for."""


class FootnoteTree(app_commands.CommandTree["FootnoteBot"]):
    """Send every failure of a command to the one place that tells it."""

    async def on_error(
        self,
        interaction: discord.Interaction[FootnoteBot],
        error: app_commands.AppCommandError,
    ) -> None:
        """Report a failure to the command's user and the log."""
        await report(interaction, error, self.client.languages.of(interaction.locale))


class FootnoteBot(commands.AutoShardedBot):
    """Answer in Discord.

    Args:
        service: What the bot stands on.
        fair_use: Says when a member has to wait.
        always_sync: Tell Discord of the commands at every start, as a simulated one forgets.
    """

    def __init__(
        self,
        service: Service,
        *,
        fair_use: FairUse | None = None,
        always_sync: bool = False,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            # Mentions and direct messages arrive with their content without a privileged intent.
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            tree_cls=FootnoteTree,
        )
        self.service = service
        self.languages = Languages.load()
        self.answering = Answering(service)
        self.fair_use = fair_use or FairUse()
        self.gateway = GatewayWatch()
        self.under_way = UnderWay()
        self._always_sync = always_sync
        self._translator = FootnoteTranslator(self.languages)

    @property
    def librarian(self) -> Librarian:
        """Give what keeps the library in service."""
        return self.service.librarian

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and tell Discord of the commands where they changed."""
        await self.tree.set_translator(self._translator)
        await self.add_commands()
        self.add_dynamic_items(*BUTTONS)
        self._forget_daily.start()
        await self.sync_if_changed()

    async def add_commands(self) -> None:
        """Add all commands, without telling Discord of them."""
        for cog in (
            AskCog(self),
            ConversationCog(self),
            SummaryCog(self),
            WhoCog(self),
            ArticlesCog(self),
            SettingsCog(self),
            ReportCog(self),
            ReloadCog(self),
        ):
            await self.add_cog(cog)

    async def close(self) -> None:
        """Finish what is being answered, leave Discord, and leave no work behind."""
        self._forget_daily.cancel()
        left = await self.under_way.finish(FINISH_WITHIN)
        if left:
            log.warning("stopped while still answering: %d", left)
        await super().close()

    async def sync_if_changed(self) -> None:
        """Tell Discord of the command set unless it is the one it was told of last."""
        application_id = self.application_id or 0
        digest = await self._command_set_digest()
        known = None if self._always_sync else await self.service.commands.digest(application_id)
        if digest == known:
            return
        synced = await self.tree.sync()
        await self.service.commands.remember(application_id, digest)
        log.info("told Discord of its commands: %d", len(synced))

    async def _command_set_digest(self) -> str:
        payload = [
            await command.get_translated_payload(self.tree, self._translator)
            for command in self.tree.get_commands()
        ]
        ordered = sorted(payload, key=lambda command: str(command["name"]))
        return hashlib.sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()

    @property
    def invitation(self) -> str:
        """Give the link that brings the bot to a server, with what it needs and no more."""
        return discord.utils.oauth_url(
            self.application_id or 0, permissions=PERMISSIONS, scopes=SCOPES
        )

    async def forget_old_questions(self, guild_id: int) -> None:
        """Delete the texts of a server's questions that are older than it keeps them."""
        settings = self.service.guilds.get(guild_id)
        days = settings.kept_days - 1 if settings.keep_questions else -1
        first = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days)
        await self.service.questions.forget_before(guild_id, first)

    @tasks.loop(hours=6)
    async def _forget_daily(self) -> None:
        for guild_id in await self.service.questions.guilds_with_texts():
            await self.forget_old_questions(guild_id)

    @_forget_daily.error
    async def _log_forgetting(self, *problem: Any) -> None:
        log.error("old questions could not be deleted", exc_info=problem[-1])

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget everything about a server that the bot was removed from."""
        await self.service.answers.delete_guild(guild.id)
        await self.service.questions.delete_guild(guild.id)
        await self.service.guilds.delete(guild.id)

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no prefix commands."""

    async def on_shard_connect(self, shard_id: int) -> None:
        """Note that a shard is connected."""
        self.gateway.up(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Note that a shard goes on where it was."""
        self.gateway.up(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Note that a shard has lost its connection."""
        self.gateway.down(shard_id)

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
        """Log who the bot is and where."""
        log.info("ready as %s, servers: %d", self.user, len(self.guilds))

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what an event's handler raised."""
        log.error("%s failed", event_method, exc_info=sys.exception())
