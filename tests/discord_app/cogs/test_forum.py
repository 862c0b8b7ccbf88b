"""New posts of forums that the admins chose."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.cogs.forum import LOOKED_BACK, PATIENCE, RETRIED_AFTER, ForumCog
from bot.storage.errors import AwayError
from tests.discord_app.reading import read

if TYPE_CHECKING:
    import simcord

    from bot.storage.answers import ShownAnswer
    from tests.discord_app.conftest import Newsroom

TITLE = "What had the work on the bridge cost?"


async def _at_once(_seconds: float) -> None:
    """Give people no time to answer first."""


def cog_of(newsroom: Newsroom) -> ForumCog:
    cog = newsroom.bot.get_cog("ForumCog")
    assert isinstance(cog, ForumCog)
    return cog


@pytest.fixture
async def forum(newsroom: Newsroom) -> simcord.ChannelHandle:
    """Return a forum in which new posts are answered at once."""
    cog_of(newsroom).wait = _at_once
    channel = newsroom.guild.create_forum_channel("help")
    await choose(newsroom, channel)
    return channel


async def post(
    newsroom: Newsroom,
    forum: simcord.ChannelHandle,
    title: str,
    text: str = "Does anybody know?",
    author: int | None = None,
) -> simcord.ChannelHandle:
    """Let the reader, or somebody else, post, and the bot have its say."""
    backend, author = newsroom.env.backend, author or newsroom.reader.id
    thread = backend.create_thread(forum.id, title, author, broadcast=False)
    starter = backend.prepare_message(thread.id, author, text)
    starter.id = thread.id
    backend.commit_message(starter, broadcast=False)
    backend.announce_thread_create(thread)
    backend.announce_message_create(starter)
    newsroom.env._mark_mutation()
    await newsroom.env.settle()
    return next(one for one in forum.threads if one.id == thread.id)


def answers(thread: simcord.ChannelHandle) -> list[str]:
    return [read(message) for message in thread.history() if message.author.bot]


async def look_again(newsroom: Newsroom, thread: simcord.ChannelHandle) -> None:
    """Let the time be over that people have to answer first."""
    await cog_of(newsroom).on_thread_create(cached(newsroom, thread))


def cached(newsroom: Newsroom, thread: simcord.ChannelHandle) -> discord.Thread:
    known = newsroom.bot.get_channel(thread.id)
    assert isinstance(known, discord.Thread)
    return known


async def choose(newsroom: Newsroom, *forums: simcord.ChannelHandle) -> None:
    guilds = newsroom.service.stores.guilds
    settings = guilds.get(newsroom.guild.id)
    chosen = tuple(forum.id for forum in forums)
    await guilds.save(newsroom.guild.id, dataclasses.replace(settings, forums=chosen))


async def test_a_new_post_is_answered_by_its_title_once(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    thread = await post(newsroom, forum, TITLE)
    (answer,) = answers(thread)
    assert "4.5 million" in answer
    await look_again(newsroom, thread)
    assert len(answers(thread)) == 1
    await newsroom.reader.delete(thread.history()[0])
    assert answers(thread) == []


@pytest.mark.parametrize("title", ["Which emperor minted dollars in Rome?", "hello", "?", "mayor"])
async def test_nothing_is_said_where_the_answer_is_not_sure(
    newsroom: Newsroom, forum: simcord.ChannelHandle, title: str
) -> None:
    assert answers(await post(newsroom, forum, title)) == []
    counts = await newsroom.service.stores.questions.report(newsroom.guild.id)
    assert counts.asked == 0


async def test_other_forums_are_left_alone(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    other = newsroom.guild.create_forum_channel("chat")
    assert answers(await post(newsroom, other, TITLE)) == []


async def test_what_a_bot_posts_is_no_question(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    """As where it announces a feed's new article in a forum."""
    assert newsroom.bot.user
    announced = await post(newsroom, forum, TITLE, "The bridge is open.", newsroom.bot.user.id)
    assert answers(announced) == ["The bridge is open."]


