"""Plan which shards a process claims, offers and takes over, from a view of the cluster."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.storage.cluster import ClusterView, ProcessView, ShardView

PATIENCE = 3.0
"""Seconds that a shard is free before another process claims it: its holder may reconnect."""

RECONNECTED_WITHIN = 7.0
"""Seconds after the database was away in which no shard counts as left by its holder."""

SETTLED_AFTER = 15.0
"""Seconds that a process lives before others hand shards over to it."""


@dataclass(frozen=True, slots=True)
class ThisProcess:
    """This process, for the plan.

    Attributes:
        number: Its number in the cluster.
        may_serve: The shards that it may serve.
        is_part: Whether it is to serve all of those rather than an equal share.
        held: The shards that it holds.
        inheriting: The shards that it is about to take over.
        room: How many more sessions it can begin soon.
        draining: Whether it hands its shards over, to stop.
    """

    number: int
    may_serve: range
    is_part: bool
    held: Collection[int]
    inheriting: Collection[int]
    room: int
    draining: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a process does next.

    Attributes:
        claim: Free shards to claim.
        inherit: Offered shards to become the heir of.
        offer: Shards of its own to offer to others.
    """

    claim: tuple[int, ...] = ()
    inherit: tuple[int, ...] = ()
    offer: tuple[int, ...] = ()


def plan(view: ClusterView, me: ThisProcess, free_for: Mapping[int, float]) -> Plan:
    """Return the next actions of this process, so that in the end every process has its share.

    Args:
        view: The cluster.
        me: This process.
        free_for: For how many seconds each free shard has been seen to be free.
    """
    active = [one for one in view.processes if not one.draining]
    share = math.ceil(len(view.shards) / max(1, len(active)))
    offered = tuple(one.shard for one in view.shards if one.holder == me.number and one.offered)
    if me.draining:
        return Plan(offer=tuple(sorted(shards_for_others(view, me) - set(offered))))
    target = len(me.may_serve) if me.is_part else min(share, len(me.may_serve))
    lacking = min(target - len(me.held) - len(me.inheriting), me.room)
    if lacking > 0:
        alive = {one.number for one in view.processes}
        inherit = [
            one.shard
            for one in view.shards
            if one.offered
            and one.holder not in {None, me.number}
            and one.shard in me.may_serve
            and one.heir not in alive
            and one.shard not in me.inheriting
        ][:lacking]
        free = [
            one.shard
            for one in view.shards
            if one.shard in me.may_serve
            and one.shard not in {*me.inheriting, *me.held}
            and is_left(one, free_for, alive - {me.number})
        ]
        return Plan(tuple(free[: lacking - len(inherit)]), tuple(inherit))
    lacks = _lacks_of_others(view, me, active, share)
    surplus = min(len(me.held) - target - len(offered), sum(lacks.values()))
    spare = sorted(set(me.held) - set(offered), reverse=True)
    takeable = [shard for shard in spare if any(one.may_serve(shard) for one in lacks)]
    return Plan(offer=tuple(takeable[: max(0, surplus)]))


def shards_for_others(view: ClusterView, me: ThisProcess) -> set[int]:
    """Return the shards of this process that another running process may serve."""
    others = [one for one in view.processes if one.number != me.number and not one.draining]
    return {shard for shard in me.held if any(one.may_serve(shard) for one in others)}


def _lacks_of_others(
    view: ClusterView, me: ThisProcess, active: list[ProcessView], share: int
) -> dict[ProcessView, int]:
    """Return how many shards other processes lack, that have lived for a while."""
    held = Counter(one.holder for one in view.shards if one.holder is not None)
    targets = {
        one: share if one.last is None else one.last - one.first + 1
        for one in active
        if one.number != me.number and one.age >= SETTLED_AFTER
    }
    lacks = {one: target - held[one.number] for one, target in targets.items()}
    return {one: lack for one, lack in lacks.items() if lack > 0}


class FreeShards:
    """Knows for how long shards have been free that their holders could have claimed again."""

    def __init__(self) -> None:
        self._since: dict[int, float] = {}

    def look(self, view: ClusterView, now: float, away_at: float) -> dict[int, float]:
        """Return for how many seconds each free shard has been seen to be free.

        Args:
            view: The cluster.
            now: The time, in seconds.
            away_at: When this process last found the database away, or its connection lost:
                others were away too, and may need longer to claim again what they held.
        """
        free = [one.shard for one in view.shards if one.holder is None]
        self._since = {shard: self._since.get(shard, now) for shard in free}
        counted_from = away_at + RECONNECTED_WITHIN
        return {shard: now - max(since, counted_from) for shard, since in self._since.items()}


def is_left(shard: ShardView, free_for: Mapping[int, float], others: Collection[int] = ()) -> bool:
    """Return whether a shard waits for a process to claim it.

    It does not where its holder may only be about to reconnect, or its heir about to claim it.

    Args:
        shard: The shard.
        free_for: For how many seconds each free shard has been seen to be free.
        others: The numbers of the other processes that are alive.
    """
    if shard.holder is not None:
        return False
    is_passed_on = shard.heir in others
    return (shard.released and not is_passed_on) or free_for.get(shard.shard, 0.0) >= PATIENCE
