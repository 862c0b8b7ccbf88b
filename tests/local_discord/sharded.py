"""The gateway of a bot with several shards, whose sessions come and go with its processes."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.local_discord.gateway import HEARTBEAT, Op, Signal
from tests.local_discord.payloads import direct_payload, guild_payload, ready_payload
from tests.local_discord.refusal import json_response
from tests.local_discord.server import LocalDiscord

if TYPE_CHECKING:
    from aiohttp import WSMessage

_GOING_AWAY = frozenset({1000, 1001})


class Session:
    """One session on a shard.

    Args:
        number: Its number.
        shard: The shard.
        socket: The connection.

    Attributes:
        began: When it began, by the monotonic clock.
        ended: When its connection ended, unless it is open.
    """

    def __init__(self, number: int, shard: int, socket: web.WebSocketResponse) -> None:
        self.number = number
        self.shard = shard
        self.began = time.monotonic()
        self.ended: float | None = None
        self._socket = socket
        self._deflate = zlib.compressobj()
        self._sequence = 0
        self._sending = asyncio.Lock()

    async def dispatch(self, event: str, payload: dict[str, Any]) -> None:
        """Send an event."""
        self._sequence += 1
        await self.send({"op": Op.DISPATCH, "t": event, "s": self._sequence, "d": payload})

    async def send(self, payload: dict[str, Any]) -> None:
        """Send a payload, unless the connection has ended."""
        async with self._sending:
            packed = self._deflate.compress(json.dumps(payload).encode())
            try:
                await self._socket.send_bytes(packed + self._deflate.flush(zlib.Z_SYNC_FLUSH))
            except (ConnectionError, RuntimeError):
                return


class ShardedGateway:
    """Serve the connections of all processes to all shards; nothing is replayed.

    Args:
        servers: How many servers the bot is in; a server's number says its shard.
        signal: Told of every session.
        shards: How many shards there are.
        concurrency: How many sessions may begin at once.

    Attributes:
        address: Where it is served; to be set before the bot connects.
        delivered: The sessions that each event was sent to, by the event's id.
        sessions: The sessions that are open, by shard.
        identified: How many sessions were begun.
        too_soon: How many of them began sooner in their bucket than Discord allows.
        gaps: For how many seconds shards were without a session, one after the other.
        overlaps: The same for two sessions at once.
        remaining: How many sessions may still begin today.
        recommended: How many shards the bot is told to have.
        reset_after: In how many milliseconds there are as many as ever again.
    """

    def __init__(
        self, servers: int, signal: Signal, shards: int = 16, concurrency: int = 16
    ) -> None:
        self.address = ""
        self.delivered: defaultdict[int, list[Session]] = defaultdict(list)
        self.sessions: defaultdict[int, list[Session]] = defaultdict(list)
        self.identified = self.too_soon = 0
        self.gaps: list[float] = []
        self.overlaps: list[float] = []
        self.shards = shards
        self.concurrency = concurrency
        self.remaining = 1000
        self.recommended = shards
        self.reset_after = 60_000
        self._servers = servers
        self._signal = signal
        self._down_since: dict[int, float] = {}
        self._two_since: dict[int, float] = {}
        self._identified_at: dict[int, float] = {}

    @property
    def connected(self) -> bool:
        """Whether every shard has a session."""
        return all(self.sessions[shard] for shard in range(self.shards))

    def shard_of(self, payload: dict[str, Any]) -> int:
        """Return the shard that an event belongs to."""
        return (int(payload.get("guild_id") or 0) >> 22) % self.shards

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        """Send an event to all sessions of its shard."""
        for session in [*self.sessions[self.shard_of(payload)]]:
            self.delivered[int(payload.get("id", 0))].append(session)
            await session.dispatch(event, payload)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        session = Session(0, -1, socket)
        await session.send({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT}})
        try:
            async for message in socket:
                await self._receive(session, message)
        finally:
            await self._end(session)
        return socket

    async def _receive(self, session: Session, message: WSMessage) -> None:
        if message.type is not WSMsgType.TEXT:
            return
        payload = json.loads(message.data)
        if payload["op"] == Op.HEARTBEAT:
            await session.send({"op": Op.HEARTBEAT_ACK, "d": None})
        elif payload["op"] == Op.RESUME:
            await session.send({"op": Op.INVALID_SESSION, "d": False})
        elif payload["op"] == Op.IDENTIFY:
            await self._identify(session, payload["d"]["shard"][0])

    async def _identify(self, session: Session, shard: int) -> None:
        now, bucket = time.monotonic(), shard % self.concurrency
        # The waiting is measured at the other end of the line.
        self.too_soon += now - self._identified_at.get(bucket, -10.0) < 4.5
        self._identified_at[bucket] = now
        self.identified += 1
        self.remaining -= 1
        session.shard, session.number, session.began = shard, self.identified, now
        if shard in self._down_since:
            self.gaps.append(now - self._down_since.pop(shard))
        if self.sessions[shard]:
            self._two_since.setdefault(shard, now)
        self.sessions[shard].append(session)
        servers = range(shard, self._servers, self.shards)
        ready = ready_payload(session.number, servers, self.address)
        await session.dispatch("READY", {**ready, "shard": [shard, self.shards]})
        for server in servers:
            await session.dispatch("GUILD_CREATE", guild_payload(server))
        await self._signal.notify()

    async def _end(self, session: Session) -> None:
        now = session.ended = time.monotonic()
        shard = session.shard
        if session in self.sessions[shard]:
            self.sessions[shard].remove(session)
            if len(self.sessions[shard]) == 1 and shard in self._two_since:
                self.overlaps.append(now - self._two_since.pop(shard))
            elif not self.sessions[shard]:
                self._down_since[shard] = now
        await self._signal.notify()


class ShardedDiscord(LocalDiscord):
    """A Discord for a bot of several processes.

    Args:
        servers: How many servers the bot is in.
        shards: How many shards there are.
        concurrency: How many sessions may begin at once.

    Attributes:
        shards: The gateway of all shards.
    """

    def __init__(self, servers: int, shards: int = 16, concurrency: int = 16) -> None:
        super().__init__(servers)
        self.shards = ShardedGateway(servers, self.signal, shards, concurrency)

    async def direct(self, question: str) -> int:
        """Ask in a direct message, as somebody who never did before; return its id."""
        number = next(self.ids)
        await self.emit("MESSAGE_CREATE", direct_payload(number, question, number))
        return number

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        """Send an event to the sessions of its shard."""
        await self.shards.emit(event, payload)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection to the gateway."""
        return await self.shards.serve(request)

    def set_address(self, address: str) -> None:
        """Say where it is served, before the bot connects."""
        self.shards.address = address

    async def bot_gateway(self, _: web.Request) -> web.Response:
        """Answer where the gateway is, and how many sessions may begin."""
        limit = {
            "total": 1000,
            "remaining": max(0, self.shards.remaining),
            "reset_after": self.shards.reset_after,
            "max_concurrency": self.shards.concurrency,
        }
        where = {"url": f"ws://{self.shards.address}/", "shards": self.shards.recommended}
        return json_response({**where, "session_start_limit": limit})
