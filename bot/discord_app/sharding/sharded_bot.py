"""A discord.py bot whose shards may be added and dropped while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord.ext import commands

from bot.monitoring.gateway import GatewayWatch

if TYPE_CHECKING:
    from bot.storage.cluster import WantedShards


class ShardedBot(commands.AutoShardedBot):
    """A bot that knows the state of each of its shards, and can drop shards.

    Args:
        wanted: The shards that this process is to serve; all of them if left out.
        options: The options of discord.py's client.

    Attributes:
        gateway: The state of each shard's connection.
        ready_shards: The shards whose servers are known.
    """

    def __init__(self, wanted: WantedShards | None, **options: Any) -> None:
        # Shards wait for each other, however many there are.
        super().__init__(shard_connect_timeout=None, **_shards_of(wanted), **options)
        self.gateway = GatewayWatch()
        self.ready_shards: set[int] = set()

    async def drop_shard(self, shard_id: int) -> None:
        """Disconnect from a shard for good, and forget its servers."""
        shard = self.get_shard(shard_id)
        if shard:
            await shard.disconnect()
        # discord.py has no way to remove a shard.
        self._AutoShardedClient__shards.pop(shard_id, None)  # type: ignore[attr-defined]
        for guild in [guild for guild in self.guilds if guild.shard_id == shard_id]:
            self._connection._remove_guild(guild)
        self.ready_shards.discard(shard_id)
        self.gateway.forget(shard_id)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Record that a shard is connected."""
        self.gateway.up(shard_id)

    async def on_shard_ready(self, shard_id: int) -> None:
        """Record that the servers of a shard are known."""
        self.ready_shards.add(shard_id)
        # discord.py waits for all shards that it began with; in a cluster they come and go.
        if not self._connection.shard_ids:
            self._ready.set()
            self.dispatch("ready")

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Record that a shard has resumed its connection."""
        self.gateway.up(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Record that a shard has lost its connection."""
        self.gateway.down(shard_id)


def _shards_of(wanted: WantedShards | None) -> dict[str, Any]:
    """Return discord.py's options for the shards; it asks Discord for those that are missing."""
    if wanted is None or wanted.count is None:
        return {}
    return {"shard_count": wanted.count, "shard_ids": [*wanted.of(wanted.count)]}
