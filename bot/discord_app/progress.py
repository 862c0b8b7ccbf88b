"""Report the progress of long work every few seconds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

EVERY = 3.0
"""Seconds between two messages: Discord lets a message be edited no more often for long."""

_Result = TypeVar("_Result")


async def follow(
    work: Callable[[Callable[[int, int], None]], Coroutine[Any, Any, _Result]],
    tell: Callable[[int, int], Awaitable[object]],
    every: float = EVERY,
) -> _Result:
    """Run work, and report its progress while it runs.

    Args:
        work: The work; it is given what to call, from any thread, with how much is done and how
            much there is.
        tell: Called with the same, where it has changed.
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
