"""The report that a server's admins ask for, and the one that comes every week."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bot.discord_app.reporting import keep_reporting, send_weekly_report, week_of
from tests.discord_app.reading import read

if TYPE_CHECKING:
    import discord
    import simcord

    from tests.discord_app.conftest import Newsroom

MONDAY = dt.date(2026, 11, 23)
WEEK = dt.timedelta(days=7)


def guild_of(newsroom: Newsroom) -> discord.Guild:
    guild = newsroom.bot.get_guild(newsroom.guild.id)
    assert guild is not None
    return guild


async def choose(newsroom: Newsroom, channel: simcord.ChannelHandle) -> None:
    """Choose the channel of the weekly report, as the admin does."""
    shown = await newsroom.editor.slash(newsroom.channel, "settings")
    assert shown.response is not None
    await newsroom.editor.select(shown.response, [channel], custom_id="fn:pick:report_channel")


async def test_questions_that_are_alike_stand_together_with_the_nearest_article(
    newsroom: Newsroom,
) -> None:
    await newsroom.editor.slash(newsroom.channel, "settings", keep_questions=True)
    for question in ("super bowl harbour", "Super Bowl harbour?", "who won the super bowl harbour"):
        await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    shown = read(await newsroom.editor.slash(newsroom.channel, "report"))
    assert "2 × super bowl harbour" in shown or "3 × super bowl harbour" in shown
    assert shown.count("× ") == 1
    assert "Since the beginning: **3** questions" in shown
    assert "Nearest: [Harbour bridge reopens" in shown


async def test_the_report_comes_once_a_week_also_after_a_restart(newsroom: Newsroom) -> None:
    admins = newsroom.guild.create_text_channel("admins")
    await choose(newsroom, admins)
    now = week_of(newsroom.env.now())
    app = newsroom.bot.app
    await send_weekly_report(app, guild_of(newsroom), now)
    assert admins.history() == []
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    await send_weekly_report(app, guild_of(newsroom), now + WEEK)
    (sent,) = admins.history()
    assert "This week: **1** question · 100% answered" in read(sent)
    assert [file.filename for file in sent.attachments] == ["footnote-report.csv"]
    await newsroom.restart()
    await send_weekly_report(newsroom.bot.app, guild_of(newsroom), now + WEEK)
    assert len(admins.history()) == 1
    await send_weekly_report(newsroom.bot.app, guild_of(newsroom), now + 2 * WEEK)
    assert "This week: **0** questions" in read(admins.history()[-1])


async def test_where_nobody_has_asked_the_report_says_so_without_an_empty_file(
    newsroom: Newsroom,
) -> None:
    shown = await newsroom.editor.slash(newsroom.channel, "report")
    assert "Nobody has asked anything here yet." in read(shown)
    assert shown.response is not None
    assert not shown.response.attachments
    admins = newsroom.guild.create_text_channel("admins")
    await choose(newsroom, admins)
    now = week_of(newsroom.env.now())
    for week in (now, now + WEEK):
        await send_weekly_report(newsroom.bot.app, guild_of(newsroom), week)
    (sent,) = admins.history()
    assert "Nobody has asked anything here yet." in read(sent)
    assert not sent.attachments


async def test_servers_that_chose_no_channel_get_no_report(newsroom: Newsroom) -> None:
    await send_weekly_report(newsroom.bot.app, guild_of(newsroom), MONDAY + 999 * WEEK)
    assert newsroom.channel.last_message is None


async def test_a_channel_that_is_gone_or_closed_is_no_error(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    admins = newsroom.guild.create_text_channel("admins")
    await choose(newsroom, admins)
    newsroom.env.inject_error("POST", "/channels/*/messages", status=403, times=1)
    await send_weekly_report(newsroom.bot.app, guild_of(newsroom), MONDAY + 999 * WEEK)
    assert "no permission to send the weekly report" in caplog.text


async def test_one_servers_failure_holds_up_no_other(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried = []

    async def fail(_: object, guild: discord.Guild, __: object) -> None:
        tried.append(guild.id)
        if len(tried) > 2:
            raise KeyboardInterrupt
        raise RuntimeError("on purpose")

    monkeypatch.setattr("bot.discord_app.reporting.send_weekly_report", fail)
    newsroom.env.create_guild(name="Another")
    await newsroom.env.settle()
    with pytest.raises(KeyboardInterrupt):
        await keep_reporting(newsroom.bot.app, newsroom.bot, every=0)
    assert len(set(tried)) == 2
    assert "could not be sent" in caplog.text


@pytest.mark.parametrize(
    ("moment", "monday"),
    [
        ("2026-11-23T07:59:00+00:00", "2026-11-16"),
        ("2026-11-23T08:00:00+00:00", "2026-11-23"),
        ("2026-11-29T23:00:00+00:00", "2026-11-23"),
        ("2026-11-23T09:00:00+02:00", "2026-11-16"),
    ],
)
def test_a_week_begins_on_monday_at_eight(moment: str, monday: str) -> None:
    assert week_of(dt.datetime.fromisoformat(moment)).isoformat() == monday
