"""Look at links and feeds when they are due, and clear away what nobody kept."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.sources.errors import SourceError
from bot.sources.limits import HOUR, UNDONE_WITHIN
from bot.storage.errors import AwayError, DatabaseError
from bot.storage.sources import guild_of_scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
    from typing import Any

    from bot.sources.looking import Looked
    from bot.sources.sources import Sources
    from bot.storage.sources import Source, State
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)

_AT_ONCE = 8
"""Sources that are looked at at the same time; each host is still asked one thing at a time."""

LEASE = 120.0
"""Seconds for which one process has a source to itself, from when it last said that it looks."""

_AT_ONCE_OF_A_SERVER = 2
"""Sources of one server that are looked at at the same time: a look at a long feed of a slow site
takes an hour, and must not keep the other servers' from their turn."""

_LONGEST_SLEEP = 300.0

LOOKED_FOR_EVERY = 5.0
"""Seconds between two looks for what is due while it is being looked at, here or elsewhere."""


class SourceSchedule:
    """Looks at what is due, again and again.

    Args:
        sources: The sources of all servers.
        stores: Say which are due.
        looked: Called after each look, with the server and what the look came to.
        each_round: Called at least once in five minutes.
        lease: For how many seconds a source is looked at by nobody else where a process dies.
        sleep: Waits for so many seconds.
    """

    def __init__(
        self,
        sources: Sources,
        stores: Stores,
        looked: Callable[[int, Looked], Awaitable[None]],
        each_round: Callable[[], Awaitable[None]],
        lease: float = LEASE,
        sleep: Callable[[float], Coroutine[Any, Any, None]] = asyncio.sleep,
    ) -> None:
        self._leased_for = lease
        self._sleep = sleep
        self._sources = sources
        self._stores = stores
        self._looked = looked
        self._each_round = each_round
        self._looks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._woken = False
        self._sleeping: asyncio.Task[None] | None = None
        self._cleared = 0
        self._task: asyncio.Task[None] | None = None
        self._ended = False

    def begin(self) -> None:
        """Begin to look at what is due, unless that was begun, or has ended for good."""
        if self._task is not None or self._ended:
            return
        self._sources.wake = self.wake
        self._task = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Look at once at what is due."""
        self._woken = True
        if self._sleeping:
            self._sleeping.cancel()

    async def close(self) -> None:
        """End for good; a look under way is broken off, and what it wrote down stays."""
        self._ended = True
        tasks = {task for task in (self._task, self._sleeping, *self._looks.values()) if task}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def look_at_due(self) -> int:
        """Look at what is due, and wait for that; return how many are looked at."""
        looks = await self._begin_due()
        if looks:
            await asyncio.wait(looks)
        return len(looks)

    async def _begin_due(self) -> list[asyncio.Task[None]]:
        """Begin to look at what is due and may be looked at now; return the looks begun."""
        now, most = self._sources.writer.clock(), len(self._looks) + _AT_ONCE * 4
        begun = []
        for scope, source in await self._stores.sources.due(now, most, _AT_ONCE_OF_A_SERVER):
            key = (scope, source.id)
            # Those that are being looked at are due until it is noted what came of that.
            of_server = sum(one == scope for one, _ in self._looks)
            if key not in self._looks and of_server < _AT_ONCE_OF_A_SERVER:
                self._looks[key] = asyncio.create_task(self._look(scope, source))
                begun.append(self._looks[key])
        return begun

    async def clear(self) -> None:
        """Delete what was removed or offered more than a day ago."""
        before = self._sources.writer.clock() - UNDONE_WITHIN
        states: tuple[State, ...] = ("offered", "removed")
        for state in states:
            for scope, source_id in await self._stores.sources.left_over(state, before):
                with suppress(SourceError):  # somebody has just kept it, or brought it back
                    await self._sources.writer.delete(guild_of_scope(scope), source_id, state)

    async def _run(self) -> None:
        while True:
            self._woken = False
            begun: list[asyncio.Task[None]] = []
            try:
                begun = await self._begin_due()
                await self._each_round()
                now = self._sources.writer.clock()
                if now - self._cleared >= HOUR:
                    self._cleared = now
                    await self.clear()
            except AwayError as error:
                log.warning("links and feeds are looked at later: %s", error)
            except Exception:
                # The next round tries again.
                log.exception("links and feeds could not be looked at")
            # What is due though nothing was begun is being looked at.
            seconds = max(await self._until_due(), 0.0 if begun else LOOKED_FOR_EVERY)
            if not self._woken:
                self._sleeping = asyncio.create_task(self._sleep(seconds))
                await asyncio.wait({self._sleeping})

    async def _until_due(self) -> float:
        """Return for how many seconds nothing is due: from one second to five minutes."""
        try:
            due = await self._stores.sources.next_due()
        except DatabaseError:
            due = None
        if due is None:
            return _LONGEST_SLEEP
        return min(max(due - self._sources.writer.clock(), 1.0), _LONGEST_SLEEP)

    async def _look(self, scope: str, source: Source) -> None:
        """Look at a source in its turn, unless another process does; a failure is logged."""
        try:
            async with self._turns:
                looked = await self._look_alone(scope, source)
            if not looked:
                # It stays due until the other process is done, and is not asked for at once again.
                await self._sleep(LOOKED_FOR_EVERY)
        except DatabaseError as error:
            log.warning("a look at a source of the server %s can't be kept: %s", scope, error)
        except Exception:
            log.exception("looking at a source of the server %s failed", scope)
            # It must not be due again at once, for ever.
            with suppress(DatabaseError):
                await self._sources.looker.give_up(scope, source)
        finally:
            del self._looks[scope, source.id]

    async def _look_alone(self, scope: str, source: Source) -> bool:
        """Look at a source and return true, unless another process does."""
        lease = f"source:{scope}:{source.id}"
        if not await self._stores.leases.take(lease, self._leased_for):
            return False
        async with self._kept(lease):
            looked = await self._sources.looker.look(scope, source)
        await self._stores.leases.give_back(lease)
        await self._looked(guild_of_scope(scope), looked)
        return True

    @asynccontextmanager
    async def _kept(self, lease: str) -> AsyncIterator[None]:
        """Prolong a lease while a look goes on: one at a long feed takes many minutes."""

        async def prolong() -> None:
            while True:
                await asyncio.sleep(self._leased_for / 4)
                with suppress(DatabaseError):  # there are more tries before it runs out
                    await self._stores.leases.take(lease, self._leased_for)

        prolonging = asyncio.create_task(prolong())
        try:
            yield
        finally:
            prolonging.cancel()
            await asyncio.wait({prolonging})
