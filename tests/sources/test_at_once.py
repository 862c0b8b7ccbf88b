"""Several do something with a source at once, or while it is being looked at."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.sources.errors import GONE, SourceError
from bot.sources.limits import DAY
from bot.sources.schedule import SourceSchedule
from bot.storage.retention import forget_guild
from bot.storage.sources import FeedSettings
from tests.sources.room import LIGHTHOUSE, SourceRoom
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from aiohttp.web import Request, StreamResponse

    from bot.storage.sources import Source


async def offered(room: SourceRoom) -> str:
    return (await room.sources.offers.file(1, 9, "a.txt", LIGHTHOUSE.encode())).source.id


async def kept(room: SourceRoom) -> str:
    return (await room.sources.keep(1, await offered(room))).id


async def both(*doing: Awaitable[object]) -> list[str]:
    """Do things at once; return the refusals."""
    results = await asyncio.gather(*doing, return_exceptions=True)
    assert all(isinstance(one, SourceError) for one in results if isinstance(one, BaseException))
    return [str(one) for one in results if isinstance(one, SourceError)]


@pytest.mark.parametrize("turned", [False, True])
async def test_what_is_removed_is_not_brought_back_by_who_changes_it(
    room: SourceRoom, *, turned: bool
) -> None:
    for number in range(5):
        source = await kept(room)
        doing = [room.sources.remove(1, source), room.sources.tag(1, source, [f"tag {number}"])]
        assert await both(*(reversed(doing) if turned else doing)) == []
        after = await room.sources.writer.source(1, source)
        assert (after.state, after.tags) == ("removed", (f"tag {number}",))
    assert not await room.answers(1)


async def test_tags_and_settings_that_are_changed_at_once_are_both_changed(
    room: SourceRoom,
) -> None:
    room.publish(1)
    feed = await room.sources.offers.feed(1, 9, room.web.address("/feed"))
    source = await room.sources.keep(1, feed.source.id)
    await both(
        room.sources.follow(1, source.id, FeedSettings(most=7)),
        room.sources.tag(1, source.id, ["city"]),
        room.sources.follow(1, source.id, FeedSettings(most=7)),
    )
    after = await room.sources.writer.source(1, source.id)
    assert (after.tags, after.settings.most) == (("city",), 7)


@pytest.mark.parametrize("turned", [False, True])
async def test_what_one_keeps_and_another_discards_is_either_here_or_gone(
    room: SourceRoom, *, turned: bool
) -> None:
    for _ in range(5):
        source = await offered(room)
        doing = [room.sources.keep(1, source), room.sources.discard(1, source)]
        refused = await both(*(reversed(doing) if turned else doing))
        assert refused == [GONE]
        stored = (await room.sources.writer.stored(1)).sources
        assert await room.answers(1) == bool([one for one in stored if one.state == "kept"])
        assert {one.state for one in stored if one.id == source} <= {"kept"}


async def test_what_is_removed_twice_is_removed_once(room: SourceRoom) -> None:
    source = await kept(room)
    refused = await both(room.sources.remove(1, source), room.sources.remove(1, source))
    assert refused == [GONE]
    assert (await room.sources.writer.source(1, source)).state == "removed"


async def test_what_is_kept_at_the_last_moment_is_not_cleared_away(
    room: SourceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = await offered(room)
    room.clock.now += DAY + 1
    left_over = room.service.stores.sources.left_over

    async def slowly(state: str, before: int) -> list[tuple[str, str]]:
        found = await left_over(state, before)  # type: ignore[arg-type]
        if state == "offered":
            await room.sources.keep(1, source)
        return found

    async def nothing(*_: object) -> None:
        """Do nothing."""

    monkeypatch.setattr(room.service.stores.sources, "left_over", slowly)
    await SourceSchedule(room.sources, room.service.stores, nothing, nothing).clear()
    assert await room.answers(1)


async def test_of_looks_at_once_each_article_is_there_and_announced_once(
    room: SourceRoom,
) -> None:
    async def nothing(*_: object) -> None:
        """Do nothing."""

    room.publish(1)
    feed = (await room.sources.offers.feed(1, 9, room.web.address("/feed"))).source
    await room.sources.keep(1, feed.id)
    await room.sources.follow(1, feed.id, FeedSettings(channel=77))
    await room.sources.refresh(1, feed.id)
    room.publish(4, 3, 2, 1)
    room.clock.now += DAY
    schedule = SourceSchedule(room.sources, room.service.stores, nothing, nothing)
    looks = [room.sources.refresh(1, feed.id) for _ in range(3)]
    assert await both(*looks, schedule.check_due()) == []
    assert await room.titles(1) == ["News 1", "News 2", "News 3", "News 4"]
    announced = [one.article for one in await room.service.stores.sources.announcements()]
    assert len(announced) == len(set(announced)) == 3


async def look_and(room: SourceRoom, what: str) -> Source:
    """Look at a feed of two articles; when the second is asked for something is done."""
    room.publish(2, 1)
    feed = (await room.sources.offers.feed(1, 9, room.web.address("/feed"))).source
    await room.sources.keep(1, feed.id)
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def serve(_: Request) -> StreamResponse:
        asked.set()
        await go_on.wait()
        return web.Response(text=page("News 2", "The fee is up."), content_type="text/html")

    room.web.pages["/2"] = serve
    looking = asyncio.create_task(room.sources.refresh(1, feed.id))
    await asked.wait()
    if what == "remove":
        await room.sources.remove(1, feed.id)
    else:
        await forget_guild(room.service.stores, 1)
        room.service.shelves.own.forget(1)
    if what == "rejoin":
        await kept(room)
    go_on.set()
    await looking
    return feed


async def test_a_feed_that_is_removed_while_it_is_looked_at_stays_removed(room: SourceRoom) -> None:
    feed = await look_and(room, "remove")
    assert (await room.sources.writer.source(1, feed.id)).state == "removed"
    assert await room.titles(1) == []
    await room.sources.restore(1, feed.id)
    assert await room.titles(1) == ["News 1", "News 2"]


@pytest.mark.parametrize("what", ["leave", "rejoin"])
async def test_nothing_of_a_server_that_is_left_during_a_look_comes_back(
    room: SourceRoom, what: str
) -> None:
    feed = await look_and(room, what)
    stored = await room.sources.writer.stored(1)
    assert feed.id not in {one.id for one in stored.sources}
    assert len((await room.service.stores.articles.load("1")).articles) == (what == "rejoin")
    assert await room.answers(1) == (what == "rejoin")
