"""The connection to Discord's gateway, and when it counts as dead."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

DEAD_AFTER = 300.0
"""Seconds without a connection after which the process ends, so that a supervisor restarts it."""

_LOOK_EVERY = 5.0


class GatewayDeadError(Exception):
    """The gateway has been dead for too long."""


class GatewayWatch:
    """The state of each shard's connection.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._down_since: dict[int, float] = {-1: clock()}

    def up(self, shard: int) -> None:
        """Record that a shard is connected, or has resumed."""
        self._down_since.pop(-1, None)
        self._down_since.pop(shard, None)

    def down(self, shard: int) -> None:
        """Record that a shard has lost its connection."""
        self._down_since.setdefault(shard, self._clock())

    def stand_by(self) -> None:
        """Record that there may be no shard to connect to, as other processes hold them all."""
        self._down_since.pop(-1, None)

    def forget(self, shard: int) -> None:
        """Record that a shard is not this process's any more."""
        self._down_since.pop(shard, None)

    @property
    def connected(self) -> bool:
        """Whether every shard is connected; false before the first one is."""
        return not self._down_since

    def dead_for(self) -> float:
        """Return for how many seconds some shard has been without a connection."""
        return self._clock() - min(self._down_since.values()) if self._down_since else 0.0

    async def until_dead(self, look_every: float = _LOOK_EVERY) -> None:
        """Wait until the gateway has been dead for ``DEAD_AFTER`` seconds.

        Args:
            look_every: Seconds between two checks.

        Raises:
            GatewayDeadError: It has been dead for that long.
        """
        while self.dead_for() < DEAD_AFTER:  # noqa: ASYNC110 - time passes without an event
            await asyncio.sleep(look_every)
        message = f"the gateway has been dead for {self.dead_for():.0f} s: ending, to be restarted"
        raise GatewayDeadError(message)
