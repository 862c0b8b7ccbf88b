from __future__ import annotations

from contextlib import aclosing

from bot.storage.announcer import LocalAnnouncer


async def test_everybody_who_listens_hears_what_is_announced_from_then_on() -> None:
    announcer = LocalAnnouncer()
    await announcer.announce("", 1)
    first, second = announcer.heard(), announcer.heard()
    await announcer.announce("", 2)
    await announcer.announce("7", 1)
    for heard in (first, second):
        assert [await anext(heard), await anext(heard)] == [("", 2), ("7", 1)]


async def test_one_who_stopped_listening_is_not_kept() -> None:
    announcer = LocalAnnouncer()
    async with aclosing(announcer.heard()) as heard:
        await announcer.announce("", 1)
        await anext(heard)
    assert not announcer.listeners
