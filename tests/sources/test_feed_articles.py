"""Articles of feeds: what a site says of when to come again, and feeds that do as they please."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.sources.limits import DAY, HOUR
from bot.storage.sources import FeedSettings
from tests.sources.room import NOON, SourceRoom, rss
from tests.web import page

if TYPE_CHECKING:
    from aiohttp.web import Request, StreamResponse

    from bot.storage.sources import Source

CHANNEL = 77


async def kept_feed(room: SourceRoom, settings: FeedSettings | None = None) -> Source:
    offer = await room.sources.offers.feed(1, 9, room.web.address("/feed"))
    kept = await room.sources.keep(1, offer.source.id)
    return await room.sources.follow(1, kept.id, settings or FeedSettings())


def tagged(room: SourceRoom, validator: str, asked: str, *numbers: int) -> None:
    """Publish a feed that says that it has not changed to whoever knows it."""
    room.publish(*numbers)
    _, headers, content = room.web.pages["/feed"]

    async def serve(request: Request) -> StreamResponse:
        known = {validator: "Sat, 28 Nov 2026 11:00:00 GMT", "Cache-Control": "max-age=9000"}
        if request.headers.get(asked) == known[validator]:
            return web.Response(status=304, headers=known)
        return web.Response(body=content, headers=headers | known)

    room.web.pages["/feed"] = serve


def asked_for(room: SourceRoom, path: str) -> list[dict[str, str]]:
    """Return the headers of all requests for a path."""
    return [
        dict(headers)
        for asked, headers in zip(room.web.asked, room.web.headers, strict=True)
        if asked.endswith(path)
    ]


@pytest.mark.parametrize(
    ("validator", "asked"),
    [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")],
)
async def test_a_feed_that_has_not_changed_is_not_sent_again(
    room: SourceRoom, validator: str, asked: str
) -> None:
    tagged(room, validator, asked, 2, 1)
    feed = await kept_feed(room)
    first = await room.sources.refresh(1, feed.id)
    second = await room.sources.refresh(1, feed.id)
    assert (first.new, second.new, second.failure) == (2, 0, None)
    # It says for how long it stays as it is.
    assert first.source.due == second.source.due == NOON + 9000
    known = [headers.get(asked) for headers in asked_for(room, "/feed")]
    assert known == [None, None, "Sat, 28 Nov 2026 11:00:00 GMT"]
    assert room.web.count("/1") == 1


async def test_articles_grow_old_though_the_feed_does_not_change(room: SourceRoom) -> None:
    tagged(room, "ETag", "If-None-Match", 2, 1)
    feed = await kept_feed(room, FeedSettings(kept_days=2))
    await room.sources.refresh(1, feed.id)
    room.clock.now += 2 * DAY + 1
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == []
    room.publish(3)
    await room.sources.refresh(1, feed.id)
    room.clock.now += 2 * DAY + 1
    room.web.pages["/feed"] = (500, {}, b"")
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == []


async def test_fewer_articles_are_kept_at_once_and_more_are_read_with_the_next_look(
    room: SourceRoom,
) -> None:
    tagged(room, "ETag", "If-None-Match", 3, 2, 1)
    feed = await kept_feed(room, FeedSettings(most=2))
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 2", "News 3"]
    await room.sources.follow(1, feed.id, FeedSettings(most=3))
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 1", "News 2", "News 3"]
    await room.sources.follow(1, feed.id, FeedSettings(most=1))
    assert len(await room.titles(1)) == 1
    await room.sources.refresh(1, feed.id)
    assert len(await room.titles(1)) == 1


async def test_an_article_that_failed_is_tried_again_though_the_feed_does_not_change(
    room: SourceRoom,
) -> None:
    tagged(room, "ETag", "If-None-Match", 2, 1)
    missing = room.web.pages.pop("/1")
    feed = await kept_feed(room)
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 2"]
    room.web.pages["/1"] = missing
    assert (await room.sources.refresh(1, feed.id)).new == 1
    assert await room.titles(1) == ["News 1", "News 2"]


async def test_a_site_that_asks_for_it_is_left_alone_by_the_rest_of_a_feed(
    room: SourceRoom,
) -> None:
    room.publish(4, 3, 2, 1)
    room.web.pages["/2"] = (429, {"Retry-After": "7200"}, b"")
    feed = await kept_feed(room)
    looked = await room.sources.refresh(1, feed.id)
    assert (looked.failure, await room.titles(1)) == (None, ["News 1"])
    for _ in range(4):
        await room.sources.refresh(1, feed.id)
    assert (room.web.count("/2"), room.web.count("/3")) == (1, 0)
    # Nothing was given up meanwhile.
    entries = await room.sources.writer.entries("1", feed.id)
    assert sorted(one.failures for one in entries) == [0, 1, 1, 1]


async def test_a_feed_that_gives_its_articles_other_addresses_with_every_look_brings_each_once(
    room: SourceRoom,
) -> None:
    for number in (1, 2):
        text = f"The council of Ward {number} met on Monday and raised the fee for boats."
        room.web.pages[f"/{number}"] = page(f"News {number}", text)
    feed: Source | None = None
    for look in range(4):
        items = [(f"News {n}", room.web.address(f"/{n}?look={look}")) for n in (2, 1)]
        room.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))
        feed = feed or await kept_feed(room, FeedSettings(channel=CHANNEL))
        looked = await room.sources.refresh(1, feed.id)
        assert looked.new == (0 if look else 2)
    assert await room.titles(1) == ["News 1", "News 2"]
    assert await room.service.stores.sources.announcements() == []


async def test_of_a_long_feed_only_what_has_the_words_is_taken(room: SourceRoom) -> None:
    numbers = range(500, 0, -1)
    room.publish(*numbers)
    feed = await kept_feed(room, FeedSettings(most=30))
    words = tuple(f"ward {number}" for number in range(490, 500))
    await room.sources.follow(1, feed.id, FeedSettings(most=30, words=words))
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == [f"News {number}" for number in range(490, 500)]
    await room.sources.refresh(1, feed.id)
    assert room.web.count("/480") == 1
    assert room.web.count("/470") == 0
    assert (await room.sources.writer.source(1, feed.id)).due == NOON + HOUR


async def test_pages_that_name_one_address_as_theirs_are_articles_of_their_own(
    room: SourceRoom,
) -> None:
    room.publish(3, 2, 1)
    for number in (1, 2, 3):
        text = f"The council of Ward {number} met on Monday and raised the fee for boats."
        named = room.web.address("/home")
        room.web.pages[f"/{number}"] = page(f"News {number}", text, canonical=named)
    feed = await kept_feed(room)
    assert (await room.sources.refresh(1, feed.id)).new == 3
    shelf = await room.service.shelves.own.shelf(1)
    found = {article.title: article.url for article in shelf.library.articles}
    assert set(found) == {"News 1", "News 2", "News 3"}
    assert len(set(found.values())) == 3
    assert (await room.sources.refresh(1, feed.id)).new == 0
    assert await room.titles(1) == ["News 1", "News 2", "News 3"]


async def test_what_a_site_dates_to_come_is_not_the_newest_for_good(room: SourceRoom) -> None:
    room.publish(1, 2, 3)
    declared = "<meta property='article:published_time' content='9999-12-31'></head>"
    text = "The council of Ward 1 met on Monday and raised the fee for boats."
    room.web.pages["/1"] = page("News 1", text).replace("</head>", declared)
    days = {1: "02 Nov 2020 09:00:00", 2: "31 Dec 9999 09:00:00", 3: "03 Nov 2020 09:00:00"}
    items = "".join(
        f"<item><title>News {number}</title><link>{room.web.address(f'/{number}')}</link>"
        f"<pubDate>{day} GMT</pubDate></item>"
        for number, day in days.items()
    )
    feed = f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    room.web.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    kept = await kept_feed(room)
    await room.sources.refresh(1, kept.id)
    articles = (await room.service.shelves.own.shelf(1)).library.articles
    assert {(one.title, str(one.date)) for one in articles} == {
        ("News 1", "2020-11-02"),
        ("News 2", "None"),
        ("News 3", "2020-11-03"),
    }
