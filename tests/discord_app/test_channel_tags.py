"""A channel that is bound to a tag knows the sources alone that are filed under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, read
from tests.discord_app.source_room import ANSWER, FILE, open_source_room
from tests.sources.room import PRICE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.source_room import Room


@pytest.fixture
async def room(corpus: Path, tmp_path: Path) -> AsyncIterator[Room]:
    async with open_source_room(corpus, tmp_path) as opened:
        yield opened


async def test_a_channel_can_be_bound_to_sources_with_a_tag(room: Room) -> None:
    shown = await room.keep(file=FILE)
    await room.keep(file=("fog.txt", b"Fog\n\nFog lay over the town of Dull on Monday."))
    source = button(shown, "src:remove").rpartition(":")[2]
    editor, channel = room.news.editor, room.news.channel
    sea = room.news.guild.create_text_channel("sea")
    filed = await editor.slash(channel, "sources show", source=source, tags="Sea, ships")
    assert "filed under: sea, ships" in read(filed)
    bound = await editor.slash(channel, "settings", tag="Sea", tag_channel=sea)
    assert f"<#{sea.id}>: sea" in read(bound)
    for question, here, there in (
        (PRICE, ANSWER, ANSWER),
        ("Where did fog lie on Monday?", "town of Dull", None),
        ("Where have otters been seen?", "river Lune", None),
    ):
        assert here in read(await room.news.reader.slash(channel, "ask", question=question))
        answer = read(await room.news.reader.slash(sea, "ask", question=question))
        assert (there in answer) if there else (here not in answer)
    await room.news.restart()
    loosened = await editor.slash(channel, "settings", tag="*", tag_channel=sea)
    assert f"<#{sea.id}>" not in read(loosened)
    await editor.slash(channel, "settings", shared=False)
    otters = await room.news.reader.slash(channel, "ask", question="Where have otters been seen?")
    assert "river Lune" not in read(otters)


async def test_a_bound_channel_summarises_lists_and_completes_its_own_alone(room: Room) -> None:
    shown = await room.keep(file=FILE)
    await room.keep(file=("fog.txt", b"Fog\n\nFog lay over the town of Dull, said Otto Brandt."))
    source = button(shown, "src:remove").rpartition(":")[2]
    editor, reader, channel = room.news.editor, room.news.reader, room.news.channel
    sea = room.news.guild.create_text_channel("sea")
    await editor.slash(channel, "sources show", source=source, tags="sea")
    await editor.slash(channel, "settings", tag="sea", tag_channel=sea)

    async def said(where: simcord.ChannelHandle, command: str, **options: str) -> str:
        return read(await reader.slash(where, command, **options))

    async def offered(command: str, option: str, typed: str) -> list[str]:
        return [one["name"] for one in await reader.autocomplete(sea, command, option, typed)]

    assert "lighthouse on Gull Rock" in await said(sea, "summary")
    assert "lighthouse on Gull Rock" in await said(sea, "who", name="Maren Holt")
    for command, options, elsewhere in (
        ("articles", {}, "Fog"),
        ("summary", {"topic": "town of Dull"}, "Fog lay"),
        ("who", {"name": "Otto Brandt"}, "Fog lay"),
        ("who", {}, "Otto Brandt"),
        ("articles", {"source": "City News"}, "Harbour bridge"),
    ):
        assert elsewhere in await said(channel, command, **options)
        assert elsewhere not in await said(sea, command, **options)
    assert await offered("summary", "article", "") == ["The lighthouse on Gull Rock is sold"]
    assert await offered("ask", "article", "fog") == []
    assert await offered("who", "name", "Otto") == []
    assert await offered("articles", "source", "") == []


async def test_a_tag_is_summed_up_in_one_sentence_of_each_of_its_articles(room: Room) -> None:
    shown = await room.keep(file=FILE)
    await room.keep(file=("fog.txt", b"Fog\n\nFog lay over the town of Dull on Monday."))
    source = button(shown, "src:remove").rpartition(":")[2]
    editor, reader, channel = room.news.editor, room.news.reader, room.news.channel
    await editor.slash(channel, "sources show", source=source, tags="sea")
    told = read(await reader.slash(channel, "summary", tagged="Sea"))
    assert "The lighthouse on Gull Rock is sold" in told
    assert "One sentence of each, quoted" in told
    assert "Fog lay" not in told
    other = read(await reader.slash(channel, "summary", tagged="ships"))
    assert "No source has the tag “ships”." in other
    about = read(await reader.slash(channel, "summary", tagged="sea", topic="town of Dull"))
    assert "Fog lay" not in about
    fog = room.news.guild.create_text_channel("fog")
    await editor.slash(channel, "settings", tag="fog", tag_channel=fog)
    assert "No source has the tag" in read(await reader.slash(fog, "summary", tagged="sea"))


async def test_the_tags_of_a_server_s_own_sources_are_offered_while_one_is_typed(
    room: Room,
) -> None:
    shown = await room.keep(file=FILE)
    await room.keep(file=("fog.txt", b"Fog\n\nFog lay over the town of Dull on Monday."))
    source = button(shown, "src:remove").rpartition(":")[2]
    editor, reader, channel = room.news.editor, room.news.reader, room.news.channel

    async def offered(where: simcord.ChannelHandle, typed: str) -> list[str]:
        choices = await reader.autocomplete(where, "summary", "tagged", typed)
        return [one["name"] for one in choices]

    assert await offered(channel, "") == []
    await editor.slash(channel, "sources show", source=source, tags="Sea, lighthouses")
    assert await offered(channel, "") == ["lighthouses", "sea"]
    assert await offered(channel, "LIGHT") == ["lighthouses"]
    bound = room.news.guild.create_text_channel("bound")
    await editor.slash(channel, "settings", tag="sea", tag_channel=bound)
    assert await offered(bound, "") == ["sea"]
