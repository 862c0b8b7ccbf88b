"""What commands share: where they work, who asks, and who may manage a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from discord import app_commands

from bot.discord_app.answering import Asker
from bot.discord_app.errors import UserError
from bot.monitoring.log import code_of

if TYPE_CHECKING:
    import discord

    from bot.discord_app.client import FootnoteBot

_Command = TypeVar("_Command", bound=Any)


def everywhere(command: _Command) -> _Command:
    """Let a command work in servers, direct messages and groups, and where users installed it."""
    installs = app_commands.allowed_installs(guilds=True, users=True)
    contexts = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    return installs(contexts(command))


def in_servers(command: _Command) -> _Command:
    """Let a command work in servers that installed the bot, for those who may Manage Server."""
    installs = app_commands.allowed_installs(guilds=True, users=False)
    contexts = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    managers = app_commands.default_permissions(manage_guild=True)
    return installs(contexts(managers(command)))


def asker_of(interaction: discord.Interaction[FootnoteBot]) -> Asker:
    """Tell who asks. Of a server that only the user brought the bot to, nothing is kept."""
    language = interaction.client.languages.of(interaction.locale)
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    guild_id = None if alone else interaction.guild_id
    return Asker(interaction.user.id, guild_id, language, code_of(interaction.id))


def manages(interaction: discord.Interaction[FootnoteBot]) -> bool:
    """Tell whether a member may manage the server."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def check_manager(interaction: discord.Interaction[FootnoteBot]) -> int:
    """Let only those go on who may manage the server; a server's settings can let others come here.

    Returns:
        The server's id.

    Raises:
        UserError: They may not.
    """
    if interaction.guild_id is None or not manages(interaction):
        raise UserError("Only those who may Manage Server can do that.")
    return interaction.guild_id
