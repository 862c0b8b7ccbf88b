from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.sharding.shard_plan import PATIENCE, SETTLED_AFTER, Plan, ThisProcess, plan
from bot.storage.cluster import ClusterView, ProcessView, ShardView


def me(number: int, *held: int, count: int = 8, room: int = 99, **others: object) -> ThisProcess:
    return replace(ThisProcess(number, range(count), False, held, (), room), **others)  # type: ignore[arg-type]  # noqa: FBT003


def view(holders: list[int | None], *ages: float, **shard: object) -> ClusterView:
    processes = [
        ProcessView(number, f"p{number}", age, 0.0, draining=False)
        for number, age in enumerate(ages)
    ]
    shards = [replace(ShardView(n, holder), **shard) for n, holder in enumerate(holders)]  # type: ignore[arg-type]
    return ClusterView(tuple(processes), tuple(shards))


def test_a_process_claims_its_share_of_what_is_free() -> None:
    assert plan(view([None] * 8, 9, 9), me(0), {}) == Plan(claim=(0, 1, 2, 3))
    assert plan(view([None] * 8, 9, 9), me(0, room=2), {}) == Plan(claim=(0, 1))
    assert plan(view([1, 1, None, None, None], 9, 9), me(0, count=5), {}) == Plan(claim=(2, 3, 4))


def test_the_holder_of_a_shard_may_reconnect_before_others_claim_it() -> None:
    free = view([0, 0, None, None], 9, released=False)
    assert plan(free, me(0, 0, 1, count=4), {2: PATIENCE - 1, 3: PATIENCE}) == Plan(claim=(3,))


def test_a_part_is_served_as_a_whole_and_nothing_else() -> None:
    part = me(0, may_serve=range(2, 5), is_part=True)
    assert plan(view([None] * 8, 9, 9, 9), part, {}) == Plan(claim=(2, 3, 4))


def test_what_is_too_much_is_offered_to_those_who_have_lived_for_a_while() -> None:
    holders: list[int | None] = [0] * 8
    held = range(8)
    assert plan(view(holders, 99, SETTLED_AFTER - 1), me(0, *held), {}) == Plan()
    assert plan(view(holders, 99, SETTLED_AFTER), me(0, *held), {}) == Plan(offer=(7, 6, 5, 4))


def test_one_that_stops_offers_everything_where_another_goes_on() -> None:
    stopping = me(0, 0, 1, draining=True)
    assert plan(view([0, 0, 1], 99, 1), stopping, {}) == Plan(offer=(0, 1))
    assert plan(view([0, 0], 99), stopping, {}) == Plan()


def test_only_what_others_may_serve_is_offered_to_them() -> None:
    first = ProcessView(1, "p1", 99, 0.0, draining=False, first=0, last=3)
    held: list[int | None] = [0] * 8
    whole = replace(view(held), processes=(ProcessView(0, "p0", 99, 0.0, draining=False), first))
    assert plan(whole, me(0, *range(8)), {}) == Plan(offer=(3, 2, 1, 0))
    last = replace(first, first=6, last=7)
    whole = replace(whole, processes=(whole.processes[0], last))
    assert plan(whole, me(0, *range(8)), {}) == Plan(offer=(7, 6))
    stopping = me(0, *range(8), draining=True)
    assert plan(whole, stopping, {}) == Plan(offer=(6, 7))
    assert plan(whole, me(0, 0, 1, draining=True), {}) == Plan()


def test_what_is_offered_is_inherited_and_not_by_two() -> None:
    offered = view([0, 0, 0, 0], 99, 99, offered=True)
    assert plan(offered, me(1, count=4), {}) == Plan(inherit=(0, 1))
    taken = view([0, 0, 0, 0], 99, 99, 99, offered=True, heir=2)
    assert plan(taken, me(1, count=4), {}) == Plan()
    left = view([0, 0, 0, 0], 99, 99, offered=True, heir=7)
    assert plan(left, me(1, count=4), {}) == Plan(inherit=(0, 1))


def test_what_is_passed_on_is_its_heir_s_unless_that_does_not_come() -> None:
    passed_on = view([None, 0], 99, 99, 99, released=True, heir=2)
    assert plan(passed_on, me(1, count=2), {0: 0.5}) == Plan()
    assert plan(passed_on, me(1, count=2), {0: PATIENCE}) == Plan(claim=(0,))
    assert plan(passed_on, me(2, count=2), {0: 0.5}) == Plan(claim=(0,))
    its_heir_died = view([None, 0], 99, 99, released=True, heir=2)
    assert plan(its_heir_died, me(1, count=2), {0: 0.5}) == Plan(claim=(0,))


def test_what_was_claimed_since_the_view_was_taken_is_not_claimed_again() -> None:
    stale = view([None, None, 0, 0], 99, 99, released=True)
    assert plan(stale, me(1, 0, count=4), {}) == Plan(claim=(1,))


@dataclass
class Cluster:
    """A cluster that does what its processes plan, one after the other."""

    count: int
    holders: dict[int, int | None] = field(default_factory=dict)
    offered: set[int] = field(default_factory=set)
    alive: set[int] = field(default_factory=set)

    def view(self) -> ClusterView:
        return ClusterView(
            tuple(ProcessView(n, f"p{n}", 99.0, 0.0, draining=False) for n in sorted(self.alive)),
            tuple(
                ShardView(s, self.holders.get(s), released=False, offered=s in self.offered)
                for s in range(self.count)
            ),
        )

    def round(self) -> None:
        free = dict.fromkeys(range(self.count), PATIENCE)
        for number in sorted(self.alive):
            held = [shard for shard, holder in self.holders.items() if holder == number]
            todo = plan(self.view(), me(number, *held, count=self.count), free)
            self.offered |= set(todo.offer)
            for shard in (*todo.claim, *todo.inherit):
                self.holders[shard] = number
                self.offered.discard(shard)


@given(
    st.integers(1, 40),
    st.lists(st.sets(st.integers(0, 6), min_size=1), min_size=1, max_size=5),
)
def test_whoever_comes_and_goes_every_shard_is_served_and_nobody_has_too_many(
    count: int, generations: list[set[int]]
) -> None:
    cluster = Cluster(count)
    for alive in generations:
        cluster.alive = alive
        for shard, holder in cluster.holders.items():
            if holder not in alive:
                cluster.holders[shard] = None
                cluster.offered.discard(shard)
        for _ in range(6):
            cluster.round()
        held = [cluster.holders.get(shard) for shard in range(count)]
        assert set(held) <= alive
        share = -(-count // len(alive))
        assert max(held.count(number) for number in alive) <= share
