"""Deferred statements, which wait while the database is away."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

MOST_WAITING = 10_000
"""The maximum number of queued statements; beyond it the oldest are dropped."""

TRIED_EVERY = 2.0
"""Seconds between two attempts while the database is away."""

_Values = tuple[object, ...]


class Notes:
    """The queued statements, oldest first.

    Args:
        write: Writes statements, each with all its values, in one transaction; raises
            ``ConnectionError`` while the database is away.
    """

    def __init__(self, write: Callable[[dict[str, list[_Values]]], Awaitable[None]]) -> None:
        self._write = write
        self._waiting: deque[tuple[str, _Values]] = deque()
        self._under_way = 0
        self._dropped = 0
        self._tried = asyncio.Event()
        self._writing: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def __len__(self) -> int:
        """Return how many statements wait."""
        return len(self._waiting) + self._under_way

    def add(self, statement: str, values: _Values) -> None:
        """Write a statement soon."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft()
            self._dropped += 1
            if self._dropped == 1:
                log.error("the database is away and the queue of notes is full: dropping notes")
        self._waiting.append((statement, values))
        if self._writing is None or self._writing.done():
            self._tried.clear()
            self._writing = asyncio.create_task(self._write_all())

    async def tried(self) -> None:
        """Wait until all queued statements have been written, or an attempt has failed."""
        if self._waiting or self._under_way:
            await self._tried.wait()

    async def close(self, within: float) -> None:
        """Write the queued statements, with one retry if the database is away, and stop.

        Args:
            within: Seconds that this may take.
        """
        self._closing.set()
        if self._writing:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._writing, within)
        if len(self):
            log.error("notes that could not be written to the database: %d", len(self))

    async def _write_all(self) -> None:
        while self._waiting:
            self._tried.clear()
            every = [*self._waiting]
            self._waiting.clear()
            self._under_way = len(every)
            away = await self._write_some(every)
            self._under_way = 0
            if away or not self._waiting:
                self._tried.set()
            if away:
                # What came meanwhile is newer.
                room = max(0, MOST_WAITING - len(self._waiting))
                self._waiting.extendleft(reversed(every[len(every) - min(room, len(every)) :]))
                if self._closing.is_set():
                    return
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), TRIED_EVERY)
            elif self._dropped:
                log.error("notes that were dropped while the database was away: %d", self._dropped)
                self._dropped = 0

    async def _write_some(self, every: list[tuple[str, _Values]]) -> bool:
        """Write statements; return whether the database is away and they stay queued."""
        by_statement: dict[str, list[_Values]] = {}
        for statement, values in every:
            by_statement.setdefault(statement, []).append(values)
        # What was deleted is not saved again.
        deleting_last = sorted(by_statement, key=lambda statement: statement.startswith("DELETE"))
        try:
            await self._write({statement: by_statement[statement] for statement in deleting_last})
        except ConnectionError:
            return True
        except Exception:
            log.exception("notes that could not be written to the database: %d", len(every))
        return False
