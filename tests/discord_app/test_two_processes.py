"""Two processes over one PostgreSQL: each thing is done by one of them, and known to both."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import simcord

from bot.discord_app.app import App
from bot.discord_app.cogs.forum import ForumCog
from bot.discord_app.fair_use import FairUse
from bot.discord_app.reporting import send_weekly_report, week_of
from bot.discord_app.running.client import FootnoteBot
from bot.open_service import make_service
from tests.discord_app.api_description import assert_requests_are_valid
from tests.discord_app.conftest import Clock
from tests.discord_app.reading import button, buttons, read
from tests.discord_app.test_reporting import WEEK
from tests.storage.conftest import two_processes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import discord

    from bot.storage.stores import Stores

COST = "What had the work on the bridge cost?"


class TwoProcesses:
    """A server, the bot in it, and another process of the bot's.

    SimCord connects one bot: the other process's parts are given the connection of the first one,
    or take its place.

    Args:
        env: The Discord.
        apps: The apps of the two processes.
    """

    def __init__(self, env: simcord.Env, apps: tuple[App, App]) -> None:
        self.env = env
        self.apps = apps
        self.server = env.create_guild(name="Newsroom")
        self.channel = self.server.create_text_channel("ask-the-news")
        self.reader = self.server.add_member(env.create_user("reader"))
        self.other_reader = self.server.add_member(env.create_user("another"))

    @property
    def guild(self) -> discord.Guild:
        """The server as the bot knows it."""
        guild = self.env.bot.get_guild(self.server.id)
        assert guild is not None
        return guild

    async def choose(self, **settings: object) -> None:
        """Let both processes know the server's settings."""
        guilds = self.apps[0].stores.guilds
        changed = replace(guilds.get(self.server.id), **settings)  # type: ignore[arg-type]
        await guilds.save(self.server.id, changed)
        await self.apps[1].stores.guilds.load()

    async def hand_over(self) -> None:
        """Let the other process serve the server."""
        await self.env.restart_bot(FootnoteBot(self.apps[1]))


def _alone_with_its_shards(stores: Stores) -> Stores:
    """Return stores without a cluster: SimCord's gateway has one shard."""
    return replace(stores, cluster=None, allowances=None)


@asynccontextmanager
async def _app(corpus: Path, stores: Stores) -> AsyncIterator[App]:
    service = make_service(corpus, _alone_with_its_shards(stores))
    try:
        await stores.guilds.load()
        await service.shelves.shared.load()
        yield App.over(service, FairUse(Clock()))
    finally:
        await service.close()


@pytest.fixture
async def processes(corpus: Path, postgresql: str) -> AsyncIterator[TwoProcesses]:
    async with (
        two_processes(postgresql) as (one, other),
        _app(corpus, one) as first,
        _app(corpus, other) as second,
    ):
        env = simcord.Env(FootnoteBot(first), shard_count=1, settle_timeout=60)
        await env.start()
        try:
            yield TwoProcesses(env, (first, second))
        finally:
            await env.shutdown()
        assert env.errors == []
        assert_requests_are_valid(env.http_requests)


async def _at_once(_seconds: float) -> None:
    """Give people no time to answer first."""


def _answers(thread: simcord.ChannelHandle) -> list[str]:
    return [read(message) for message in thread.history() if message.author.bot]


async def _posted(processes: TwoProcesses) -> tuple[simcord.ChannelHandle, discord.Thread]:
    """Let the reader post in a forum that nobody looks after yet, and choose the forum."""
    forum = processes.server.create_forum_channel("help")
    backend = processes.env.backend
    thread = backend.create_thread(forum.id, COST, processes.reader.id, broadcast=False)
    starter = backend.prepare_message(thread.id, processes.reader.id, "Does anybody know?")
    starter.id = thread.id
    backend.commit_message(starter, broadcast=False)
    backend.announce_thread_create(thread)
    backend.announce_message_create(starter)
    processes.env._mark_mutation()
    await processes.env.settle()
    await processes.choose(forums=(forum.id,))
    known = processes.guild.get_thread(thread.id)
    assert known is not None
    return next(one for one in forum.threads if one.id == thread.id), known


async def test_a_post_of_a_forum_is_answered_by_one_of_two_processes(
    processes: TwoProcesses,
) -> None:
    thread, known = await _posted(processes)
    cogs = [ForumCog(app, processes.env.bot, _at_once) for app in processes.apps]
    await asyncio.gather(*(cog.on_thread_create(known) for cog in cogs * 2))
    (answer,) = _answers(thread)
    assert "4.5 million" in answer


async def test_a_post_whose_answer_was_sent_but_not_noted_is_not_answered_again(
    processes: TwoProcesses,
) -> None:
    thread, known = await _posted(processes)
    first, second = processes.apps
    await ForumCog(first, processes.env.bot, _at_once).on_thread_create(known)
    # As if the process had been killed before it could write that down.
    await first.stores.answers.delete_guild(processes.server.id)
    await ForumCog(second, processes.env.bot, _at_once).on_thread_create(known)
    assert len(_answers(thread)) == 1


async def test_buttons_of_an_answer_work_in_the_other_process(processes: TwoProcesses) -> None:
    await processes.reader.slash(processes.channel, "ask", question=COST)
    shown = processes.channel.last_message
    assert shown is not None
    first = read(shown)
    await processes.reader.click(shown, custom_id=button(shown, "up"))
    await processes.hand_over()
    await processes.other_reader.click(shown, custom_id=button(shown, "up"))
    last = processes.channel.last_message
    assert last is not None
    assert buttons(last)[button(last, "up")] == "2"
    await processes.reader.click(last, custom_id=button(last, "next"))
    turned = processes.channel.last_message
    assert turned is not None
    assert read(turned) != first
    refused = await processes.other_reader.click(turned, custom_id=button(turned, "prev"))
    assert "Only the member who asked" in read(refused)


async def test_the_weekly_report_is_sent_by_one_of_two_processes(processes: TwoProcesses) -> None:
    admins = processes.server.create_text_channel("admins")
    await processes.env.settle()
    await processes.choose(report_channel=admins.id)
    week = week_of(processes.env.now())
    await processes.apps[0].stores.questions.begin_week(processes.server.id, week)
    await processes.reader.slash(processes.channel, "ask", question=COST)
    reports = [send_weekly_report(app, processes.guild, week + WEEK) for app in processes.apps * 2]
    await asyncio.gather(*reports)
    (sent,) = admins.history()
    assert "This week: **1** question" in read(sent)


async def test_discord_is_told_of_the_commands_by_the_first_of_two_processes(
    processes: TwoProcesses,
) -> None:
    await processes.hand_over()
    told = [
        one
        for one in processes.env.http_requests
        if one.method == "PUT" and one.path.endswith("/commands")
    ]
    assert len(told) == 1
