"""No session begins where few are left today, and some do once there are more."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.drills.cluster.count import write_corpus
from tests.drills.cluster.process import BotProcess
from tests.local_discord.server import serving
from tests.local_discord.sharded import ShardedDiscord

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
async def test_one_process_alone_waits_until_more_sessions_may_begin(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    local = ShardedDiscord(servers=1, shards=1)
    shards = local.shards
    shards.remaining, shards.reset_after = 20, 500
    async with serving(local) as address:
        process = BotProcess(address, tmp_path, str(tmp_path / "footnote.db"), "alone")
        await process.start()
        async with asyncio.timeout(120):
            while "lets only 20 more sessions begin in the next 0 s" not in process.log:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert shards.identified == 0
        shards.remaining = 1000
        await local.until(lambda: shards.connected, 60.0)
        assert await process.end(signal.SIGTERM) == 0
