"""Processes that are told which shards to serve, over PostgreSQL and a local Discord."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.drills.cluster.count import ANSWER, QUESTION, ask_all
from tests.drills.cluster.drill import SERVERS, Cluster, running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")


async def all_answered(cluster: Cluster) -> None:
    local = cluster.local
    found = await ask_all(local, SERVERS, SERVERS, every=0.05)
    assert found.answered == found.asked, found
    direct = await local.direct(QUESTION)
    await local.until(lambda: direct in local.said, 60.0)
    assert ANSWER in str(local.said[direct])
    assert [one.shard for one in local.shards.delivered[direct]] == [0]


async def test_each_process_serves_the_shards_that_it_is_told_and_no_others(
    tmp_path: Path, postgresql_server: str
) -> None:
    told = ("0-7/16", "8-15/16")
    async with running(tmp_path, processes=2, told=told, server=postgresql_server) as cluster:
        shards, (first, second) = cluster.local.shards, cluster.processes
        assert f"claimed shards: {[*range(8)]}" in first.log
        assert f"claimed shards: {[*range(8, 16)]}" in second.log
        await all_answered(cluster)
        shards.recommended = 20
        for process, its in ((second, range(8, 16)), (first, range(8))):
            # Nobody may take its shards over, so there is nobody to wait for.
            assert await process.end(signal.SIGTERM) == 0
            assert "shards that were not handed over: 8" in process.log
            served = [shard for shard in range(16) if shards.sessions[shard]]
            assert served == [shard for shard in range(16) if shard not in its]
            await process.start()
            await cluster.up()
            assert "Discord recommends 20 shards, and the bot has 16" in process.log
        await all_answered(cluster)
        assert shards.too_soon == 0
        assert shards.overlaps == []


async def test_processes_begin_their_sessions_one_after_the_other_in_each_bucket(
    tmp_path: Path, postgresql_server: str
) -> None:
    async with running(
        tmp_path, processes=2, shards=4, concurrency=2, server=postgresql_server
    ) as cluster:
        assert cluster.local.shards.identified == 4
        assert cluster.local.shards.too_soon == 0
