"""The same article brought in twice is recognised, and answers once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.sources.errors import SourceError
from bot.sources.limits import Limits
from tests.sources.room import LIGHTHOUSE, SourceRoom, open_room
from tests.web import page

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ingest.workers.worker import Worker
    from bot.sources.offering import Offer

SENTENCE = LIGHTHOUSE.split("\n\n")[1]
PAGE = page("Sold at last", SENTENCE)
# What a page of the web has beneath the sentence that it is made of.
AS_FILE = f"Sold at last\n\n{SENTENCE}\n\n" + PAGE.split("<p>")[2].partition("</p>")[0]


async def given(room: SourceRoom, how: str) -> Offer:
    offers = room.sources.offers
    if how == "link":
        room.web.pages["/sold"] = PAGE
        return await offers.link(1, 9, room.web.address("/sold"))
    if how == "text":
        title, _, text = AS_FILE.partition("\n\n")
        return await offers.text(1, 9, title, text)
    return await offers.file(1, 9, f"{how}.txt", AS_FILE.encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("file", "other file"),
        ("file", "link"),
        ("text", "file"),
        ("text", "text"),
        ("link", "file"),
        ("link", "text"),
    ],
)
async def test_the_second_is_told_of_and_takes_the_place_of_the_first(
    room: SourceRoom, before: str, after: str
) -> None:
    first = await given(room, before)
    assert first.same is None
    await room.sources.keep(1, first.source.id)
    await room.sources.tag(1, first.source.id, ["sea"])
    room.clock.now += 60
    second = await given(room, after)
    assert second.same is not None
    assert second.same.id == first.source.id
    assert len(await room.titles(1)) == 1
    kept = await room.sources.keep(1, second.source.id)
    assert kept.tags == ("sea",)
    states = {one.id: one.state for one in await room.sources.listed(1)}
    assert states == {first.source.id: "removed", second.source.id: "kept"}
    assert len(await room.titles(1)) == 1
    assert await room.answers(1)
    await room.sources.remove(1, second.source.id)
    await room.sources.restore(1, first.source.id)
    assert await room.answers(1)


async def test_another_text_is_another_article(room: SourceRoom) -> None:
    first = await given(room, "file")
    await room.sources.keep(1, first.source.id)
    changed = AS_FILE.replace("80,000", "90,000").encode()
    second = await room.sources.offers.file(1, 9, "file.txt", changed)
    assert second.same is None
    await room.sources.keep(1, second.source.id)
    assert len(await room.titles(1)) == 2


async def test_another_server_is_told_nothing(room: SourceRoom) -> None:
    first = await given(room, "file")
    await room.sources.keep(1, first.source.id)
    other = await room.sources.offers.file(2, 9, "file.txt", AS_FILE.encode())
    assert other.same is None
    await room.sources.keep(2, other.source.id)
    assert await room.answers(1)
    assert await room.answers(2)


@pytest.mark.parametrize("after", ["file", "link"])
async def test_what_a_feed_brought_stays_the_feeds(room: SourceRoom, after: str) -> None:
    room.publish(1)
    feed = await room.sources.offers.feed(1, 9, room.web.address("/feed"))
    await room.sources.keep(1, feed.source.id)
    await room.sources.refresh(1, feed.source.id)
    (brought,) = (await room.service.shelves.own.shelf(1)).library.articles
    if after == "link":
        offer = await room.sources.offers.link(1, 9, room.web.address("/1"))
    else:
        text = "\n\n".join(one.text for one in brought.passages)
        offer = await room.sources.offers.file(1, 9, "a.txt", f"News\n\n{text}".encode())
    assert offer.same is not None
    assert offer.same.kind == "feed"
    await room.sources.keep(1, offer.source.id)
    assert {one.state for one in await room.sources.listed(1)} == {"kept"}


async def test_of_two_that_are_kept_at_once_one_stays(room: SourceRoom) -> None:
    offers = [await given(room, name) for name in ("a", "b", "c")]
    await asyncio.gather(*(room.sources.keep(1, one.source.id) for one in offers))
    states = sorted(one.state for one in await room.sources.listed(1))
    assert states == ["kept", "removed", "removed"]
    assert await room.answers(1)


async def test_the_first_stays_where_the_second_has_no_room(tmp_path: Path, worker: Worker) -> None:
    async with open_room(tmp_path, worker, Limits(passages=4)) as room:
        first = await given(room, "a")
        await room.sources.keep(1, first.source.id)
        second = await given(room, "b")
        fog = await room.sources.offers.file(
            1, 9, "fog.txt", b"Fog\n\nFog lay over the town.\n\nIt was thick and grey all day."
        )
        await room.sources.keep(1, fog.source.id)
        room.sources.writer.limits = Limits(passages=3)
        with pytest.raises(SourceError, match="no room"):
            await room.sources.keep(1, second.source.id)
        states = {one.id: one.state for one in await room.sources.listed(1)}
        assert states == {first.source.id: "kept", fog.source.id: "kept"}
        assert await room.answers(1)


@pytest.mark.parametrize("kept", [False, True])
async def test_a_page_that_passes_for_one_that_answers_changes_nothing_until_it_is_kept(
    room: SourceRoom,
    *,
    kept: bool,
) -> None:
    first = await given(room, "link")
    await room.sources.keep(1, first.source.id)
    room.web.pages["/new"] = page("Sold again", "It was sold again.", room.web.address("/sold"))
    second = await room.sources.offers.link(1, 9, room.web.address("/new"))
    assert second.article is not None
    assert second.article.url == room.web.address("/sold")
    assert await room.titles(1) == ["Sold at last"]
    if not kept:
        await room.sources.discard(1, second.source.id)
        assert await room.titles(1) == ["Sold at last"]
        return
    await room.sources.keep(1, second.source.id)
    assert await room.titles(1) == ["Sold again"]
    listed = {one.id: one.state for one in await room.sources.listed(1)}
    assert listed == {first.source.id: "removed", second.source.id: "kept"}


async def test_a_page_of_a_feed_that_is_kept_as_a_link_is_still_one_article(
    room: SourceRoom,
) -> None:
    room.publish(1)
    feed = await room.sources.offers.feed(1, 9, room.web.address("/feed"))
    await room.sources.keep(1, feed.source.id)
    await room.sources.refresh(1, feed.source.id)
    (before,) = (await room.service.shelves.own.shelf(1)).library.articles
    room.web.pages["/1"] = page("News 1", "The council has changed its mind about the boats.")
    link = await room.sources.offers.link(1, 9, room.web.address("/1"))
    assert (await room.service.shelves.own.shelf(1)).library.articles == (before,)
    await room.sources.keep(1, link.source.id)
    (after,) = (await room.service.shelves.own.shelf(1)).library.articles
    assert after.id == before.id
    assert "changed its mind" in after.passages[0].text
    assert await room.answers(1, "Has the council changed its mind about the boats?")
    stored = await room.service.stores.articles.load("1")
    assert len(stored.articles) == 1