async def test_a_moderator_who_came_first_is_not_talked_over(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    staff = newsroom.guild.create_role(
        "Staff", permissions=discord.Permissions(manage_messages=True)
    )
    boss = newsroom.guild.add_member(newsroom.env.create_user("boss"), roles=[staff])
    await choose(newsroom)
    answered, open_still = [await post(newsroom, forum, TITLE) for _ in range(2)]
    await boss.send(answered, "4.5 million dollars, the mayor says.")
    await newsroom.editor.send(open_still, "I wonder, too.")
    await choose(newsroom, forum)
    for thread in (answered, open_still):
        await look_again(newsroom, thread)
    assert answers(answered) == []
    assert len(answers(open_still)) == 1


async def test_a_solved_post_is_left_alone(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    await choose(newsroom)
    thread = await post(newsroom, forum, TITLE)
    known = cached(newsroom, thread)
    parent = known.parent
    assert isinstance(parent, discord.ForumChannel)
    parent._available_tags[5] = discord.ForumTag(name="Solved ✅")
    parent._available_tags[5].id = 5
    known._applied_tags.append(5)
    await choose(newsroom, forum)
    await look_again(newsroom, thread)
    assert answers(thread) == []


async def test_a_post_that_mentions_the_bot_is_read_with_its_title(
    newsroom: Newsroom, forum: simcord.ChannelHandle
) -> None:
    await choose(newsroom)
    said = newsroom.mention("on the bridge cost?")
    thread = await post(newsroom, forum, "What had the work", said)
    (answer,) = answers(thread)
    assert "4.5 million" in answer
    assert "What had the work: on the bridge cost?" in answer
    await choose(newsroom, forum)
    await look_again(newsroom, thread)
    assert len(answers(thread)) == 1
    bare = await post(newsroom, forum, TITLE, newsroom.mention(""))
    assert "4.5 million" in answers(bare)[0]


async def test_a_post_that_waits_is_answered_after_a_restart_once(newsroom: Newsroom) -> None:
    forum = newsroom.guild.create_forum_channel("help")
    await choose(newsroom, forum)
    thread = await post(newsroom, forum, TITLE)
    await newsroom.restart()
    assert answers(thread) == []
    await newsroom.env.advance_time(PATIENCE)
    assert len(answers(thread)) == 1
    await newsroom.restart()
    await newsroom.env.advance_time(PATIENCE)
    assert len(answers(thread)) == 1


async def test_a_restart_waits_no_longer_than_people_were_given_and_digs_up_no_old_posts(
    newsroom: Newsroom,
) -> None:
    forum = newsroom.guild.create_forum_channel("help")
    old = await post(newsroom, forum, TITLE)
    await newsroom.env.advance_time(LOOKED_BACK.total_seconds())
    while_away = await post(newsroom, forum, TITLE)
    await newsroom.env.advance_time(PATIENCE)
    await choose(newsroom, forum)
    await newsroom.restart()
    await newsroom.env.settle()
    assert len(answers(while_away)) == 1
    assert answers(old) == []


async def test_a_post_that_staff_answered_while_the_bot_was_away_is_left_alone(
    newsroom: Newsroom,
) -> None:
    forum = newsroom.guild.create_forum_channel("help")
    await choose(newsroom, forum)
    thread = await post(newsroom, forum, TITLE)
    staff = newsroom.guild.create_role(
        "Staff", permissions=discord.Permissions(manage_messages=True)
    )
    boss = newsroom.guild.add_member(newsroom.env.create_user("boss"), roles=[staff])
    await boss.send(thread, "4.5 million dollars, the mayor says.")
    await newsroom.restart()
    await newsroom.env.advance_time(PATIENCE)
    assert answers(thread) == []


async def test_a_forum_where_the_bot_may_not_write_leaves_a_line_in_the_log(
    newsroom: Newsroom, forum: simcord.ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    newsroom.env.inject_error("POST", "/channels/*/messages", status=403, times=1)
    assert answers(await post(newsroom, forum, TITLE)) == []
    assert "no permission to answer in server" in caplog.text


async def test_a_post_waits_while_the_database_is_away(
    newsroom: Newsroom,
    forum: simcord.ChannelHandle,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    answers_kept, failures = newsroom.service.stores.answers, iter(range(2))
    replying_to = answers_kept.replying_to

    async def away(message_id: int) -> ShownAnswer | None:
        if next(failures, None) is not None:
            raise AwayError("no route to it")
        return await replying_to(message_id)

    monkeypatch.setattr(answers_kept, "replying_to", away)
    assert len(answers(await post(newsroom, forum, TITLE))) == 1
    assert caplog.text.count("is answered later: no route to it") == 2


async def test_a_post_is_not_waited_for_longer_than_a_restart_looks_back(
    newsroom: Newsroom, forum: simcord.ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = []
    ages = iter((LOOKED_BACK * 0, LOOKED_BACK / 2, LOOKED_BACK))

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    async def away(_: int) -> None:
        raise AwayError("no route to it")

    monkeypatch.setattr(newsroom.service.stores.answers, "replying_to", away)
    monkeypatch.setattr("bot.discord_app.cogs.forum._age_of", lambda _: next(ages))
    cog_of(newsroom).wait = wait
    assert answers(await post(newsroom, forum, TITLE)) == []
    assert waited == [PATIENCE, RETRIED_AFTER]
