"""One request at a time to a host, and not many: whoever asks waits for their turn."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

EVERY = 5.0
"""Seconds from the end of one request to a host to the beginning of the next."""

_MOST_HOSTS = 10_000


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class HostTurns:
    """Gives each request to a host its turn.

    Args:
        every: Seconds between two requests to one host.
        clock: Returns the time in seconds.
        sleep: Waits for so many seconds.
    """

    def __init__(
        self,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._every = every
        self._clock = clock
        self._sleep = sleep
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Hold the only request to a host, once it is time for one."""
        one = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        one.waiting += 1
        try:
            async with one.lock:
                wait = one.free_at - self._clock()
                if wait > 0:
                    await self._sleep(wait)
                try:
                    yield
                finally:
                    one.free_at = self._clock() + self._every
        finally:
            one.waiting -= 1
            self._forget_some()

    def _forget_some(self) -> None:
        """Forget hosts that nobody has asked for long, where there are too many."""
        now = self._clock()
        while len(self._hosts) > _MOST_HOSTS:
            host, one = next(iter(self._hosts.items()))
            if one.waiting or one.free_at > now:
                return
            del self._hosts[host]
