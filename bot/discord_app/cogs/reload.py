"""``/reload``: bring edited articles in without a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.embeds import reload_embed
from bot.discord_app.errors import UserError

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.librarian import Librarian


class ReloadCog(commands.Cog):
    """Answer ``/reload``."""

    def __init__(self, bot: FootnoteBot, librarian: Librarian) -> None:
        self._bot = bot
        self._librarian = librarian

    @app_commands.command()
    @app_commands.default_permissions(manage_guild=True)
    async def reload(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """Read the articles again (for those who manage the server)."""
        # A server's settings can hand the command to anybody, so it is checked here again.
        if not await self._may_reload(interaction):
            message = "Only those who may Manage Server, and the bot's owner, can reload."
            raise UserError(message)
        await interaction.response.defer(ephemeral=True, thinking=True)
        report = await self._librarian.reload()
        await interaction.followup.send(embed=reload_embed(report), ephemeral=True)

    async def _may_reload(self, interaction: discord.Interaction[FootnoteBot]) -> bool:
        manages = interaction.guild_id is not None and interaction.permissions.manage_guild
        return manages or await self._bot.is_owner(interaction.user)
