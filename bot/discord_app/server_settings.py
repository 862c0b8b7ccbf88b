"""Change a server's settings, and apply the consequences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.reporting import week_of
from bot.storage.retention import forget_old_questions

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.storage.guild_settings import GuildSettings


async def change_settings(app: App, guild_id: int, after: GuildSettings) -> bool:
    """Save a server's settings; return whether they changed.

    Args:
        app: The app.
        guild_id: The server.
        after: Its settings from now on.
    """
    before = app.stores.guilds.get(guild_id)
    if after == before:
        return False
    await app.stores.guilds.save(guild_id, after)
    await forget_old_questions(app.stores, guild_id)
    if after.report_channel and not before.report_channel:
        # The first report comes next week, and counts from now.
        await app.stores.questions.begin_week(guild_id, week_of(discord.utils.utcnow()))
    return True
