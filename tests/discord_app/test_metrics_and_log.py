"""What a server brings in is in no metric, and in no line of the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from bot.discord_app.running.health import health_of
from bot.monitoring.log import TextFormatter
from bot.monitoring.server import serve_monitor
from tests.discord_app.reading import button, read, told
from tests.discord_app.source_room import open_source_room
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.source_room import Room

MARKS = ("Zebrafinch", "Quagmire", "Xylograph")
"""A word for each server that is in everything of its articles, and nowhere else."""

QUESTION = "How much did {mark} Holt pay for the lighthouse of {mark}?"


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


_OF_THE_TEST = ("simcord", "aiohttp.access")
"""Loggers of what stands for Discord and for the web."""

Place = tuple["simcord.MemberActor", "simcord.ChannelHandle", int]
"""Who edits in a server, where, and the server's id."""


def places(room: Room) -> list[Place]:
    elsewhere = room.news.bot.get_channel(room.other.channel.id)
    assert isinstance(elsewhere, discord.TextChannel)
    guild = room.news.env.create_guild(name="A third")
    role = guild.create_role("E", permissions=discord.Permissions(manage_guild=True))
    editor = guild.add_member(room.news.env.create_user("another"), roles=[role])
    return [
        (room.news.editor, room.news.channel, room.news.guild.id),
        (room.other.editor, room.other.channel, elsewhere.guild.id),
        (editor, guild.create_text_channel("talk"), guild.id),
    ]


def text_of(mark: str, price: int) -> str:
    return f"{mark} Holt, a teacher, paid {price},000 pounds for the lighthouse of {mark}."


def lines_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the lines of the log, as an operator reads them."""
    return [
        TextFormatter().format(record)
        for record in caplog.records
        if record.levelno >= logging.INFO and not record.name.startswith(_OF_THE_TEST)
    ]


def gauges(metrics: str) -> list[str]:
    """Return the lines of the gauges that count articles, passages and servers."""
    return [
        line
        for line in metrics.splitlines()
        if line.startswith(("footnote_articles", "footnote_passages", "footnote_guilds"))
    ]


async def metrics_of(room: Room) -> str:
    bot = room.news.bot
    async with (
        serve_monitor(0, room.news.service.metrics, lambda: health_of(bot)) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        async with session.get("/healthz") as response:
            health = await response.text()
        async with session.get("/metrics") as response:
            return health + await response.text()


async def bring_in(room: Room, place: Place, number: int) -> None:
    """Keep a file and some links as a server's editor: one link fails later, one is removed."""
    editor, channel, _ = place
    mark = MARKS[number]
    added: list[dict[str, object]] = [
        {"file": (f"{mark}.txt", f"{mark} is sold\n\n{text_of(mark, 80)}".encode())}
    ]
    for one in range(number + 2):
        room.web.pages[f"/{mark}/{one}"] = page(f"{mark} {one}", text_of(mark, one + 2))
        added.append({"link": room.web.address(f"/{mark}/{one}")})
    for options in added:
        offered = await editor.slash(channel, "sources add", **options)
        await editor.click(told(offered), custom_id=button(offered, "src:keep"))
    await editor.click(told(offered), custom_id=button(offered, "src:remove"))
    await editor.click(told(offered), custom_id=button(offered, "src:sure"))
    assert "removed" in read(offered).lower()
    room.web.pages.clear()
    source = button(offered, "src:restore").rpartition(":")[2]
    linked = await editor.slash(channel, "sources show", source=source)
    await editor.click(told(linked), custom_id=button(linked, "src:restore"))
    await editor.click(told(linked), custom_id=button(linked, "src:refresh"))
    assert "404" in read(linked)


async def ask_everything(place: Place) -> None:
    """Ask in a server what each server's own articles would answer."""
    editor, channel, _ = place
    for mark in MARKS:
        await editor.slash(channel, "ask", question=QUESTION.format(mark=mark))
        await editor.slash(channel, "who", name=f"{mark} Holt")
        await editor.slash(channel, "summary", topic=f"the lighthouse of {mark}")
    for command in ("articles", "who", "sources list", "report"):
        await editor.slash(channel, command)


async def test_what_servers_bring_in_is_in_no_metric_and_no_line_of_the_log(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    every = places(room)
    before = gauges(await metrics_of(room))
    for number, place in enumerate(every):
        await bring_in(room, place, number)
        assert_nothing_is_told(room, caplog)
    for place in every:
        caplog.clear()
        await ask_everything(place)
        assert_nothing_is_told(room, caplog)
        lines = lines_of(caplog)
        assert sum("question code=" in line for line in lines) == len(MARKS)
        others = [str(guild_id) for _, _, guild_id in every if guild_id != place[2]]
        assert not [line for line in lines if any(other in line for other in others)]
    after = await metrics_of(room)
    assert not any(mark.lower() in after.lower() for mark in MARKS)
    assert not any(str(guild_id) in after for _, _, guild_id in every)
    assert str(room.web.port) not in after
    # Neither how many articles a server has, nor how many all of them have.
    assert gauges(after) == before
    assert "footnote_answer_seconds_count 9.0" in after


def assert_nothing_is_told(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    words = [*(mark.lower() for mark in MARKS), "holt", "lighthouse", f":{room.web.port}"]
    told_of = [line for line in lines_of(caplog) if any(word in line.lower() for word in words)]
    assert told_of == []
