"""When a process takes a shard whose holder has lost its connection to the database."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.discord_app.sharding import shard_keeper
from bot.discord_app.sharding.shard_keeper import ShardKeeper
from bot.discord_app.sharding.shard_plan import PATIENCE, RECONNECTED_WITHIN
from bot.storage.cluster import ClusterView, ProcessView, ShardView, WantedShards

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.storage.cluster import Cluster

ME, OTHER = 1, 2


@dataclass
class Session:
    """This process's place in a cluster."""

    number: int = ME
    held: set[int] = field(default_factory=set)
    connected_at: float = -math.inf

    async def claim(self, wanted: Collection[int]) -> set[int]:
        self.held |= set(wanted)
        return set(wanted)

    async def inherit(self, _: int) -> bool:
        return True

    async def note_ready(self, _: int) -> None:
        pass


class Bot:
    """A bot that is connected to shards."""

    def __init__(self) -> None:
        self.shards = {1}

    @property
    def ready_shards(self) -> set[int]:
        return self.shards

    async def launch_shard(self, _: object, shard: int) -> None:
        self.shards.add(shard)

    async def drop_shard(self, shard: int) -> None:
        self.shards.discard(shard)


class Clock:
    """A clock that only a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(shard_keeper, "time", made)
    return made


def keeper_of(session: Session) -> ShardKeeper:
    keeper = ShardKeeper(cast("Any", Bot()), cast("Cluster", session), WantedShards(2))
    keeper._count = 2
    return keeper


def view(first: ShardView, second: ShardView) -> ClusterView:
    processes = [ProcessView(n, f"p{n}", 99.0, 0.0, draining=n == OTHER) for n in (ME, OTHER)]
    return ClusterView(tuple(processes), (first, second))


HELD = ShardView(0, OTHER, released=False)
LOST = replace(HELD, holder=None)
MINE = ShardView(1, ME, released=False)


async def test_others_may_reconnect_where_this_process_had_to_as_well(clock: Clock) -> None:
    session = Session(held={1})
    keeper = keeper_of(session)
    # The database was restarted between two heartbeats, and this process was the fastest.
    session.connected_at = clock.now
    await keeper._step(view(LOST, MINE))
    clock.now += RECONNECTED_WITHIN + PATIENCE - 0.1
    await keeper._step(view(LOST, MINE))
    assert session.held == {1}
    clock.now += 0.2
    await keeper._step(view(LOST, MINE))
    assert session.held == {0, 1}


@pytest.mark.parametrize("comes_back", [True, False])
async def test_an_heir_waits_for_a_holder_that_may_reconnect(
    clock: Clock, *, comes_back: bool
) -> None:
    session = Session(held={1})
    keeper = keeper_of(session)
    await keeper._step(view(replace(HELD, offered=True), MINE))
    heir = replace(HELD, offered=True, heir=ME)
    await keeper._step(view(heir, MINE))
    lost = replace(heir, holder=None)
    await keeper._step(view(lost, MINE))
    assert session.held == {1}
    if comes_back:
        clock.now += PATIENCE / 2
        await keeper._step(view(replace(heir, ready=True, switch_at=5), MINE))
        assert not keeper.handovers.answers(0, 4)
        released = replace(lost, released=True, offered=False, ready=True, switch_at=5)
        await keeper._step(view(released, MINE))
    else:
        clock.now += PATIENCE
        await keeper._step(view(lost, MINE))
        assert keeper.handovers.answers(0, 4)
    assert session.held == {0, 1}
