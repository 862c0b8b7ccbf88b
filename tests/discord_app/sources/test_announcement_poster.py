"""New articles of a feed are announced in their channel or forum, each once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.storage.errors import DatabaseError
from bot.storage.guild_settings import DEFAULTS, GuildSettings
from bot.storage.retention import known_guilds
from bot.storage.sources import Announcement, FeedSettings, SourceChange, Visits, scope_of
from tests.discord_app.reading import buttons, read

if TYPE_CHECKING:
    from bot.storage.sources import Source
    from tests.discord_app.sources.conftest import Feed


async def test_ten_looks_with_three_new_articles_make_three_messages(feed: Feed) -> None:
    feed.publish(1)
    source = await feed.follow(feed.channel.id)
    for look in range(10):
        feed.publish(*range(min(1 + look // 2, 4), 0, -1))
        await feed.look(source)
        if look == 5:
            await feed.news.restart()
    posted = feed.posted()
    assert [number for number in range(5) if any(f"News {number}" in text for text in posted)] == [
        2,
        3,
        4,
    ]
    assert len(posted) == 3
    last = feed.channel.last_message
    assert last is not None
    assert not last.mention_everyone
    assert any(name.startswith("fn:sum:own-") for name in buttons(last))
    assert "Ward 4 met on Monday" in read(last)


async def test_what_was_posted_before_the_bot_ended_is_found_in_the_channel(feed: Feed) -> None:
    feed.publish(1)
    source = await feed.follow(feed.channel.id)
    feed.publish(2, 1)
    await feed.look(source)
    article = next(
        entry.article
        for entry in (await feed.news.service.sources.writer.stored(feed.news.guild.id)).entries
        if entry.key.endswith("/2")
    )
    assert article is not None
    poster = feed.news.bot.source_tasks.announcements._poster
    scope = scope_of(feed.news.guild.id)
    assert await poster.was_posted(Announcement(scope, source.id, article, feed.channel.id))
    assert not await poster.was_posted(Announcement(scope, source.id, "own-x", feed.channel.id))


async def test_a_forum_gets_a_post(feed: Feed) -> None:
    forum = feed.news.guild.create_forum_channel("reading")
    feed.publish(1)
    source = await feed.follow(forum.id)
    feed.publish(2, 1)
    await feed.look(source)
    channel = feed.news.bot.get_channel(forum.id)
    assert isinstance(channel, discord.ForumChannel)
    assert [thread.name for thread in channel.threads] == ["News 2"]


async def test_a_forum_that_demands_a_tag_gets_one_that_all_may_choose(feed: Feed) -> None:
    forum = feed.news.guild.create_forum_channel("reading")
    channel = feed.news.bot.get_channel(forum.id)
    assert isinstance(channel, discord.ForumChannel)
    known = feed.news.env.backend.get_channel(forum.id)
    for number, (name, moderated) in enumerate((("Staff", True), ("News", False)), 5):
        data = {"id": str(number), "name": name, "moderated": moderated}
        known.available_tags.append(data)
        channel._available_tags[number] = discord.ForumTag(name=name, moderated=moderated)
        channel._available_tags[number].id = number
    channel._flags |= discord.ChannelFlags.require_tag.flag
    feed.publish(1)
    source = await feed.follow(forum.id)
    feed.publish(2, 1)
    await feed.look(source)
    assert [[tag.name for tag in thread.applied_tags] for thread in channel.threads] == [["News"]]


async def test_what_discord_refuses_for_good_is_not_posted_again_and_again(feed: Feed) -> None:
    feed.publish(1)
    source = await feed.follow(feed.channel.id)
    feed.news.env.inject_error("POST", "/channels/*/messages", status=400, code=50035)
    feed.publish(2, 1)
    await feed.look(source)
    assert await feed.news.service.stores.sources.announcements() == []
    assert feed.posted() == []


async def test_a_channel_of_another_server_gets_nothing(feed: Feed) -> None:
    elsewhere = feed.news.env.create_guild(name="Elsewhere").create_text_channel("talk")
    feed.publish(1)
    source = await feed.follow(elsewhere.id)
    feed.publish(2, 1)
    await feed.look(source)
    assert elsewhere.last_message is None
    assert await feed.news.service.stores.sources.announcements() == []


async def test_a_channel_that_is_gone_holds_nothing_up(feed: Feed) -> None:
    feed.publish(1)
    source = await feed.follow(123456789012345678)
    feed.publish(2, 1)
    await feed.look(source)
    assert await feed.news.service.stores.sources.announcements() == []


async def rest(feed: Feed, source: Source) -> None:
    """Let a feed have failed for so long that it rests from now on."""
    long_ago = 1_000_000_000
    failing = Visits(read=1, next=1, failing_since=long_ago, failures=40, why="404")
    guild = feed.news.guild.id
    await feed.news.service.sources.writer.put(guild, SourceChange(replace(source, visits=failing)))
    del feed.web.pages["/feed"]
    await feed.news.bot.source_tasks.schedule.check_due()
    await feed.news.env.settle()


async def test_a_server_is_told_of_a_feed_that_rests(feed: Feed) -> None:
    feed.publish(1)
    await rest(feed, await feed.follow(feed.channel.id))
    assert "no longer checked" in feed.posted()[-1]


async def test_a_feed_that_rests_is_told_in_the_forum_where_it_is_announced(feed: Feed) -> None:
    forum = feed.news.guild.create_forum_channel("reading")
    feed.publish(1)
    await rest(feed, await feed.follow(forum.id))
    channel = feed.news.bot.get_channel(forum.id)
    assert isinstance(channel, discord.ForumChannel)
    (thread,) = channel.threads
    assert thread.name == "City News"


@pytest.mark.parametrize("followed", [0, 123456789012345678])
async def test_a_feed_that_rests_is_told_where_the_report_goes_if_nowhere_else(
    feed: Feed, followed: int
) -> None:
    settings = GuildSettings(report_channel=feed.channel.id)
    await feed.news.service.stores.guilds.save(feed.news.guild.id, settings)
    feed.publish(1)
    await rest(feed, await feed.follow(followed))
    assert "no longer checked" in feed.posted()[-1]


async def test_a_server_on_another_process_s_shard_is_told_in_its_language(
    feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild, bot = feed.news.guild.id, feed.news.bot
    feed.news.env.backend.get_guild(guild).preferred_locale = "fr"
    feed.publish(1)
    source = await feed.follow(feed.channel.id)
    monkeypatch.setattr(bot, "get_guild", lambda _: None)
    monkeypatch.setattr(bot, "get_channel", lambda _: None)
    feed.publish(2, 1)
    await feed.look(source)
    last = feed.channel.last_message
    assert last is not None
    assert "Résumer" in buttons(last).values()
    failing = Visits(read=1, next=1, failing_since=1_000_000_000, failures=40, why="404")
    await feed.news.service.sources.writer.put(guild, SourceChange(replace(source, visits=failing)))
    del feed.web.pages["/feed"]
    await feed.news.bot.source_tasks.schedule.check_due()
    await feed.news.env.settle()
    assert len(feed.posted()) == 2
    assert "pendant deux semaines" in feed.posted()[-1]


LEFT = 4242


async def keep_of_left(feed: Feed) -> set[int]:
    """Keep something of the newsroom and of a server that the bot is not in; return both."""
    stores = feed.news.service.stores
    feed.publish(1)
    await feed.follow(feed.channel.id)
    (source,) = await feed.news.service.sources.listed(feed.news.guild.id)
    await stores.sources.save(scope_of(LEFT), SourceChange(source))
    return {feed.news.guild.id, LEFT}


async def test_a_server_that_removed_the_bot_while_it_was_away_is_forgotten(feed: Feed) -> None:
    await keep_of_left(feed)
    stores = feed.news.service.stores
    await stores.guilds.save(LEFT + 1, GuildSettings(private=True))
    stores.questions.note(LEFT + 2, "who?", dt.date(2026, 11, 23), answered=False)
    await stores.questions.report(LEFT + 2)
    await feed.news.restart()
    await feed.news.env.settle()
    assert await known_guilds(stores) == {feed.news.guild.id}
    assert stores.guilds.get(LEFT + 1) == DEFAULTS


@pytest.mark.parametrize(("status", "code"), [(500, 0), (503, 0), (401, 0), (403, 0), (404, 0)])
async def test_a_server_that_discord_only_fails_to_tell_of_is_not_forgotten(
    feed: Feed, status: int, code: int
) -> None:
    kept = await keep_of_left(feed)
    feed.news.env.inject_error("GET", "/guilds/*", status=status, code=code, times=None)
    await feed.news.bot.source_tasks.forget_left()
    assert await known_guilds(feed.news.service.stores) == kept


async def test_servers_of_another_bot_on_the_same_database_are_not_forgotten(feed: Feed) -> None:
    kept = await keep_of_left(feed)
    stores = feed.news.service.stores
    await stores.command_sets.remember(99, "another application's")
    await feed.news.bot.source_tasks.forget_left()
    assert await known_guilds(stores) == kept


async def test_a_server_in_an_outage_is_not_forgotten(feed: Feed) -> None:
    kept = await keep_of_left(feed)
    state: Any = feed.news.bot._connection
    state.parse_guild_delete({"id": str(feed.news.guild.id), "unavailable": True})
    await feed.news.env.settle()
    feed.news.env.inject_error("GET", "/guilds/*", status=403, code=50001, times=None)
    await feed.news.bot.source_tasks.forget_left()
    assert await known_guilds(feed.news.service.stores) == kept - {LEFT}


async def test_a_preview_leaves_the_real_servers_of_its_database_alone(feed: Feed) -> None:
    kept = await keep_of_left(feed)
    work, stores = feed.news.bot.source_tasks, feed.news.service.stores
    (source,) = await feed.news.service.sources.listed(feed.news.guild.id)
    source = replace(source, settings=FeedSettings(channel=77))
    await stores.sources.save(scope_of(LEFT), SourceChange(source, announced=["own-1"]))
    work.simulated = True
    await work.forget_left()
    await work.announce()
    assert await known_guilds(stores) == kept
    assert len(await stores.sources.announcements()) == 1


async def test_a_bot_that_is_ready_when_its_database_is_closed_says_so_in_a_line(
    feed: Feed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def closed() -> None:
        raise DatabaseError("it is closed")

    monkeypatch.setattr(feed.news.bot.source_tasks, "forget_left", closed)
    await feed.news.bot.on_ready()
    (warned,) = [r for r in caplog.records if "the data of servers left" in r.message]
    assert "it is closed" in warned.message
    assert warned.exc_info is None
