"""Where commands work, and who may use those that are for managers of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from discord import app_commands

from bot.discord_app.user_error import UserError

if TYPE_CHECKING:
    import discord

_Command = TypeVar("_Command", bound=Any)

COST = "cost"
"""The key of a command's cost in its extras; without it, a command costs as much as a question."""


def everywhere(command: _Command) -> _Command:
    """Allow a command in servers, direct messages and groups, and where users installed it."""
    installs = app_commands.allowed_installs(guilds=True, users=True)
    contexts = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    return installs(contexts(command))


def in_servers(command: _Command) -> _Command:
    """Allow a command in servers that installed the bot, for those who may Manage Server."""
    installs = app_commands.allowed_installs(guilds=True, users=False)
    contexts = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    managers = app_commands.default_permissions(manage_guild=True)
    return installs(contexts(managers(command)))


def manages(interaction: discord.Interaction) -> bool:
    """Return whether a member may manage the server."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def check_manager(interaction: discord.Interaction) -> int:
    """Raise unless the member may manage the server: its settings can give commands to others.

    Returns:
        The server's id.

    Raises:
        UserError: The member may not.
    """
    if interaction.guild_id is None or not manages(interaction):
        raise UserError("Only those who may Manage Server can do that.")
    return interaction.guild_id
