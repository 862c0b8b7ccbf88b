"""Links and feeds are checked again, and only what is new is read."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from bot.sources import feed_articles, reading, shelf_writer
from bot.sources.limits import DAY, HOUR, Limits
from bot.storage.sources import FeedSettings, SourceChange
from tests.sources.room import LIGHTHOUSE, NOON, SourceRoom, open_room
from tests.web import page

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    import pytest

    from bot.ingest.workers.worker import Worker
    from bot.storage.sources import Source

CHANNEL = 77


async def kept_feed(room: SourceRoom, guild_id: int = 1, path: str = "/feed") -> Source:
    offer = await room.sources.offers.feed(guild_id, 9, room.web.address(path))
    return await room.sources.keep(guild_id, offer.source.id)


async def announced(room: SourceRoom) -> int:
    return len(await room.service.stores.sources.announcements())


async def test_the_articles_of_a_feed_are_read_once_each(room: SourceRoom) -> None:
    room.publish(1, 2)
    feed = await kept_feed(room)
    assert feed.title == "City News"
    assert feed.due == NOON
    assert (await room.sources.refresh(1, feed.id)).new == 2
    room.publish(3, 2, 1)
    looked = await room.sources.refresh(1, feed.id)
    assert looked.new == 1
    assert looked.source.due == NOON + HOUR
    assert await room.titles(1) == ["News 1", "News 2", "News 3"]
    assert room.web.count("/1") == 1
    assert await room.titles(2) == []


async def test_what_a_feed_makes_long_is_done_beside_the_event_loop(
    room: SourceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = threading.get_ident()
    inside: dict[str, set[bool]] = {}

    def noting(module: ModuleType, name: str) -> None:
        done = getattr(module, name)

        def note(*arguments: object) -> object:
            inside.setdefault(name, set()).add(threading.get_ident() == here)
            return done(*arguments)

        monkeypatch.setattr(module, name, note)

    named = {
        feed_articles: ("canonical_address", "has_words", "under_id"),
        shelf_writer: ("shows_the_same",),
        reading: ("with_id",),
    }
    for module, names in named.items():
        for name in names:
            noting(module, name)
    room.publish(1)
    feed = await kept_feed(room)
    await room.sources.follow(1, feed.id, FeedSettings(words=("boats",)))
    for _ in range(3):
        await room.sources.refresh(1, feed.id)
        status, headers, content = cast("tuple[int, Any, bytes]", room.web.pages["/feed"])
        room.web.pages["/feed"] = (status, headers, content.replace(b"<title>N", b"<title>No n"))
    assert inside == {name: {False} for names in named.values() for name in names}


async def test_ten_looks_with_three_new_articles_announce_three(room: SourceRoom) -> None:
    room.publish(1, 2)
    feed = await kept_feed(room)
    await room.sources.follow(1, feed.id, FeedSettings(channel=CHANNEL))
    for look in range(10):
        room.publish(*range(min(2 + look // 2, 5), 0, -1))
        await room.sources.refresh(1, feed.id)
    assert await announced(room) == 3


async def test_an_article_of_two_feeds_is_one(room: SourceRoom) -> None:
    room.publish(1, 2)
    room.publish(2, 1, feed="/other")
    for path in ("/feed", "/other"):
        feed = await kept_feed(room, path=path)
        await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 1", "News 2"]
    await room.sources.remove(1, feed.id)
    assert await room.titles(1) == ["News 1", "News 2"]


async def test_only_so_many_are_kept_and_only_for_so_long(room: SourceRoom) -> None:
    room.publish(3, 2, 1)
    feed = await kept_feed(room)
    await room.sources.follow(1, feed.id, FeedSettings(most=2, kept_days=2))
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 2", "News 3"]
    room.clock.now += DAY
    room.publish(4, 3, 2, 1)
    await room.sources.refresh(1, feed.id)
    assert len(await room.titles(1)) == 2
    assert "News 4" in await room.titles(1)
    room.clock.now += 2 * DAY + 1
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == []
    assert room.web.count("/4") == 1


async def test_a_feed_says_that_there_is_no_room_and_goes_on_once_there_is(
    tmp_path: Path, worker: Worker
) -> None:
    async with open_room(tmp_path, worker, Limits(passages=4)) as room:
        room.publish(3, 2, 1)
        feed = await kept_feed(room)
        source, failure, _ = await room.sources.refresh(1, feed.id)
        assert failure is not None
        assert "may have 4 passages together" in failure
        assert source.visits.why == failure
        assert await room.titles(1) == ["News 1", "News 2"]
        room.clock.now += DAY
        await room.sources.follow(1, feed.id, FeedSettings(most=1))
        await room.sources.refresh(1, feed.id)
        assert len(await room.titles(1)) == 1
        source, failure, _ = await room.sources.refresh(1, feed.id)
        assert (failure, source.visits.failing_since) == (None, None)
        assert await room.titles(1) == ["News 3"]


async def test_only_articles_with_the_words_are_taken(room: SourceRoom) -> None:
    room.publish(1, 2)
    feed = await kept_feed(room)
    await room.sources.follow(1, feed.id, FeedSettings(words=("ward 2",)))
    await room.sources.refresh(1, feed.id)
    assert await room.titles(1) == ["News 2"]


async def test_an_article_that_cannot_be_read_is_tried_three_times(room: SourceRoom) -> None:
    room.publish(1, 2)
    del room.web.pages["/1"]
    feed = await kept_feed(room)
    for _ in range(5):
        await room.sources.refresh(1, feed.id)
    assert room.web.count("/1") == 3
    assert await room.titles(1) == ["News 2"]


async def test_failures_back_off_and_a_feed_rests_after_two_weeks(room: SourceRoom) -> None:
    room.publish(1)
    feed = await kept_feed(room)
    await room.sources.refresh(1, feed.id)
    room.web.pages["/feed"] = (503, {}, b"")
    pauses: list[int] = []
    looked = await room.sources.refresh(1, feed.id)
    while looked.source.due is not None and len(pauses) < 30:
        pauses.append((looked.source.due - room.clock.now) // 60)
        room.clock.now = looked.source.due
        looked = await room.sources.refresh(1, feed.id)
    assert pauses[:4] == [5, 10, 20, 40]
    assert max(pauses) == 24 * 60
    assert looked.source.due is None
    assert "503" in (looked.failure or "")
    assert await room.titles(1) == ["News 1"]
    room.publish(2, 1)
    looked = await room.sources.refresh(1, feed.id)
    assert (looked.failure, looked.source.visits.failing_since) == (None, None)
    assert looked.source.due == room.clock.now + HOUR


async def test_two_failures_on_either_side_of_a_long_sleep_put_no_feed_to_rest(
    room: SourceRoom,
) -> None:
    room.publish(1)
    feed = await kept_feed(room)
    room.web.pages["/feed"] = (503, {}, b"")
    await room.sources.refresh(1, feed.id)
    room.clock.now += 21 * 24 * HOUR
    looked = await room.sources.refresh(1, feed.id)
    assert looked.source.due == room.clock.now + 600
    room.publish(2, 1)
    assert (await room.sources.refresh(1, feed.id)).failure is None


async def test_a_site_that_asks_for_it_is_left_alone_for_longer(room: SourceRoom) -> None:
    room.publish(1)
    feed = await kept_feed(room)
    room.web.pages["/feed"] = (429, {"Retry-After": "7200"}, b"")
    assert (await room.sources.refresh(1, feed.id)).source.due == NOON + 7200


async def test_a_page_that_changes_has_a_new_text_and_its_day(room: SourceRoom) -> None:
    room.web.pages["/a"] = page("Sold", LIGHTHOUSE.split("\n\n")[1])
    offer = await room.sources.offers.link(1, 9, room.web.address("/a"))
    await room.sources.keep(1, offer.source.id)
    before = (await room.service.shelves.own.shelf(1)).library.articles[0]
    room.web.pages["/a"] = page("Sold again", "Maren Holt sold the lighthouse again for a pound.")
    assert (await room.sources.refresh(1, offer.source.id)).new == 1
    (after,) = (await room.service.shelves.own.shelf(1)).library.articles
    assert (after.id, after.title) == (before.id, "Sold again")
    assert after.digest != before.digest
    assert after.as_of is not None


async def test_what_was_changed_meanwhile_stays_changed(room: SourceRoom) -> None:
    room.publish(1)
    feed = await kept_feed(room)
    await room.sources.tag(1, feed.id, ["city"])
    await room.sources.checker.check("1", feed)
    assert (await room.sources.writer.source(1, feed.id)).tags == ("city",)
    await room.sources.writer.delete(1, feed.id)
    await room.sources.checker.check("1", feed)
    assert (await room.sources.writer.stored(1)).sources == ()


def publish_saying(room: SourceRoom, told: str, text: str | None = None) -> None:
    """Let the feed say something of its one article, and the article's page perhaps too."""
    if text:
        room.web.pages["/1"] = page("News 1", text)
    listed = f"<item><title>News 1</title><link>{room.web.address('/1')}</link>{told}</item>"
    feed = f"<rss version='2.0'><channel><title>City News</title>{listed}</channel></rss>"
    room.web.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())


