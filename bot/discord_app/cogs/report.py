"""``/report`` and ``/privacy``: what members asked and thought, and what is kept of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.buttons.privacy import ForgetButton
from bot.discord_app.command_access import COST, check_manager, everywhere, in_servers
from bot.discord_app.shown.guild import privacy_embed, report_csv, report_embed
from bot.storage.retention import forget_old_questions

if TYPE_CHECKING:
    from bot.discord_app.app import App

_IN_FILE = 1000


class ReportCog(commands.Cog):
    """The commands ``/report`` and ``/privacy``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @in_servers
    async def report(self, interaction: discord.Interaction) -> None:
        """See what this server asked, and what the articles could not answer."""
        guild_id = check_manager(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await forget_old_questions(self._app.stores, guild_id)
        report = await self._app.stores.questions.report(guild_id, _IN_FILE)
        library, language = (
            await self._app.shelves.library(guild_id),
            asker_of(interaction).language,
        )
        settings = self._app.stores.guilds.get(guild_id)
        await interaction.followup.send(
            embed=report_embed(report, library, settings, language),
            file=discord.File(io.BytesIO(report_csv(report, library)), "footnote-report.csv"),
            ephemeral=True,
        )

    @app_commands.command(extras={COST: 0.0})
    @everywhere
    async def privacy(self, interaction: discord.Interaction) -> None:
        """See what Footnote keeps, and delete what it keeps about you."""
        asker = asker_of(interaction)
        settings = self._app.stores.guilds.get(asker.guild_id)
        view = discord.ui.View(timeout=None)
        view.add_item(ForgetButton(asker.language.say("Delete what is kept about me")))
        await interaction.response.send_message(
            embed=privacy_embed(settings, asker.language), view=view, ephemeral=True
        )
