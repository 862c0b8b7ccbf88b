"""A server that adds the bot learns what it does and how to begin, once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.cogs.welcome import WelcomeCog
from bot.storage.errors import DatabaseError
from tests.discord_app.reading import read

if TYPE_CHECKING:
    import simcord

    from bot.library.library import Library
    from tests.discord_app.conftest import Newsroom


async def add(
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    *,
    ago: dt.timedelta = dt.timedelta(),
    may_write: bool = True,
    locale: discord.Locale = discord.Locale.british_english,
) -> simcord.ChannelHandle:
    """Let the newsroom add the bot, and return the channel for Discord's notices."""
    channel = newsroom.guild.create_text_channel("notices")
    guild = newsroom.bot.get_guild(newsroom.guild.id)
    assert guild is not None
    monkeypatch.setattr(guild, "_system_channel_id", channel.id)
    monkeypatch.setattr(guild, "preferred_locale", locale)
    monkeypatch.setattr(guild.me, "joined_at", discord.utils.utcnow() - ago)
    if not may_write:
        may_look = discord.Permissions(view_channel=True)
        monkeypatch.setattr(discord.TextChannel, "permissions_for", lambda *_: may_look)
    welcome = newsroom.bot.get_cog("WelcomeCog")
    assert isinstance(welcome, WelcomeCog)
    for _ in range(2):
        await welcome.on_guild_join(guild)
    return channel


async def test_a_server_that_adds_the_bot_is_told_how_to_begin(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = read((await add(newsroom, monkeypatch)).history()[0])
    for part in ("word for word", "`/ask`", "`/help`", "Manage Server", "`/sources add`"):
        assert part in said
    assert "/summary article:Harbour bridge reopens" in said


async def test_it_is_told_once_even_by_two_processes(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = await add(newsroom, monkeypatch)
    nonces = {
        (request.json or {}).get("nonce")
        for request in newsroom.env.http_requests
        if request.path == f"/channels/{channel.id}/messages" and request.method == "POST"
    }
    assert nonces == {str(newsroom.guild.id)}


async def test_it_is_told_in_the_servers_language(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = await add(newsroom, monkeypatch, locale=discord.Locale.german)
    assert "Wort für Wort" in read(channel.history()[0])


@pytest.mark.parametrize(
    "otherwise", [{"ago": dt.timedelta(days=3)}, {"may_write": False}], ids=["long ago", "closed"]
)
async def test_nothing_is_posted_after_an_outage_or_where_the_bot_may_not_write(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, otherwise: dict[str, object]
) -> None:
    channel = await add(newsroom, monkeypatch, **otherwise)  # type: ignore[arg-type]
    assert channel.history() == []


async def test_a_database_that_is_away_is_logged_in_a_line(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(*_: object) -> Library:
        message = "PostgreSQL does not answer"
        raise DatabaseError(message)

    monkeypatch.setattr(newsroom.bot.app.shelves, "library", away)
    assert (await add(newsroom, monkeypatch)).history() == []
    told = [record for record in caplog.records if "PostgreSQL does not answer" in record.message]
    assert told
    assert not any(record.exc_info for record in told)


async def test_a_refusal_of_discord_is_no_error(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.env.inject_error("POST", "/channels/*/messages", status=403, times=2)
    assert (await add(newsroom, monkeypatch)).history() == []
