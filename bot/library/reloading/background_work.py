"""Work on one library after the other in the background, until the next one is begun."""

from __future__ import annotations

import asyncio
import logging
import threading
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library.library import Library

log = logging.getLogger(__name__)


class BackgroundWork(ABC):
    """Works on one library after the other; what was done of an earlier one is kept.

    Args:
        doing: What it does, for the log.
    """

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._stopping = threading.Event()
        self._task: asyncio.Task[bool] | None = None

    def begin(self, library: Library) -> None:
        """Start work on a library, and stop work on the previous one."""
        self._stopping.set()
        self._stopping = threading.Event()
        self._task = asyncio.create_task(self._follow(self._task, library, self._stopping))

    async def finished(self) -> bool:
        """Wait until work on the last library has ended; return whether it is done."""
        while self._task:
            # A caller that is cancelled must not cancel the others.
            done, task = await asyncio.shield(self._task), self._task
            if task.done():
                return done
        return False

    def stop(self) -> None:
        """Stop soon, for which :meth:`finished` waits."""
        self._stopping.set()

    async def _follow(
        self, before: asyncio.Task[bool] | None, library: Library, stopping: threading.Event
    ) -> bool:
        if before:
            await before
        try:
            return await self._work(library, stopping) and not stopping.is_set()
        except Exception:
            # Nothing awaits this task: a request does without, or has the work begun again.
            log.exception("%s failed", self._doing)
            return False

    @abstractmethod
    async def _work(self, library: Library, stopping: threading.Event) -> bool:
        """Work on a library until that is done or the event is set; return whether it succeeded."""
