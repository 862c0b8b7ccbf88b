"""Count the requests that are being answered, so that a shutdown can wait for them."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class RunningRequests:
    """The requests that are being answered."""

    def __init__(self) -> None:
        self._tasks: Counter[asyncio.Task[Any]] = Counter()
        self._ended = False
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Count the running task as answering a request while the block runs.

        Raises:
            asyncio.CancelledError: The bot is stopping, and answers no more.
        """
        task = asyncio.current_task()
        if self._ended or task is None:
            raise asyncio.CancelledError
        self._tasks[task] += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._tasks[task] -= 1
            self._tasks += Counter()
            if not self._tasks:
                self._idle.set()

    async def finish(self, within: float) -> int:
        """Wait until nothing is being answered.

        Args:
            within: The maximum seconds to wait.

        Returns:
            The number of requests that are still being answered.
        """
        try:
            async with asyncio.timeout(within):
                await self._idle.wait()
        except TimeoutError:
            return len(self._tasks)
        return 0

    def end(self) -> None:
        """Cancel the running requests, and refuse new ones."""
        self._ended = True
        for task in [*self._tasks]:
            task.cancel()
