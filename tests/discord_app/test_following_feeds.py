"""What an editor learns of a feed: its news at once, what can't be read, where none is posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from tests.discord_app.reading import button, read
from tests.discord_app.source_room import SENTENCE, open_source_room
from tests.sources.room import rss
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as room:
        yield room


async def test_what_is_read_again_is_announced_at_once(room: Room) -> None:
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss([]))
    shown = await room.keep(feed=room.web.address("/feed"))
    await room.press(shown, "refresh")
    source = button(shown, "src:refresh").rpartition(":")[2]
    editor, channel = room.news.editor, room.news.channel
    await editor.slash(channel, "sources feed", source=source, channel=channel)
    room.web.pages["/sold"] = page("Sold", SENTENCE)
    items = [("Sold", room.web.address("/sold"))]
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))
    await room.press(shown, "refresh")
    await room.news.env.settle()
    assert SENTENCE in read(room.news.last)


async def test_what_a_feed_names_and_could_not_be_read_is_shown(room: Room) -> None:
    gone = room.web.address("/gone")
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss([("Gone", gone)]))
    shown = await room.keep(feed=room.web.address("/feed"))
    await room.press(shown, "refresh")
    said = read(shown).replace("\\", "")
    assert "1 article could not be read:" in said
    assert gone in said


async def test_a_feed_is_not_announced_where_the_bot_may_not_write(room: Room) -> None:
    room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss([]))
    shown = await room.keep(feed=room.web.address("/feed"))
    source = button(shown, "src:remove").rpartition(":")[2]
    news = room.news
    closed = news.guild.create_text_channel("closed")
    with pytest.MonkeyPatch.context() as patch:
        may_look = discord.Permissions(view_channel=True)
        patch.setattr(discord.TextChannel, "permissions_for", lambda *_: may_look)
        refused = await news.editor.slash(
            news.channel, "sources feed", source=source, channel=closed
        )
    assert "I may not write in that channel" in read(refused)
    (kept,) = await news.service.sources.listed(news.guild.id)
    assert kept.settings.channel == 0
