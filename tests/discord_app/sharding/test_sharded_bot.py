from __future__ import annotations

import discord
import pytest

from bot.discord_app.sharding.sharded_bot import ShardedBot
from bot.storage.cluster import wanted_shards


@pytest.mark.parametrize(
    ("text", "count", "shards"),
    [("auto", None, None), ("3", 3, [0, 1, 2]), ("1-2/4", 4, [1, 2])],
)
async def test_one_process_alone_serves_the_shards_that_it_is_told(
    text: str, count: int | None, shards: list[int] | None
) -> None:
    bot = ShardedBot(wanted_shards(text), command_prefix="!", intents=discord.Intents.none())
    assert (bot.shard_count, bot.shard_ids) == (count, shards)


async def test_a_shard_that_is_dropped_leaves_nothing_to_wait_for() -> None:
    bot = ShardedBot(None, command_prefix="!", intents=discord.Intents.none())
    bot.gateway.stand_by()
    await bot.on_shard_disconnect(3)
    assert bot.gateway.dead_for() > 0
    await bot.drop_shard(3)
    assert bot.gateway.dead_for() == 0
    assert bot.gateway.connected
