"""Check links and feeds when they are due, and delete offers that nobody kept."""

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

    from bot.sources.source_checker import CheckResult
    from bot.sources.sources import Sources
    from bot.storage.sources import Source, State
    from bot.storage.stores import Stores

log = logging.getLogger(__name__)

_AT_ONCE = 8
"""Sources that are checked at the same time; each host still gets one request at a time."""

LEASE = 120.0
"""Seconds for which one process has a source to itself after it last renewed its lease."""

_AT_ONCE_OF_A_SERVER = 2
"""Sources of one server that are checked at the same time: a long feed of a slow site takes an
hour, and must not delay the sources of other servers."""

_LONGEST_SLEEP = 300.0

POLL_EVERY = 5.0
"""Seconds between two queries for due sources while some are being checked, here or elsewhere."""


class SourceSchedule:
    """Checks sources whenever they are due.

    Args:
        sources: The sources of all servers.
        stores: Where the due sources are stored.
        checked: Called after each check, with the server and the result.
        each_round: Called at least once in five minutes.
        lease: Seconds for which no other process checks a source whose process has died.
        sleep: Waits for a number of seconds.
    """

    def __init__(
        self,
        sources: Sources,
        stores: Stores,
        checked: Callable[[int, CheckResult], Awaitable[None]],
        each_round: Callable[[], Awaitable[None]],
        lease: float = LEASE,
        sleep: Callable[[float], Coroutine[Any, Any, None]] = asyncio.sleep,
    ) -> None:
        self._leased_for = lease
        self._sleep = sleep
        self._sources = sources
        self._stores = stores
        self._checked = checked
        self._each_round = each_round
        self._checks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._woken = False
        self._sleeping: asyncio.Task[None] | None = None
        self._cleared = 0
        self._task: asyncio.Task[None] | None = None
        self._ended = False

    def begin(self) -> None:
        """Start checking due sources, unless already started or closed."""
        if self._task is not None or self._ended:
            return
        self._sources.wake = self.wake
        self._task = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Check due sources at once."""
        self._woken = True
        if self._sleeping:
            self._sleeping.cancel()

    async def close(self) -> None:
        """Stop for good; a running check is cancelled, and what it has saved stays."""
        self._ended = True
        tasks = {task for task in (self._task, self._sleeping, *self._checks.values()) if task}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def check_due(self) -> int:
        """Check the due sources and wait for that; return how many there were."""
        checks = await self._begin_due()
        if checks:
            await asyncio.wait(checks)
        return len(checks)

    async def _begin_due(self) -> list[asyncio.Task[None]]:
        """Start checking the due sources that may be checked now; return the tasks."""
        now, most = self._sources.writer.clock(), len(self._checks) + _AT_ONCE * 4
        begun = []
        for scope, source in await self._stores.sources.due(now, most, _AT_ONCE_OF_A_SERVER):
            key = (scope, source.id)
            # A source that is being checked counts as due until its result is saved.
            of_server = sum(one == scope for one, _ in self._checks)
            if key not in self._checks and of_server < _AT_ONCE_OF_A_SERVER:
                self._checks[key] = asyncio.create_task(self._check(scope, source))
                begun.append(self._checks[key])
        return begun

    async def clear(self) -> None:
        """Delete sources that were removed or offered more than a day ago."""
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
                log.warning("links and feeds are checked later: %s", error)
            except Exception:
                # The next round tries again.
                log.exception("links and feeds could not be checked")
            # If nothing was started, what is due is being checked already.
            seconds = max(await self._until_due(), 0.0 if begun else POLL_EVERY)
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

    async def _check(self, scope: str, source: Source) -> None:
        """Check a source in its turn, unless another process does; a failure is logged."""
        try:
            async with self._turns:
                done = await self._check_alone(scope, source)
            if not done:
                # It stays due until the other process is done; don't ask for it again at once.
                await self._sleep(POLL_EVERY)
        except DatabaseError as error:
            log.warning("the check of a source of server %s can't be saved: %s", scope, error)
        except Exception:
            log.exception("checking a source of server %s failed", scope)
            # Otherwise it would be due again at once, forever.
            with suppress(DatabaseError):
                await self._sources.checker.give_up(scope, source)
        finally:
            del self._checks[scope, source.id]

    async def _check_alone(self, scope: str, source: Source) -> bool:
        """Check a source and return true, unless another process does."""
        lease = f"source:{scope}:{source.id}"
        if not await self._stores.leases.take(lease, self._leased_for):
            return False
        async with self._kept(lease):
            result = await self._sources.checker.check(scope, source)
        await self._stores.leases.give_back(lease)
        await self._checked(guild_of_scope(scope), result)
        return True

    @asynccontextmanager
    async def _kept(self, lease: str) -> AsyncIterator[None]:
        """Renew a lease while a check runs: that of a long feed takes many minutes."""

        async def renew() -> None:
            while True:
                await asyncio.sleep(self._leased_for / 4)
                with suppress(DatabaseError):  # there are more tries before it runs out
                    await self._stores.leases.take(lease, self._leased_for)

        renewing = asyncio.create_task(renew())
        try:
            yield
        finally:
            renewing.cancel()
            await asyncio.wait({renewing})
