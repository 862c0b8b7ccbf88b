"""``/reload``: load edited articles without a restart."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.command_access import COST, manages
from bot.discord_app.progress import follow
from bot.discord_app.sending import replying
from bot.discord_app.shown.layout import notice
from bot.discord_app.shown.reload import progress_text, reload_layout
from bot.discord_app.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.discord_app.sending import Reply

log = logging.getLogger(__name__)


class ReloadCog(commands.Cog):
    """The command ``/reload``.

    Args:
        app: The app.
        is_owner: Returns whether a user owns the bot.
    """

    def __init__(
        self,
        app: App,
        is_owner: Callable[[discord.User | discord.Member], Awaitable[bool]],
    ) -> None:
        self._app = app
        self._is_owner = is_owner

    @app_commands.command(extras={COST: 0.0})
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.default_permissions(manage_guild=True)
    async def reload(self, interaction: discord.Interaction) -> None:
        """Read the articles again (for those who manage the server)."""
        # A server's settings can give the command to anybody, so it is checked here again.
        if not manages(interaction) and not await self._is_owner(interaction.user):
            raise UserError("Only those who may Manage Server, and the bot's owner, can reload.")
        language = asker_of(interaction).language
        async with replying(interaction, private=True) as reply:
            await self._reload(reply, language)

    async def _reload(self, reply: Reply, language: Language) -> None:
        reloads = self._app.service.metrics.reloads

        async def show(layout: discord.ui.LayoutView) -> None:
            try:
                await reply.send(layout)
            except discord.HTTPException as problem:
                # A failure to show the progress must not stop the reload.
                log.warning("could not show the result of the reload: %s", problem)

        try:
            report = await follow(
                self._app.shelves.shared.reload,
                lambda done, total: show(notice(progress_text(done, total, language))),
            )
        except Exception:
            reloads.labels("failed").inc()
            raise
        reloads.labels("done").inc()
        await show(reload_layout(report, language))
