"""``/report`` and ``/privacy``: what members asked and voted, and what is stored of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.buttons.privacy import ForgetButton
from bot.discord_app.command_access import COST, check_manager, everywhere, in_servers
from bot.discord_app.reporting import make_report
from bot.discord_app.sending import replying
from bot.discord_app.shown.guild import privacy_layout

if TYPE_CHECKING:
    from bot.discord_app.app import App


class ReportCog(commands.Cog):
    """The commands ``/report`` and ``/privacy``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command()
    @in_servers
    async def report(self, interaction: discord.Interaction) -> None:
        """See what this server asked, and what the articles could not answer."""
        guild_id = check_manager(interaction)
        async with replying(interaction, private=True) as reply:
            language = asker_of(interaction).language
            shown, file = await make_report(self._app, guild_id, language)
            await reply.send(shown, file=file)

    @app_commands.command(extras={COST: 0.0})
    @everywhere
    async def privacy(self, interaction: discord.Interaction) -> None:
        """See what Footnote keeps, and delete what it keeps about you."""
        asker = asker_of(interaction)
        settings = self._app.stores.guilds.get(asker.guild_id)
        forget = ForgetButton(asker.language.say("Delete what is kept about me"))
        async with replying(interaction, private=True) as reply:
            await reply.send(privacy_layout(settings, forget, asker.language))
