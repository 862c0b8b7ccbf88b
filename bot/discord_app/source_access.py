"""Check who may manage a server's sources, and report what can't be done with them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.discord_app.asker import guild_of
from bot.discord_app.command_access import check_manager
from bot.discord_app.user_error import UserError
from bot.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord


def managed_guild(interaction: discord.Interaction) -> int:
    """Return the server that an interaction comes from, if its user may manage it.

    It is never a server that a button or an option names.

    Raises:
        UserError: The user may not, or the server has not installed the bot.
    """
    guild_id = check_manager(interaction)
    if guild_of(interaction) is None:
        raise UserError("Only those who may Manage Server can do that.")
    return guild_id


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn a :class:`SourceError` into a :class:`UserError`."""
    try:
        yield
    except SourceError as error:
        raise UserError(error.message, **error.values) from error
