"""Connect to the shards that this process holds, and balance the cluster."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import yarl

from bot.discord_app.sharding.handover import SWITCHED_AFTER, Handovers, gate, snowflake_now
from bot.discord_app.sharding.range_watch import RangeWatch
from bot.discord_app.sharding.session_limits import wait_if_few_left
from bot.discord_app.sharding.shard_plan import (
    FreeShards,
    ThisProcess,
    is_left,
    plan,
    shards_for_others,
)
from bot.storage.cluster import SilentError
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.discord_app.sharding.sharded_bot import ShardedBot
    from bot.storage.cluster import Cluster, ClusterView, WantedShards

log = logging.getLogger(__name__)

BEAT_EVERY = 1.0
"""Seconds between two heartbeats."""

FIRST_CLAIM_AFTER = 2.0
"""Seconds after joining in which a process claims nothing: others may be starting too."""

TOO_FEW = (
    "Discord recommends %d shards, and the bot has %d: stop all of its processes, then start them "
    "with FOOTNOTE_SHARDS=auto or with that number"
)
"""Logged when the number of servers has outgrown the shards."""

_LOOK_EVERY = 0.2
_WITHOUT_DATABASE = 5.0
_AFTER_SWITCH = 2.0
"""Seconds for which events from before the switch may still arrive."""


class ShardKeeper:
    """Connects the bot to the shards that this process holds, and to no others.

    Args:
        bot: The bot.
        cluster: Tells which shards this process holds.
        wanted: The shards that it is to serve.
        port: The port of its monitor, if it has one.

    Attributes:
        handovers: Which events of shards that pass between processes are answered here.
    """

    def __init__(
        self, bot: ShardedBot, cluster: Cluster, wanted: WantedShards, port: int | None = None
    ) -> None:
        self._bot = bot
        self._cluster = cluster
        self._wanted = wanted
        self._port = port
        self._gateway = yarl.URL()
        self._starting: dict[int, asyncio.Task[None]] = {}
        self._inheriting: dict[int, float] = {}
        self._switching: dict[int, float] = {}
        self._free = FreeShards()
        self._ranges = RangeWatch()
        self._joined_at = 0.0
        self._away_at = -math.inf
        self._concurrency = 1
        self._count = 0
        self._draining = False
        self._drained = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self.handovers = Handovers()

    @property
    def held(self) -> list[int]:
        """The shards that this process holds."""
        return sorted(self._cluster.held)

    @property
    def count(self) -> int:
        """How many shards the bot has in all."""
        return self._count

    async def begin(self) -> None:
        """Join the cluster, and start managing shards.

        Raises:
            DatabaseError: The database is away, or other processes have another number of shards.
        """
        recommended, url, limit = await self._bot.http.get_bot_gateway()
        self._gateway = yarl.URL(url)
        self._concurrency = limit["max_concurrency"]

        async def ask() -> int:
            return recommended

        self._count = await self._cluster.join(self._wanted, ask, self._port)
        self._joined_at = time.monotonic()
        state = self._bot._connection
        self._bot.shard_count = state.shard_count = self._count
        gate(state.parsers, self.handovers, lambda guild: (guild >> 22) % self._count)
        log.info("joined as process %d; shards in all: %d", self._cluster.number, self._count)
        if recommended > self._count:
            log.warning(TOO_FEW, recommended, self._count)
        self._bot.gateway.stand_by()
        self._keeping = asyncio.create_task(self._keep())

    async def close(self) -> None:
        """Leave the cluster; its shards become free for others."""
        if self._keeping:
            self._keeping.cancel()
            await asyncio.wait({self._keeping})
        for task in self._starting.values():
            task.cancel()
        await self._cluster.leave()

    async def drain(self, within: float) -> None:
        """Hand all shards over to other processes, and wait for that.

        Args:
            within: The maximum seconds to wait.
        """
        with suppress(TimeoutError, DatabaseError, SilentError):
            async with asyncio.timeout(within):
                await self._cluster.drain()
                self._draining = True
                await self._drained.wait()
        log.info("shards that were not handed over: %d", len(self._cluster.held))

    async def before_identify(self, shard: int) -> None:
        """Wait until a session may begin on a shard.

        Raises:
            asyncio.CancelledError: The shard is not this process's any more.
        """
        while shard in self._cluster.held or shard in self._inheriting:
            try:
                limits = await self._bot.fetch_session_start_limits()
                self._concurrency = limits.max_concurrency
                if await wait_if_few_left(limits):
                    if await self._cluster.may_identify(shard % self._concurrency):
                        return
                    await asyncio.sleep(_LOOK_EVERY)
            except DatabaseError:
                # No other process can begin a session either.
                await asyncio.sleep(_WITHOUT_DATABASE)
                return
        raise asyncio.CancelledError

    async def _keep(self) -> None:
        while True:
            try:
                await self._step(await self._cluster.beat())
            except SilentError as error:
                if self._bot.shards:
                    log.error("the database is silent (%s): giving up all shards", error)
                await self._give_up()
            except DatabaseError as error:
                self._away_at = time.monotonic()
                log.warning("the database is away (%s): going on with the shards held", error)
            except Exception:
                log.exception("managing the shards failed")
            await asyncio.sleep(BEAT_EVERY)

    async def _give_up(self) -> None:
        self._inheriting.clear()
        self._switching.clear()
        await self._drop_others()

    async def _step(self, view: ClusterView) -> None:
        now = time.monotonic()
        # A connection may be lost and made again between two heartbeats.
        away_at = max(self._away_at, self._cluster.connected_at)
        free_for = self._free.look(view, now, away_at)
        self._ranges.look(view, self._cluster.number, now)
        await self._drop_others()
        await self._hand_over(view)
        await self._take_over(view, free_for)
        self._connect()
        if now < self._joined_at + FIRST_CLAIM_AFTER:
            return
        todo = plan(view, self._me(), free_for)
        if todo.offer:
            log.info("offering shards to other processes: %s", todo.offer)
            await self._cluster.offer(todo.offer)
        elif self._draining and not shards_for_others(view, self._me()):
            # Nobody is left to take them over.
            self._drained.set()
        if todo.claim:
            claimed = await self._cluster.claim(todo.claim)
            log.info("claimed shards: %s", sorted(claimed))
        for shard in todo.inherit:
            if await self._cluster.inherit(shard):
                self.handovers.prepare(shard)
                self._inheriting[shard] = now
        self._connect()

    def _me(self) -> ThisProcess:
        return ThisProcess(
            self._cluster.number,
            self._wanted.of(self._count),
            self._wanted.is_part,
            self._cluster.held,
            self._inheriting,
            max(1, self._concurrency) - len(self._starting),
            self._draining,
        )

    def _connect(self) -> None:
        """Connect to the shards that this process holds or inherits, and is not connected to."""
        for shard in [*self._cluster.held, *self._inheriting]:
            if shard not in self._bot.shards and shard not in self._starting:
                self._starting[shard] = asyncio.create_task(self._start(shard))

    async def _start(self, shard: int) -> None:
        try:
            await self._bot.launch_shard(self._gateway, shard)
        finally:
            del self._starting[shard]

    async def _drop_others(self) -> None:
        """Disconnect from the shards that this process does not hold any more."""
        for shard in {*self._bot.shards, *self._starting}:
            if shard not in self._cluster.held and shard not in self._inheriting:
                await self._drop(shard)

    async def _drop(self, shard: int) -> None:
        if shard in self._starting:
            self._starting[shard].cancel()
        await self._bot.drop_shard(shard)
        self.handovers.forget(shard)

    async def _hand_over(self, view: ClusterView) -> None:
        """Hand offered shards over to their heirs, where those are ready."""
        now = time.monotonic()
        alive = {process.number for process in view.processes}
        for one in view.shards:
            shard = one.shard
            if shard in self._switching:
                if now >= self._switching[shard]:
                    del self._switching[shard]
                    await self._cluster.release(shard)
                    await self._drop(shard)
                    log.info("handed over shard %d", shard)
            elif shard in self._cluster.held and one.offered and one.ready and one.heir in alive:
                switch_at = snowflake_now(SWITCHED_AFTER)
                await self._cluster.settle_switch(shard, switch_at)
                self.handovers.until[shard] = switch_at
                self._switching[shard] = now + SWITCHED_AFTER + _AFTER_SWITCH

    async def _take_over(self, view: ClusterView, free_for: Mapping[int, float]) -> None:
        """Get ready for inherited shards, and claim them once they are free."""
        for one in view.shards:
            shard = one.shard
            if shard not in self._inheriting:
                continue
            if one.heir != self._cluster.number and one.holder is not None:
                # Another process is the heir, or the holder keeps it.
                del self._inheriting[shard]
                await self._drop(shard)
            elif one.holder is None:
                if not is_left(one, free_for):
                    continue
                await self._cluster.claim([shard])
                del self._inheriting[shard]
                if one.switch_at is None:
                    # The holder is gone without a word.
                    self.handovers.forget(shard)
            elif one.switch_at is not None:
                self.handovers.since[shard] = one.switch_at
            elif not one.ready and shard in self._bot.ready_shards:
                await self._cluster.note_ready(shard)
