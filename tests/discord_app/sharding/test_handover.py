from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.sharding.handover import Handovers, gate, snowflake_now

COUNT = 4


def guild_of(shard: int) -> int:
    return (shard << 22) + 7


class Process:
    """A process that notes what it parses."""

    def __init__(self) -> None:
        self.handovers = Handovers()
        self.parsed: list[int] = []
        self.parsers: dict[str, Any] = {
            name: lambda data: self.parsed.append(int(data["id"]))
            for name in ("INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "GUILD_CREATE")
        }
        gate(self.parsers, self.handovers, lambda guild: (guild >> 22) % COUNT)

    def receive(self, number: int, event: str = "MESSAGE_CREATE", shard: int = 1) -> None:
        self.parsers[event]({"id": str(number), "guild_id": str(guild_of(shard))})


@given(st.lists(st.integers(0, 2**62), unique=True), st.integers(0, 2**62))
def test_each_event_is_answered_by_one_of_two(events: list[int], switch_at: int) -> None:
    before, heir = Process(), Process()
    before.handovers.until[1] = heir.handovers.since[1] = switch_at
    for number in events:
        before.receive(number)
        heir.receive(number)
    assert sorted(before.parsed + heir.parsed) == sorted(events)


def test_an_heir_answers_nothing_until_it_is_settled_from_when_on() -> None:
    heir = Process()
    heir.handovers.prepare(1)
    heir.receive(5)
    heir.receive(6, "INTERACTION_CREATE")
    heir.receive(7, shard=2)
    heir.receive(8, "GUILD_CREATE")
    heir.handovers.forget(1)
    heir.receive(9)
    assert heir.parsed == [7, 8, 9]


def test_an_edit_is_as_new_as_it_comes_in() -> None:
    before, heir = Process(), Process()
    before.handovers.until[1] = heir.handovers.since[1] = snowflake_now(-1.0)
    for process in (before, heir):
        process.receive(5, "MESSAGE_UPDATE")
    assert (before.parsed, heir.parsed) == ([], [5])


def test_direct_messages_are_the_first_shard_s() -> None:
    process = Process()
    process.handovers.prepare(0)
    process.parsers["MESSAGE_CREATE"]({"id": "5"})
    process.receive(6, shard=3)
    assert process.parsed == [6]
