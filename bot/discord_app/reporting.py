"""Reports on the questions of a server: on request, and weekly where its managers ask for it."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import logging
from typing import TYPE_CHECKING

import discord

from bot.discord_app.shown.report import REPORT_FILE, ReportContents, report_csv, report_layout
from bot.library.unanswered import group_unanswered
from bot.storage.retention import forget_old_questions

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.storage.guild_report import WeekCounts

log = logging.getLogger(__name__)

EVERY = 60 * 60.0
"""Seconds between two checks for due reports."""

_IN_FILE = 1000
_SHOWN = 10
_MORNING = dt.timedelta(hours=8)


async def make_report(
    app: App, guild_id: int, language: Language, week: WeekCounts | None = None
) -> tuple[discord.ui.LayoutView, discord.File | None]:
    """Return the report on a server, and the file that comes with it, if anybody has asked.

    Args:
        app: The app.
        guild_id: The server.
        language: The language of the report.
        week: The counts since the last weekly report, if this is a weekly one.
    """
    await forget_old_questions(app.stores, guild_id)
    report = await app.stores.questions.report(guild_id, _IN_FILE)
    library = await app.shelves.library(guild_id)
    groups = await asyncio.to_thread(group_unanswered, report.unanswered, library, _SHOWN)
    settings = app.stores.guilds.get(guild_id)
    shown = report_layout(ReportContents(report, tuple(groups), week), library, settings, language)
    if not report.asked:
        return shown, None
    return shown, discord.File(io.BytesIO(report_csv(report, library)), REPORT_FILE)


def week_of(moment: dt.datetime) -> dt.date:
    """Return the Monday of a moment's week, which begins at eight in the morning in UTC."""
    day = (moment.astimezone(dt.UTC) - _MORNING).date()
    return day - dt.timedelta(days=day.weekday())


async def keep_reporting(app: App, client: discord.Client, every: float = EVERY) -> None:
    """Send every server's weekly report when it is due, again and again, until cancelled.

    Args:
        app: The app.
        client: The connection to Discord.
        every: Seconds between two checks.
    """
    await client.wait_until_ready()
    while True:
        week = week_of(discord.utils.utcnow())
        for guild in list(client.guilds):
            try:
                await send_weekly_report(app, guild, week)
            except Exception:
                log.exception("the weekly report of server %d could not be sent", guild.id)
        await asyncio.sleep(every)


async def send_weekly_report(app: App, guild: discord.Guild, week: dt.date) -> None:
    """Send a server's report of the week before, once, to the channel that its admins chose.

    A report that Discord refuses is not tried again: it is better missed than sent twice.
    """
    chosen = app.stores.guilds.get(guild.id).report_channel
    channel = guild.get_channel_or_thread(chosen) if chosen else None
    if not isinstance(channel, discord.abc.Messageable):
        return
    counts = await app.stores.questions.begin_week(guild.id, week)
    if counts is None:
        return
    language = app.languages.of(guild.preferred_locale)
    shown, file = await make_report(app, guild.id, language, counts)
    try:
        await channel.send(view=shown, file=file or discord.utils.MISSING)
    except discord.Forbidden as error:
        log.warning("no permission to send the weekly report to channel %d: %s", chosen, error)