async def test_an_article_that_the_feed_says_has_changed_is_read_again(room: SourceRoom) -> None:
    first, second = ("The council met on Monday.", "The council met on Tuesday, it says now.")
    publish_saying(room, "<description>Monday</description>", first)
    feed = await kept_feed(room)
    await room.sources.follow(1, feed.id, FeedSettings(channel=CHANNEL))
    assert (await room.sources.refresh(1, feed.id)).new == 1
    assert (await room.sources.refresh(1, feed.id)).new == 0
    assert room.web.count("/1") == 1
    (before,) = (await room.service.shelves.own.shelf(1)).library.articles

    publish_saying(room, "<description>Tuesday</description>", second)
    assert (await room.sources.refresh(1, feed.id)).new == 1
    (after,) = (await room.service.shelves.own.shelf(1)).library.articles
    assert (after.id, after.passages[0].text) == (before.id, second)
    assert after.digest != before.digest
    assert await announced(room) == 0

    publish_saying(room, "<description>Tuesday, 3 comments</description>")
    for _ in range(2):
        assert (await room.sources.refresh(1, feed.id)).new == 0
    assert room.web.count("/1") == 3
    assert (await room.service.shelves.own.shelf(1)).library.articles == (after,)


async def test_a_changed_article_that_cannot_be_read_stays_and_is_tried_three_times(
    room: SourceRoom,
) -> None:
    publish_saying(room, "", "The council met on Monday.")
    feed = await kept_feed(room)
    await room.sources.refresh(1, feed.id)
    del room.web.pages["/1"]
    publish_saying(room, "<description>Gone</description>")
    for _ in range(5):
        await room.sources.refresh(1, feed.id)
    assert room.web.count("/1") == 4
    assert await room.titles(1) == ["News 1"]


async def test_an_article_of_before_there_were_marks_is_not_read_again(room: SourceRoom) -> None:
    publish_saying(room, "", "The council met on Monday.")
    feed = await kept_feed(room)
    await room.sources.refresh(1, feed.id)
    (entry,) = await room.sources.writer.entries("1", feed.id)
    change = SourceChange(feed, entries=[replace(entry, mark=None)])
    await room.service.stores.sources.save("1", change)
    assert (await room.sources.refresh(1, feed.id)).new == 0
    assert room.web.count("/1") == 1
    assert (await room.sources.writer.entries("1", feed.id))[0].mark == entry.mark


async def test_a_page_whose_words_are_the_same_has_not_changed(room: SourceRoom) -> None:
    text = LIGHTHOUSE.split("\n\n")[1]
    room.web.pages["/a"] = page("Sold", text)
    offer = await room.sources.offers.link(1, 9, room.web.address("/a"))
    await room.sources.keep(1, offer.source.id)
    before = (await room.service.shelves.own.shelf(1)).library.articles
    room.web.pages["/a"] = page("Sold", text) + "<!-- seen by 12 readers -->"
    assert (await room.sources.refresh(1, offer.source.id)).new == 0
    assert (await room.service.shelves.own.shelf(1)).library.articles == before
