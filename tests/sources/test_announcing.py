"""A new article is announced once, whatever happens between the message and the note of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.sources.announcing import Announcements
from bot.sources.limits import ANNOUNCED_AN_HOUR, DAY, HOUR
from bot.storage.sources import FeedSettings
from tests.sources.room import room_over
from tests.storage.conftest import two_processes
from tests.web import open_web

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article
    from bot.ingest.workers.worker import Worker
    from bot.storage.sources import Announcement
    from tests.sources.room import SourceRoom

CHANNEL = 77


class Channel:
    """A channel that keeps what was posted; it may fail before or after that."""

    def __init__(self) -> None:
        self.posted: list[str] = []
        self.fails: str | None = None

    async def post(self, _announcement: Announcement, article: Article, /) -> bool:
        if self.fails == "before":
            return False
        self.posted.append(article.title)
        if self.fails == "after":
            # As if the process ended here.
            raise KeyboardInterrupt
        return True

    async def was_posted(self, _announcement: Announcement, /) -> bool:
        return len(self.posted) > 0


async def follow(room: SourceRoom, *numbers: int) -> None:
    """Follow a feed that has some articles more at the second look."""
    room.publish(0)
    offer = await room.sources.offers.feed(1, 9, room.web.address("/feed"))
    await room.sources.keep(1, offer.source.id)
    await room.sources.follow(1, offer.source.id, FeedSettings(channel=CHANNEL))
    await room.sources.refresh(1, offer.source.id)
    room.publish(*numbers, 0)
    await room.sources.refresh(1, offer.source.id)


def announcements(room: SourceRoom, channel: Channel) -> Announcements:
    service = room.service
    return Announcements(service.stores, service.shelves.own, channel, room.clock)


async def test_what_is_new_is_announced_once(room: SourceRoom) -> None:
    await follow(room, 2, 1)
    channel = Channel()
    for _ in range(3):
        await announcements(room, channel).send()
    assert sorted(channel.posted) == ["News 1", "News 2"]


async def test_what_was_posted_before_the_end_is_not_posted_again(room: SourceRoom) -> None:
    await follow(room, 1)
    channel = Channel()
    channel.fails = "after"
    with pytest.raises(KeyboardInterrupt):
        await announcements(room, channel).send()
    channel.fails = None
    await announcements(room, channel).send()
    assert channel.posted == ["News 1"]
    assert await room.service.stores.sources.announcements() == []


async def test_what_was_not_posted_is_posted_later(room: SourceRoom) -> None:
    await follow(room, 1)
    channel = Channel()
    channel.fails = "before"
    assert await announcements(room, channel).send() == 0
    channel.fails = None
    assert await announcements(room, channel).send() == 1
    assert channel.posted == ["News 1"]


async def test_only_so_many_come_within_an_hour(room: SourceRoom) -> None:
    await follow(room, *range(ANNOUNCED_AN_HOUR + 2, 0, -1))
    channel = Channel()
    sending = announcements(room, channel)
    assert await sending.send() == ANNOUNCED_AN_HOUR
    assert await sending.send() == 0
    assert await announcements(room, channel).send() == 0  # as after a restart
    room.clock.now += HOUR
    assert await sending.send() == 2


async def test_a_clock_that_was_once_wrong_keeps_no_channel_silent(room: SourceRoom) -> None:
    await follow(room, *range(ANNOUNCED_AN_HOUR + 2, 0, -1))
    sending = announcements(room, Channel())
    room.clock.now += 30 * DAY
    assert await sending.send() == ANNOUNCED_AN_HOUR
    room.clock.now -= 30 * DAY
    assert await sending.send() == 2


async def test_servers_that_are_not_served_here_are_left_alone(room: SourceRoom) -> None:
    await follow(room, 1)
    channel = Channel()
    sending = announcements(room, channel)
    sending.serves = lambda guild_id: guild_id != 1
    assert await sending.send() == 0
    (waiting,) = await room.service.stores.sources.announcements()
    assert not waiting.begun


async def test_what_was_removed_meanwhile_is_not_announced(room: SourceRoom) -> None:
    await follow(room, 1)
    (source,) = await room.sources.listed(1)
    await room.sources.remove(1, source.id)
    channel = Channel()
    await announcements(room, channel).send()
    assert channel.posted == []
    assert await room.service.stores.sources.announcements() == []


async def test_of_two_processes_each_article_is_announced_by_one(
    tmp_path: Path, worker: Worker, postgresql: str
) -> None:
    async with (
        two_processes(postgresql) as (one, other),
        open_web() as small,
        room_over(one, small, tmp_path, worker) as first,
        room_over(other, small, tmp_path, worker) as second,
    ):
        rooms = (first, second)
        for room in rooms:  # what they have in memory is from before
            assert await room.titles(1) == []
        await follow(rooms[0], *range(6, 0, -1))
        channel = Channel()
        sending = [announcements(room, channel) for room in rooms]
        await asyncio.gather(*(one.send() for one in sending * 2))
        assert sorted(channel.posted) == [f"News {number}" for number in range(1, 7)]
        # The one that is done keeps no other waiting.
        rooms[1].publish(7, 0)
        (source,) = await rooms[1].sources.listed(1)
        await rooms[1].sources.refresh(1, source.id)
        assert [await one.send() for one in reversed(sending)] == [1, 0]
