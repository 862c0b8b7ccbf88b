"""What is wrong with the shards that processes are told to serve is logged, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.sharding.range_watch import PATIENCE, RangeWatch
from bot.storage.cluster import ClusterView, ProcessView, ShardView

if TYPE_CHECKING:
    import pytest


def view(*told: tuple[int, int | None]) -> ClusterView:
    processes = [
        ProcessView(n, f"p{n}", 99.0, 0.0, draining=False, first=first, last=last)
        for n, (first, last) in enumerate(told)
    ]
    return ClusterView(tuple(processes), tuple(ShardView(shard) for shard in range(16)))


def said(caplog: pytest.LogCaptureFixture, *views: ClusterView) -> list[str]:
    watch = RangeWatch()
    for number, one in enumerate(views):
        watch.look(one, 0, number * PATIENCE)
    return caplog.messages


def test_nothing_is_said_where_every_shard_is_one_process_s(
    caplog: pytest.LogCaptureFixture,
) -> None:
    halves = view((0, 7), (8, 15))
    spare = view((0, 7), (0, 7), (8, 15))
    whole = view((0, None), (0, None))
    assert said(caplog, *[halves] * 3, *[spare] * 3, *[whole] * 3) == []


def test_shards_that_nobody_serves_are_named(caplog: pytest.LogCaptureFixture) -> None:
    (text,) = said(caplog, *[view((0, 3), (8, 13))] * 4)
    assert "no process serves the shards 4-7, 14-15" in text
    assert "as in 4-7/16" in text


def test_a_process_that_restarts_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    both, one = view((0, 7), (8, 15)), view((0, 7))
    assert said(caplog, both, one, both, one, both) == []


def test_shards_that_two_are_told_to_serve_are_named(caplog: pytest.LogCaptureFixture) -> None:
    (text,) = said(caplog, *[view((0, 9), (8, 15))] * 3)
    assert "the shards 8-9 are named in the FOOTNOTE_SHARDS of this process and of p1" in text
