"""The drills of a cluster in small; ``python -m tests.drills.cluster.drill`` runs them in full."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.drills.cluster.count import ask_all
from tests.drills.cluster.drill import SERVERS, running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")


async def test_a_process_that_stops_hands_over_and_one_that_is_killed_is_taken_over(
    tmp_path: Path, postgresql_server: str
) -> None:
    async with running(tmp_path, processes=3, shards=4, server=postgresql_server) as cluster:
        first, second, _ = cluster.processes
        stopping = asyncio.create_task(first.end(signal.SIGTERM))
        found = await ask_all(cluster.local, 150, SERVERS, every=0.1)
        assert found.answered == found.asked, (found, first.log)
        assert await stopping == 0
        await cluster.up()
        await second.end(signal.SIGKILL)
        await cluster.up()
        found = await ask_all(cluster.local, 20, SERVERS, every=0.1)
        assert found.answered == found.asked, found
        assert cluster.local.shards.too_soon == 0


async def test_no_session_begins_where_few_are_left_today(
    tmp_path: Path, postgresql_server: str
) -> None:
    async with running(tmp_path, processes=1, shards=4, server=postgresql_server) as cluster:
        shards, (process,) = cluster.local.shards, cluster.processes
        shards.remaining = 20
        begun = shards.identified
        await process.end()
        await process.start()
        async with asyncio.timeout(60):
            while "lets only 20 more sessions begin" not in process.log:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert shards.identified == begun
