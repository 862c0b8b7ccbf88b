from __future__ import annotations

from contextlib import aclosing

from bot.storage.change_notifier import LocalChangeNotifier


async def test_everybody_who_listens_hears_what_is_announced_from_then_on() -> None:
    notifier = LocalChangeNotifier()
    await notifier.notify("", 1)
    first, second = notifier.changes(), notifier.changes()
    await notifier.notify("", 2)
    await notifier.notify("7", 1)
    for heard in (first, second):
        assert [await anext(heard), await anext(heard)] == [("", 2), ("7", 1)]


async def test_one_who_stopped_listening_is_not_kept() -> None:
    notifier = LocalChangeNotifier()
    async with aclosing(notifier.changes()) as heard:
        await notifier.notify("", 1)
        await anext(heard)
    assert not notifier.listeners
