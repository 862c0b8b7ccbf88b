"""One request at a time to a host, and not many: whoever asks waits for their turn."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

EVERY = 5.0
"""Seconds from the end of one request to a host to the beginning of the next."""

LONGEST = 30.0
"""Seconds for which a process has a host to itself: longer than a request takes."""

LOOK_EVERY = 0.5
"""Seconds between two looks whether another process is done with a host."""

GIVE_WAY = 1.0
"""Seconds that a process waits longer than the others before it asks a host again: they go first,
so that one with many requests does not keep the others from their turn."""

_MOST_HOSTS = 10_000


class HostClaims(Protocol):
    """Says which process may ask a host, where several serve one bot."""

    async def claim(self, host: str, seconds: float) -> bool:
        """Claim a host; return whether no other process may ask it now.

        Args:
            host: The host.
            seconds: For how long; it ends by itself where the process dies.
        """
        ...

    async def rest(self, host: str, seconds: float) -> None:
        """Let no other process ask a host that this one has claimed, for so many seconds."""
        ...


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0
    alone_until: float = 0.0
    why: str = ""

    def check(self, now: float) -> None:
        """Raise unless the host may be asked, as far as it has said."""
        if now < self.alone_until:
            raise FetchError(self.why, self.alone_until - now)


class HostTurns:
    """Schedules the requests to each host: one at a time, with a pause between them.

    Args:
        every: Seconds between two requests to one host.
        clock: Returns the time in seconds.
        sleep: Waits for so many seconds.
        claims: Keep the turns of all processes; ``None`` where this one is all there is.
    """

    def __init__(
        self,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        claims: HostClaims | None = None,
    ) -> None:
        self._every = every
        self._claims = claims
        self._clock = clock
        self._sleep = sleep
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    def leave_alone(self, host: str, seconds: float, why: str) -> None:
        """Ask nothing more of a host for so many seconds, as it asks for that."""
        one = self._host(host)
        one.alone_until, one.why = self._clock() + seconds, why

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a host may be asked again, and be its only request while the block runs.

        Raises:
            FetchError: It asks to be left alone for longer.
        """
        one = self._host(host)
        one.check(self._clock())
        one.waiting += 1
        try:
            async with one.lock:
                wait = one.free_at - self._clock()
                if wait > 0:
                    await self._sleep(wait)
                one.check(self._clock())
                async with self._claimed(host.rstrip("."), one):
                    yield
        finally:
            one.waiting -= 1
            self._forget_some()

    def _host(self, host: str) -> _Host:
        # Some write a dot behind a name.
        name = host.rstrip(".")
        one = self._hosts.setdefault(name, _Host())
        self._hosts.move_to_end(name)
        return one

    @asynccontextmanager
    async def _claimed(self, host: str, one: _Host) -> AsyncIterator[None]:
        """Keep a host from the other processes during a request, and for a while after it."""
        while self._claims and not await self._claims.claim(host, LONGEST):
            await self._sleep(LOOK_EVERY)
        try:
            yield
        finally:
            one.free_at = self._clock() + self._every
            if self._claims:
                one.free_at += GIVE_WAY
                await self._claims.rest(host, self._every)

    def _forget_some(self) -> None:
        """Forget hosts that nobody has asked for long, where there are too many."""
        now = self._clock()
        while len(self._hosts) > _MOST_HOSTS:
            host, one = next(iter(self._hosts.items()))
            if one.waiting or max(one.free_at, one.alone_until) > now:
                return
            del self._hosts[host]
