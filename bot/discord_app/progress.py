"""Report the progress of long work every few seconds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

EVERY = 3.0
"""Seconds between two edits of a message: Discord's rate limit allows no more for long."""

_Result = TypeVar("_Result")


async def follow(
    work: Callable[[Callable[[int, int], None]], Coroutine[Any, Any, _Result]],
    tell: Callable[[int, int], Awaitable[object]],
    every: float = EVERY,
) -> _Result:
    """Run work, and report its progress while it runs.

    Args:
        work: The work; it gets a function to call, from any thread, with the amount done and the
            total.
        tell: Called with both numbers, if they have changed.
        every: Seconds between two calls of ``tell``.

    Returns:
        What the work returns.
    """
    reached = told = (0, 0)

    def note(done: int, total: int) -> None:
        nonlocal reached
        reached = (done, total)

    working = asyncio.create_task(work(note))
    while not (await asyncio.wait({working}, timeout=every))[0]:
        if reached != told:
            told = reached
            await tell(*told)
    return working.result()
