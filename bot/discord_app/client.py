"""The bot: given its settings and what it answers from, it connects them to Discord."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.cogs.ask import AskCog
from bot.discord_app.cogs.conversation import ConversationCog
from bot.discord_app.cogs.reload import ReloadCog
from bot.discord_app.cogs.summary import SummaryCog
from bot.discord_app.cogs.who import WhoCog
from bot.discord_app.errors import report
from bot.discord_app.views import BUTTONS

if TYPE_CHECKING:
    from bot.librarian import Librarian
    from bot.storage.commands import CommandStore

log = logging.getLogger(__name__)


class FootnoteTree(app_commands.CommandTree["FootnoteBot"]):
    """Send every failure of a command to the one place that tells it."""

    async def on_error(
        self,
        interaction: discord.Interaction[FootnoteBot],
        error: app_commands.AppCommandError,
    ) -> None:
        """Report a failure to the command's user and the log."""
        await report(interaction, error)


class FootnoteBot(commands.AutoShardedBot):
    """Answer in Discord.

    Args:
        librarian: Keeps the library that is in service.
        command_store: Remembers which commands Discord was told of.
        always_sync: Tell Discord of the commands at every start, as a simulated one forgets.
    """

    def __init__(
        self, librarian: Librarian, command_store: CommandStore, *, always_sync: bool = False
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
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )
        self.librarian = librarian
        self._command_store = command_store
        self._always_sync = always_sync

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and tell Discord of the commands where they changed."""
        for cog in (
            AskCog(self.librarian),
            ConversationCog(self, self.librarian),
            SummaryCog(self.librarian),
            WhoCog(self.librarian),
            ReloadCog(self, self.librarian),
        ):
            await self.add_cog(cog)
        self.add_dynamic_items(*BUTTONS)
        await self.sync_if_changed()

    async def sync_if_changed(self) -> bool:
        """Tell Discord of the command set unless it is the one it was told of last.

        Returns:
            Whether Discord was told.
        """
        application_id = self.application_id or 0
        digest = await self._command_set_digest()
        known = None if self._always_sync else await self._command_store.digest(application_id)
        if digest == known:
            return False
        synced = await self.tree.sync()
        await self._command_store.remember(application_id, digest)
        log.info("told Discord of %d commands", len(synced))
        return True

    async def _command_set_digest(self) -> str:
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        ordered = sorted(payload, key=lambda command: str(command["name"]))
        return hashlib.sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()

    async def on_message(self, message: discord.Message, /) -> None:
        """Leave messages to the cogs: there are no prefix commands."""

    async def on_ready(self) -> None:
        """Log who the bot is and where."""
        log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what an event's handler raised."""
        log.error("%s failed", event_method, exc_info=sys.exception())
