"""Links and feeds are looked at when they are due, and what nobody kept is cleared away."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from bot.sources.limits import DAY, HOUR
from bot.sources.schedule import LEASE, POLL_EVERY, SourceSchedule
from bot.storage.sources import FeedSettings, SourceChange
from tests.sources.room import LIGHTHOUSE, SourceRoom, rss
from tests.web import page

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    import pytest
    from aiohttp.web import Request, StreamResponse

    from bot.sources.source_checker import CheckResult


class Seen:
    """What a schedule told of."""

    def __init__(
        self,
        room: SourceRoom,
        lease: float = LEASE,
        sleep: Callable[[float], Coroutine[Any, Any, None]] = asyncio.sleep,
    ) -> None:
        self.looks: list[tuple[int, CheckResult]] = []
        self.rounds = 0
        self.enough = asyncio.Event()
        self.schedule = SourceSchedule(
            room.sources, room.service.stores, self.looked, self.each_round, lease, sleep
        )

    async def looked(self, guild_id: int, looked: CheckResult) -> None:
        self.looks.append((guild_id, looked))
        self.enough.set()

    async def each_round(self) -> None:
        self.rounds += 1


async def followed(room: SourceRoom, guild_id: int, path: str = "/feed") -> str:
    offer = await room.sources.offers.feed(guild_id, 9, room.web.address(path))
    await room.sources.keep(guild_id, offer.source.id)
    return offer.source.id


async def test_what_is_due_is_looked_at_once(room: SourceRoom) -> None:
    room.publish(1, 2)
    for guild_id in (1, 2):
        await followed(room, guild_id)
    seen = Seen(room)
    assert await seen.schedule.check_due() == 2
    assert sorted(guild_id for guild_id, _ in seen.looks) == [1, 2]
    assert await seen.schedule.check_due() == 0
    room.clock.now += HOUR
    assert await seen.schedule.check_due() == 2
    assert await room.titles(1) == await room.titles(2) == ["News 1", "News 2"]


async def test_a_source_that_was_just_kept_is_looked_at_at_once(room: SourceRoom) -> None:
    room.publish(1)
    seen = Seen(room)
    seen.schedule.begin()
    await followed(room, 1)
    async with asyncio.timeout(20):
        await seen.enough.wait()
    await seen.schedule.close()
    assert seen.rounds
    assert await room.titles(1) == ["News 1"]


async def test_long_looks_of_one_server_do_not_keep_another_s_from_their_turn(
    room: SourceRoom,
) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def serve(_: Request) -> StreamResponse:
        asked.set()
        await go_on.wait()
        return web.Response(text=page("News 1", "The fee."), content_type="text/html")

    for number in range(12):
        room.names.known[f"slow{number}.example"] = ["127.0.0.1"]
        items = [("News 1", room.web.address("/1", f"slow{number}.example"))]
        room.web.pages[f"/slow{number}"] = (200, {"Content-Type": "text/xml"}, rss(items))
        await followed(room, 1, f"/slow{number}")
    room.web.pages["/1"] = serve
    seen = Seen(room)
    seen.schedule.begin()
    async with asyncio.timeout(60):
        await asked.wait()
        room.publish(2)
        await followed(room, 2)
        await seen.enough.wait()
    assert [guild_id for guild_id, _ in seen.looks] == [2]
    assert await room.titles(2) == ["News 2"]
    go_on.set()
    await seen.schedule.close()


async def test_a_schedule_that_has_ended_looks_at_nothing_more(room: SourceRoom) -> None:
    seen = Seen(room)
    await seen.schedule.close()
    tasks = asyncio.all_tasks()
    seen.schedule.begin()
    assert asyncio.all_tasks() == tasks


async def test_what_was_removed_or_only_offered_is_deleted_after_a_day(room: SourceRoom) -> None:
    ids = []
    for number in range(3):
        text = LIGHTHOUSE.replace("Gull", f"Rock {number}")
        offer = await room.sources.offers.file(1, 9, f"{number}.txt", text.encode())
        ids.append(offer.source.id)
    await room.sources.keep(1, ids[1])
    await room.sources.keep(1, ids[2])
    await room.sources.remove(1, ids[2])
    seen = Seen(room)
    room.clock.now += DAY
    await seen.schedule.clear()
    assert len((await room.sources.writer.stored(1)).sources) == 3
    room.clock.now += 1
    await seen.schedule.clear()
    assert [source.id for source in (await room.sources.writer.stored(1)).sources] == [ids[1]]
    assert len((await room.service.stores.articles.load("1")).articles) == 1


async def test_a_mistake_in_a_look_is_not_made_again_at_once(
    room: SourceRoom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    room.publish(1)
    source_id = await followed(room, 1)

    async def fail(*_: object) -> None:
        message = "a mistake"
        raise RuntimeError(message)

    monkeypatch.setattr(room.sources.checker.articles, "read", fail)
    seen = Seen(room)
    await seen.schedule.check_due()
    assert "a mistake" in caplog.text
    assert await seen.schedule.check_due() == 0
    source = await room.sources.writer.source(1, source_id)
    assert "bug in Footnote" in source.visits.why


async def test_a_source_that_another_process_looks_at_is_asked_for_with_pauses(
    room: SourceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publish(1)
    await followed(room, 1)
    asked, pauses, enough = 0, list[float](), asyncio.Event()

    async def refuse(_name: str, _seconds: float) -> bool:
        nonlocal asked
        asked += 1
        return False

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) > 20:
            enough.set()
        await asyncio.sleep(0)

    monkeypatch.setattr(room.service.stores.leases, "take", refuse)
    seen = Seen(room, sleep=sleep)
    seen.schedule.begin()
    async with asyncio.timeout(20):
        await enough.wait()
    await seen.schedule.close()
    assert seen.looks == []
    # It is asked for once, and then after each long pause at most.
    assert 1 < asked <= pauses.count(POLL_EVERY) + 1


async def test_what_is_being_looked_at_here_is_not_looked_for_without_a_pause(
    room: SourceRoom,
) -> None:
    room.publish(1)
    await followed(room, 1)
    pauses, enough, go_on = list[float](), asyncio.Event(), asyncio.Event()

    async def serve(_: Request) -> StreamResponse:
        await go_on.wait()
        return web.Response(text=page("News 1", "The fee."), content_type="text/html")

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) > 5:
            enough.set()
            await asyncio.Event().wait()

    room.web.pages["/1"] = serve
    seen = Seen(room, sleep=sleep)
    seen.schedule.begin()
    async with asyncio.timeout(20):
        await enough.wait()
    await seen.schedule.close()
    go_on.set()
    # Only what was begun in a round may have another round follow soon.
    assert min(pauses[1:]) >= POLL_EVERY


async def test_settings_of_a_feed_stay_within_what_is_allowed(room: SourceRoom) -> None:
    room.publish(1)
    source_id = await followed(room, 1)
    wild = FeedSettings(every=1, most=10_000, words=tuple(map(str, range(99))))
    settings = (await room.sources.follow(1, source_id, wild)).settings
    assert (settings.every, settings.most, len(settings.words)) == (900, 200, 20)
    await room.sources.writer.put(1, SourceChange(await room.sources.writer.source(1, source_id)))


async def test_a_long_look_stays_this_process_s_own(
    room: SourceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publish(1)
    await followed(room, 1)
    taken, again = list[str](), asyncio.Event()

    async def take(name: str, _seconds: float) -> bool:
        taken.append(name)
        if len(taken) == 3:
            again.set()
        return True

    async def serve(_: Request) -> StreamResponse:
        await again.wait()
        return web.Response(text=page("News 1", "The fee."), content_type="text/html")

    room.web.pages["/1"] = serve
    monkeypatch.setattr(room.service.stores.leases, "take", take)
    seen = Seen(room, lease=0.01)
    async with asyncio.timeout(20):
        await seen.schedule.check_due()
    assert len(set(taken)) == 1
    assert await room.titles(1) == ["News 1"]
