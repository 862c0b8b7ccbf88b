"""The processes that serve one bot together, and the shards that each holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterable

_SHARDS = re.compile(r"(?:(\d{1,6})(?:-(\d{1,6}))?/)?([1-9]\d{0,5})")


@dataclass(frozen=True, slots=True)
class WantedShards:
    """The shards that a process is to serve.

    Attributes:
        count: The number of all shards of the bot; ``None`` if Discord is asked.
        first: The first one that this process may serve.
        last: The last one; ``None`` for the last there is.
    """

    count: int | None = None
    first: int = 0
    last: int | None = None

    @property
    def is_part(self) -> bool:
        """Whether this process may serve only some of the shards."""
        return self.last is not None

    def of(self, count: int) -> range:
        """Return the shards that this process may serve, given the number of all shards."""
        return range(self.first, count if self.last is None else self.last + 1)


def wanted_shards(text: str) -> WantedShards:
    """Read ``auto``, the number of shards as in ``16``, or a part of them as in ``0-3/16``.

    Raises:
        ValueError: The text is something else, or names a shard that there is not.
    """
    if text == "auto":
        return WantedShards()
    match = _SHARDS.fullmatch(text)
    if not match:
        message = "must be auto, a number as in 16, or a part as in 0-3/16"
        raise ValueError(message)
    count = int(match[3])
    if match[1] is None:
        return WantedShards(count)
    first, last = int(match[1]), int(match[2] or match[1])
    if not first <= last < count:
        message = f"must name shards from 0 to {count - 1}, the smaller one first"
        raise ValueError(message)
    return WantedShards(count, first, last)


def ranges(shards: Iterable[int]) -> str:
    """Format the numbers of shards as ranges: ``0-3, 7``."""
    parts: list[list[int]] = []
    for shard in shards:
        if parts and parts[-1][-1] == shard - 1:
            parts[-1].append(shard)
        else:
            parts.append([shard])
    return ", ".join(f"{p[0]}-{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)


@dataclass(frozen=True, slots=True)
class ProcessView:
    """A process that is alive.

    Attributes:
        number: Its number in the cluster.
        name: Its name.
        age: Seconds since it joined.
        silent: Seconds since its last heartbeat.
        draining: Whether it hands its shards over, to stop.
        port: The port of its monitor, if it has one.
        first: The first shard that it may serve.
        last: The last one; ``None`` for the last there is.
    """

    number: int
    name: str
    age: float
    silent: float
    draining: bool
    port: int | None = None
    first: int = 0
    last: int | None = None

    def may_serve(self, shard: int) -> bool:
        """Return whether it may serve a shard."""
        return self.first <= shard and (self.last is None or shard <= self.last)


@dataclass(frozen=True, slots=True)
class ShardView:
    """A shard, as the database knows it.

    Attributes:
        shard: Its number.
        holder: The number of the process that holds it, if one does.
        released: Whether its last holder released it, or it never had one, so that no process will
            reconnect.
        offered: Whether its holder offers it to another process.
        heir: The process that prepares to take it over, if any.
        ready: Whether the heir is connected.
        switch_at: The snowflake from which the heir answers, once that is settled.
    """

    shard: int
    holder: int | None = None
    released: bool = True
    offered: bool = False
    heir: int | None = None
    ready: bool = False
    switch_at: int | None = None


@dataclass(frozen=True, slots=True)
class ClusterView:
    """The cluster at a moment.

    Attributes:
        processes: The processes that are alive.
        shards: All shards, in their order.
    """

    processes: tuple[ProcessView, ...]
    shards: tuple[ShardView, ...]


class SilentError(Exception):
    """The database has not responded for so long that others may take this process's shards."""


class Cluster(Protocol):
    """The place of this process in the cluster. Methods may raise ``DatabaseError``.

    Attributes:
        process: The name of this process.
        number: The number of this process, once it has joined.
        held: The shards that it holds.
        connected_at: When its session was last reestablished, by the monotonic clock.
    """

    process: str
    number: int
    held: set[int]
    connected_at: float

    async def join(
        self, wanted: WantedShards, ask: Callable[[], Awaitable[int]], port: int | None
    ) -> int:
        """Join the cluster; return how many shards the bot has in all.

        Args:
            wanted: The shards that this process is to serve.
            ask: Asks Discord for the number of shards.
            port: The port of this process's monitor.

        Raises:
            DatabaseError: The processes that are running have another number of shards.
        """
        ...

    async def beat(self) -> ClusterView:
        """Record that this process is alive, and return the cluster.

        A connection that was lost is made again, and the shards are claimed again; what another
        process has claimed meanwhile is no longer in :attr:`held`.

        Raises:
            DatabaseError: The database is away; nobody else can claim a shard then.
            SilentError: It has not responded for too long; the shards have to be given up.
        """
        ...

    async def claim(self, shards: Collection[int]) -> set[int]:
        """Claim shards that nobody holds; return those that this process holds now."""
        ...

    async def release(self, shard: int) -> None:
        """Release a shard."""
        ...

    async def offer(self, shards: Collection[int]) -> None:
        """Offer shards to other processes, and go on with them until one is ready."""
        ...

    async def inherit(self, shard: int) -> bool:
        """Become the heir of an offered shard; return whether that succeeded."""
        ...

    async def note_ready(self, shard: int) -> None:
        """Record that this process, as the heir, is connected to a shard."""
        ...

    async def settle_switch(self, shard: int, switch_at: int) -> None:
        """Settle from which snowflake on the heir of a shard answers."""
        ...

    async def drain(self) -> None:
        """Record that this process is handing over its shards, to stop."""
        ...

    async def may_identify(self, bucket: int) -> bool:
        """Return whether a session may begin now in a bucket, and record that it does."""
        ...

    async def leave(self) -> None:
        """Leave the cluster; all shards are free."""
        ...
