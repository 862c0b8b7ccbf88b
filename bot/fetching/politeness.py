"""Limit requests to one at a time per host, with pauses; callers wait for their turn."""

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
"""Seconds for which a process claims a host: longer than a request takes."""

LOOK_EVERY = 0.5
"""Seconds between two checks whether another process is done with a host."""

GIVE_WAY = 1.0
"""Seconds that a process waits longer than the others before it asks a host again: they go first,
so that one with many requests does not keep the others from their turn."""

_MOST_HOSTS = 10_000


class HostClaims(Protocol):
    """Decides which process may ask a host, if several serve one bot."""

    async def claim(self, host: str, seconds: float) -> bool:
        """Claim a host; return whether no other process may ask it now.

        Args:
            host: The host.
            seconds: For how long; the claim expires if the process dies.
        """
        ...

    async def rest(self, host: str, seconds: float) -> None:
        """Let no other process ask a host that this one has claimed, for a number of seconds."""
        ...


class HostRests(Protocol):
    """Stores which hosts ask to be left alone."""

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Record that a host asks to be left alone for a number of seconds, and its reason."""
        ...

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason."""
        ...


class LocalHostRests:
    """Stores in memory which hosts ask to be left alone, if there is no database.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rests: dict[str, tuple[float, str]] = {}

    async def note(self, host: str, seconds: float, why: str) -> None:
        """Record that a host asks to be left alone for a number of seconds, and its reason."""
        now = self._clock()
        self._rests = {one: rest for one, rest in self._rests.items() if rest[0] > now}
        self._rests[host] = now + seconds, why

    async def left(self, host: str) -> tuple[float, str] | None:
        """Return for how many more seconds to leave a host alone, and its reason."""
        until, why = self._rests.get(host, (0.0, ""))
        seconds = until - self._clock()
        return (seconds, why) if seconds > 0 else None


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class HostTurns:
    """Schedules the requests to each host: one at a time, with a pause between them.

    Args:
        every: Seconds between two requests to one host.
        clock: Returns the time in seconds.
        sleep: Waits for a number of seconds.
        claims: The turns of all processes; ``None`` if there is only this one.
        rests: Stores which hosts ask to be left alone; in memory if left out.
    """

    def __init__(
        self,
        every: float = EVERY,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        claims: HostClaims | None = None,
        rests: HostRests | None = None,
    ) -> None:
        self._every = every
        self._claims = claims
        self._rests = rests or LocalHostRests(clock)
        self._clock = clock
        self._sleep = sleep
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    async def leave_alone(self, host: str, seconds: float, why: str) -> None:
        """Send a host no more requests for a number of seconds, as it asks for that."""
        await self._rests.note(_plain(host), seconds, why)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a host may be asked again, and be its only request while the block runs.

        Raises:
            FetchError: It asks to be left alone for longer.
        """
        host = _plain(host)
        one = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        one.waiting += 1
        try:
            async with one.lock:
                # Callers that wait behind a request that was refused need not wait for the pause.
                await self._check(host)
                wait = one.free_at - self._clock()
                if wait > 0:
                    await self._sleep(wait)
                async with self._claimed(host, one):
                    yield
        finally:
            one.waiting -= 1
            self._forget_some()

    async def _check(self, host: str) -> None:
        """Raise :class:`FetchError` unless a host may be asked, as far as it has said."""
        rest = await self._rests.left(host)
        if rest:
            seconds, why = rest
            raise FetchError(why, seconds)

    @asynccontextmanager
    async def _claimed(self, host: str, one: _Host) -> AsyncIterator[None]:
        """Keep a host from the other processes during a request, and for a while after it."""
        while self._claims and not await self._claims.claim(host, LONGEST):
            await self._sleep(LOOK_EVERY)
        try:
            if self._claims:
                # The host may have asked another process to leave it alone in the meantime.
                await self._check(host)
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
            if one.waiting or one.free_at > now:
                return
            del self._hosts[host]


def _plain(host: str) -> str:
    """Return a host's name without a trailing dot."""
    return host.rstrip(".")
