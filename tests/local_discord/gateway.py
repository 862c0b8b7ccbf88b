"""The gateway: sessions that begin, resume and break off, and the events that they are sent."""

from __future__ import annotations

import asyncio
import enum
import json
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import yarl
from aiohttp import WSMsgType, web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.local_discord.payloads import guild_payload, ready_payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEARTBEAT = 41_250
"""Milliseconds between two heartbeats, as Discord asks for."""
_BAD_TOKEN = 4004


class Op(enum.IntEnum):
    """Name the gateway's operations."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Signal:
    """Wakes those who wait for something to change."""

    def __init__(self) -> None:
        self._changed = asyncio.Condition()

    async def notify(self) -> None:
        """Wake everybody who waits."""
        async with self._changed:
            self._changed.notify_all()

    async def until(self, met: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: It is not, after so many seconds.
        """
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(met)


class Gateway:
    """Serve one bot's connection to the gateway.

    Args:
        servers: How many servers the bot is in.
        signal: Told of every session.

    Attributes:
        address: Where it is served; to be set before the bot connects.
        delivered: The ids of what reached the bot.
        identified: How many sessions were begun.
        resumed: How many times a session went on.
    """

    def __init__(self, servers: int, signal: Signal) -> None:
        self.address = ""
        self.delivered: set[int] = set()
        self.identified = 0
        self.resumed = 0
        self._servers = servers
        self._signal = signal
        self._socket: web.WebSocketResponse | None = None
        self._line: asyncio.Transport | None = None
        self._deflate = zlib.compressobj()
        self._events: list[tuple[str, dict[str, Any]]] = []
        self._session = 0

    @property
    def connected(self) -> bool:
        """Whether the bot is connected to the gateway."""
        return self._socket is not None

    async def ask_to_reconnect(self) -> None:
        """Ask the bot to connect again, as Discord does when it moves its servers."""
        await self._send(self._take(), {"op": Op.RECONNECT, "d": None})

    async def forget_session(self) -> None:
        """End the session, so that the bot has to begin a new one."""
        self._session += 1
        await self._send(self._take(), {"op": Op.INVALID_SESSION, "d": False})

    async def revoke_token(self) -> None:
        """End the session for good, as when the token was reset."""
        await self._take().close(code=_BAD_TOKEN)

    async def cut_line(self) -> None:
        """Break the connection without a word."""
        self._take()
        assert self._line is not None
        self._line.abort()

    def _take(self) -> web.WebSocketResponse:
        socket, self._socket = self._socket, None
        assert socket is not None
        return socket

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        """Send an event, now or when the session goes on."""
        self._events.append((event, payload))
        if self._socket is not None:
            await self._dispatch(self._socket, len(self._events))

    async def _dispatch(self, socket: web.WebSocketResponse, sequence: int) -> None:
        event, payload = self._events[sequence - 1]
        self.delivered.add(int(payload.get("id", 0)))
        await self._send(socket, {"op": Op.DISPATCH, "t": event, "s": sequence, "d": payload})

    async def _send(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        packed = self._deflate.compress(json.dumps(payload).encode())
        await socket.send_bytes(packed + self._deflate.flush(zlib.Z_SYNC_FLUSH))

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._line = request.transport
        self._deflate = zlib.compressobj()
        await self._send(socket, {"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(message.data))
        return socket

    async def _receive(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        if payload["op"] == Op.HEARTBEAT:
            await self._send(socket, {"op": Op.HEARTBEAT_ACK, "d": None})
        elif payload["op"] == Op.IDENTIFY:
            await self._identify(socket)
        elif payload["op"] == Op.RESUME:
            await self._resume(socket, payload["d"])

    async def _identify(self, socket: web.WebSocketResponse) -> None:
        guilds = [("GUILD_CREATE", guild_payload(server)) for server in range(self._servers)]
        self._events = [
            ("READY", ready_payload(self._session, range(self._servers), self.address)),
            *guilds,
        ]
        self._socket = socket
        for sequence in range(1, len(self._events) + 1):
            await self._dispatch(socket, sequence)
        self.identified += 1
        await self._signal.notify()

    async def _resume(self, socket: web.WebSocketResponse, wish: dict[str, Any]) -> None:
        if wish["session_id"] != str(self._session):
            await self._send(socket, {"op": Op.INVALID_SESSION, "d": False})
            return
        self._socket = socket
        for sequence in range(wish["seq"] + 1, len(self._events) + 1):
            await self._dispatch(socket, sequence)
        await self.emit("RESUMED", {})
        self.resumed += 1
        await self._signal.notify()


@contextmanager
def connected_to(address: str) -> Iterator[None]:
    """Let discord.py connect to a Discord on another address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", f"http://{address}")
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(f"ws://{address}/"))
        yield
