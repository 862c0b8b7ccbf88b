"""``/settings``: how the bot behaves in a server, for those who manage it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.asker import asker_of
from bot.discord_app.buttons.settings import MOST_CHANNELS, ask_everywhere, show_settings
from bot.discord_app.channel_options import AskedIn
from bot.discord_app.command_access import COST, check_manager, in_servers
from bot.discord_app.sending import replying
from bot.discord_app.server_settings import change_settings
from bot.library.tags import plain_tags
from bot.storage.guild_settings import (  # noqa: TC001 - discord.py reads them
    MAX_KEPT_DAYS,
    MAX_QUESTIONS,
    MAX_SECONDS,
)

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.storage.guild_settings import GuildSettings

_Channel = app_commands.Transform[int, AskedIn]


class SettingsCog(commands.Cog):
    """The command ``/settings``."""

    def __init__(self, app: App) -> None:
        self._app = app

    @app_commands.command(extras={COST: 0.0})
    @in_servers
    @app_commands.describe(
        answers="Are answers to /ask shown to everybody, or only to whoever asks?",
        feedback="Can members vote on answers?",
        questions="How many questions may a member ask in a period? 0 for no limit.",
        seconds="How long is that period, in seconds?",
        add_channel="Answer mentions in this channel, and no longer everywhere.",
        remove_channel="No longer answer mentions in this channel.",
        keep_questions="Keep the texts of unanswered questions, without who asked them?",
        kept_days="For how many days?",
        shared="Do the articles that all servers share answer beside this server's own?",
        tag="Only sources with this tag answer in the channel of tag_channel; * for all.",
        tag_channel="The channel for the tag; this one if left out.",
    )
    async def settings(  # noqa: PLR0913, PLR0917 - an option each
        self,
        interaction: discord.Interaction,
        answers: Literal["public", "private"] | None = None,
        feedback: bool | None = None,
        questions: app_commands.Range[int, 0, MAX_QUESTIONS] | None = None,
        seconds: app_commands.Range[int, 1, MAX_SECONDS] | None = None,
        add_channel: _Channel | None = None,
        remove_channel: _Channel | None = None,
        keep_questions: bool | None = None,
        kept_days: app_commands.Range[int, 1, MAX_KEPT_DAYS] | None = None,
        shared: bool | None = None,
        tag: app_commands.Range[str, 1, 30] | None = None,
        tag_channel: _Channel | None = None,
    ) -> None:
        """See and change how Footnote behaves in this server."""
        guild_id = check_manager(interaction)
        before = self._app.stores.guilds.get(guild_id)
        given: dict[str, Any] = {
            "private": None if answers is None else answers == "private",
            "feedback": feedback,
            "cooldown_questions": questions,
            "cooldown_seconds": seconds,
            "keep_questions": keep_questions,
            "kept_days": kept_days,
            "shared": shared,
        }
        changes = {name: value for name, value in given.items() if value is not None}
        channels = _changed_channels(before, add_channel, remove_channel)
        language = asker_of(interaction).language
        async with replying(interaction, private=True) as reply:
            if before.channels and not channels:
                await reply.send(ask_everywhere(language))
                return
            bound = tag_channel or interaction.channel_id
            tags = before.channel_tags if tag is None else _bound(before, bound or 0, tag)
            after = dataclasses.replace(before, channels=channels, channel_tags=tags, **changes)
            changed = await change_settings(self._app, guild_id, after)
            await reply.send(show_settings(after, language, changed=changed))


def _changed_channels(
    settings: GuildSettings, added: int | None, removed: int | None
) -> tuple[int, ...]:
    channels = dict.fromkeys(settings.channels)
    if added is not None:
        channels[added] = None
    if removed is not None:
        channels.pop(removed, None)
    return tuple(channels)[-MOST_CHANNELS:]


def _bound(settings: GuildSettings, channel: int, tag: str) -> tuple[str, ...]:
    plain = plain_tags([tag])
    wanted = "" if tag.strip() == "*" or not plain else plain[0]
    return settings.with_tag(channel, wanted)[-MOST_CHANNELS:]
