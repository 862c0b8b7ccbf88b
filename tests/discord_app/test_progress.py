from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.discord_app.progress import follow

if TYPE_CHECKING:
    from collections.abc import Callable


async def test_tells_how_far_work_has_come_and_returns_what_it_gives() -> None:
    heard: list[tuple[int, int]] = []
    was_told = asyncio.Event()

    async def work(note: Callable[[int, int], None]) -> str:
        for done in (1, 2):
            note(done, 2)
            was_told.clear()
            await was_told.wait()
        return "done"

    async def tell(done: int, total: int) -> None:
        heard.append((done, total))
        was_told.set()

    assert await follow(work, tell, every=0.001) == "done"
    assert heard == [(1, 2), (2, 2)]


async def test_what_work_raises_is_raised() -> None:
    async def work(note: Callable[[int, int], None]) -> None:
        raise FileNotFoundError

    async def tell(done: int, total: int) -> None:
        raise AssertionError

    with pytest.raises(FileNotFoundError):
        await follow(work, tell)
