"""A Discord of one server on a loopback port: its gateway, and the requests that answering takes.

SimCord takes the place of discord.py's HTTP client and gateway. This stands behind them, so that
what discord.py itself does about rate limits, errors and a lost connection is seen too.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import zlib
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import pytest
import yarl
from aiohttp import WSMsgType, web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord_app.client import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

TOKEN = "local.discord.token"
APPLICATION, GUILD, CHANNEL, OWNER = 100, 200, 300, 400
_CALLBACK_WITHIN = 3.0
_HEARTBEAT = 41_250
_BAD_TOKEN = 4004
_DISPATCH, _BEAT, _IDENTIFY, _RESUME, _RECONNECT, _INVALID, _HELLO, _BEATEN = (
    0,
    1,
    2,
    6,
    7,
    9,
    10,
    11,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Hold what a request is refused with instead of being carried out.

    Attributes:
        path: A pattern of the paths that it is for.
        status: The HTTP status.
        retry_after: Seconds, of a rate limit.
    """

    path: str
    status: int
    retry_after: float = 0.0


class LocalDiscord:
    """Serve one bot; note what it is asked and what the bot says.

    Attributes:
        refusals: What the next requests that fit are refused with, each once.
        said: Everything that a question was answered with, by the question's id.
        late: The ids of the interactions that had expired when they were answered.
        delivered: The ids of the questions that reached the bot.
        identified: How many sessions were begun, and ``resumed`` how many went on.
        open: Unset it to hold back the answers to all requests.
    """

    def __init__(self) -> None:
        self.refusals: deque[Refusal] = deque()
        self.said: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        self.late: set[int] = set()
        self.delivered: set[int] = set()
        self.identified = self.resumed = self.refused = self.held = 0
        self.open = asyncio.Event()
        self.open.set()
        self.changed = asyncio.Condition()
        self._ids = itertools.count(discord.utils.time_snowflake(discord.utils.utcnow()))
        self._asked_at: dict[int, float] = {}
        self._socket: web.WebSocketResponse | None = None
        self._line: asyncio.Transport | None = None
        self._deflate = zlib.compressobj()
        self._events: list[tuple[str, dict[str, Any]]] = []
        self._session = 0
        self.commands_told: list[dict[str, Any]] = []
        self.address = ""

    async def until(self, met: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: It is not, after so many seconds.
        """
        async with asyncio.timeout(seconds), self.changed:
            await self.changed.wait_for(met)

    async def settled(self, asked: list[int]) -> None:
        """Wait until every question that reached the bot was answered, or too late."""
        await self.until(lambda: self.delivered & set(asked) <= self.said.keys() | self.late, 120.0)

    @property
    def connected(self) -> bool:
        """Tell whether the bot is connected to the gateway."""
        return self._socket is not None

    async def ask(self, question: str) -> int:
        """Ask with ``/ask``, as a member who never asked before; return the interaction's id."""
        return await self.command("ask", question=question)

    async def command(self, name: str, *, manages: bool = False, **options: str) -> int:
        """Use a command, as a member who never did before; return the interaction's id."""
        number = next(self._ids)
        self._asked_at[number] = asyncio.get_running_loop().time()
        payload = _interaction(number, name, options, manages=manages)
        await self._emit("INTERACTION_CREATE", payload)
        return number

    async def mention(self, question: str) -> int:
        """Ask in a message, as a member who never asked before; return the message's id."""
        number = next(self._ids)
        message = _message(number, f"<@{APPLICATION}> {question}", number)
        mentions = [_user(APPLICATION)]
        member = {"roles": [], "joined_at": _NOW, "flags": 0, "deaf": False, "mute": False}
        extra = {"guild_id": str(GUILD), "mentions": mentions, "member": member}
        await self._emit("MESSAGE_CREATE", {**message, **extra})
        return number

    async def ask_to_reconnect(self) -> None:
        """Ask the bot to connect anew, as Discord does when it moves its servers."""
        await self._send(self._take_socket(), {"op": _RECONNECT, "d": None})

    async def forget_session(self) -> None:
        """End the session, so that the bot has to begin a new one."""
        self._session += 1
        await self._send(self._take_socket(), {"op": _INVALID, "d": False})

    async def revoke_token(self) -> None:
        """End the session for good, as when the token was reset."""
        await self._take_socket().close(code=_BAD_TOKEN)

    def cut_line(self) -> None:
        """Break the connection without a word."""
        self._take_socket()
        assert self._line is not None
        self._line.abort()

    def _take_socket(self) -> web.WebSocketResponse:
        socket, self._socket = self._socket, None
        assert socket is not None
        return socket

    async def _emit(self, event: str, payload: dict[str, Any]) -> None:
        self._events.append((event, payload))
        if self._socket is not None:
            await self._dispatch(self._socket, len(self._events))

    async def _dispatch(self, socket: web.WebSocketResponse, sequence: int) -> None:
        event, payload = self._events[sequence - 1]
        self.delivered.add(int(payload.get("id", 0)))
        await self._send(socket, {"op": _DISPATCH, "t": event, "s": sequence, "d": payload})

    async def _send(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        packed = self._deflate.compress(json.dumps(payload).encode())
        await socket.send_bytes(packed + self._deflate.flush(zlib.Z_SYNC_FLUSH))

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection to the gateway."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._line = request.transport
        self._deflate = zlib.compressobj()
        await self._send(socket, {"op": _HELLO, "d": {"heartbeat_interval": _HEARTBEAT}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(message.data))
        return socket

    async def _receive(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        if payload["op"] == _BEAT:
            await self._send(socket, {"op": _BEATEN, "d": None})
        elif payload["op"] == _IDENTIFY:
            await self._identify(socket)
        elif payload["op"] == _RESUME:
            await self._resume(socket, payload["d"])

    async def _identify(self, socket: web.WebSocketResponse) -> None:
        self._events = [("READY", self._ready()), ("GUILD_CREATE", _guild())]
        self._socket = socket
        for sequence in (1, 2):
            await self._dispatch(socket, sequence)
        await self._note(identified=1)

    async def _resume(self, socket: web.WebSocketResponse, wish: dict[str, Any]) -> None:
        if wish["session_id"] != str(self._session):
            await self._send(socket, {"op": _INVALID, "d": False})
            return
        self._socket = socket
        for sequence in range(wish["seq"] + 1, len(self._events) + 1):
            await self._dispatch(socket, sequence)
        await self._emit("RESUMED", {})
        await self._note(resumed=1)

    async def _note(self, *, identified: int = 0, resumed: int = 0, refused: int = 0) -> None:
        async with self.changed:
            self.identified += identified
            self.resumed += resumed
            self.refused += refused
            self.changed.notify_all()

    def _ready(self) -> dict[str, Any]:
        return {
            "v": 10,
            "user": _user(APPLICATION),
            "guilds": [{"id": str(GUILD), "unavailable": True}],
            "session_id": str(self._session),
            "resume_gateway_url": f"ws://{self.address}/",
            "shard": [0, 1],
            "application": {"id": str(APPLICATION), "flags": 0},
        }

    @web.middleware
    async def refuse(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse a request where a refusal waits for it, else hold it while not open."""
        for refusal in self.refusals:
            if re.search(refusal.path, request.path):
                self.refusals.remove(refusal)
                if refusal.status == 404 and "interaction" in request.match_info:
                    self.late.add(int(request.match_info["interaction"]))
                await request.read()
                await self._note(refused=1)
                return _refused(refusal)
        if request.method == "POST":
            async with self.changed:
                self.held += 1
                self.changed.notify_all()
            await self.open.wait()
        return await handler(request)

    async def me(self, request: web.Request) -> web.Response:
        """Tell who the bot is, if it has the token."""
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        return _json(_user(APPLICATION))

    async def application(self, _: web.Request) -> web.Response:
        """Tell what the application is."""
        owner = {"owner": _user(OWNER), "verify_key": "", "bot_public": True}
        rest = {"description": "", "icon": None, "bot_require_code_grant": False, "flags": 0}
        return _json({"id": str(APPLICATION), "name": "Footnote", **owner, **rest})

    async def bot_gateway(self, _: web.Request) -> web.Response:
        """Tell where the gateway is."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        where = {"url": f"ws://{self.address}/", "shards": 1, "session_start_limit": limit}
        return _json(where)

    async def commands(self, request: web.Request) -> web.Response:
        """Take the commands that the bot tells."""
        given = self.commands_told = await request.json()
        ids = {"application_id": str(APPLICATION), "version": "1", "description": ""}
        return _json([{"id": str(next(self._ids)), **ids, **one} for one in given])

    async def callback(self, request: web.Request) -> web.Response:
        """Take what an interaction is answered with, within three seconds and once."""
        number = int(request.match_info["interaction"])
        now = asyncio.get_running_loop().time()
        if now - self._asked_at[number] > _CALLBACK_WITHIN:
            self.late.add(number)
            await self._note()
        if number in self.late:
            unknown = {"message": "Unknown interaction", "code": 10062}
            return _json(unknown, status=404)
        if number in self.said:
            known = {"message": "Interaction has already been acknowledged.", "code": 40060}
            return _json(known, status=400)
        given = await request.json()
        await self._hear(number, given.get("data") or {})
        message = _message(next(self._ids), "", APPLICATION)
        about = {"id": str(number), "type": 2, "response_message_id": message["id"]}
        resource = {"type": given["type"], "message": message}
        return _json({"interaction": about, "resource": resource})

    async def followup(self, request: web.Request) -> web.Response:
        """Take what follows the first answer to an interaction, or takes its place."""
        await self._hear(int(request.match_info["token"]), await request.json())
        return _json(_message(next(self._ids), "", APPLICATION))

    async def message(self, request: web.Request) -> web.Response:
        """Take a reply to a message."""
        given = await request.json()
        await self._hear(int(given["message_reference"]["message_id"]), given)
        return _json(_message(next(self._ids), "", APPLICATION))

    async def _hear(self, number: int, given: dict[str, Any]) -> None:
        async with self.changed:
            self.said[number].append(given)
            self.changed.notify_all()


@asynccontextmanager
async def serve_discord() -> AsyncIterator[LocalDiscord]:
    """Serve a Discord of one server, and let discord.py connect to it instead of the real one."""
    local = LocalDiscord()
    app = web.Application(middlewares=[local.refuse])
    app.add_routes(
        [
            web.get("/", local.gateway),
            web.get("/users/@me", local.me),
            web.get("/oauth2/applications/@me", local.application),
            web.get("/gateway/bot", local.bot_gateway),
            web.put("/applications/{id}/commands", local.commands),
            web.post("/interactions/{interaction}/{token}/callback", local.callback),
            web.patch("/webhooks/{application}/{token}/messages/@original", local.followup),
            web.post("/webhooks/{application}/{token}", local.followup),
            web.post("/channels/{channel}/messages", local.message),
        ]
    )
    runner = web.AppRunner(app, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    local.address = f"127.0.0.1:{runner.addresses[0][1]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", f"http://{local.address}")
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(f"ws://{local.address}/"))
        try:
            yield local
        finally:
            await runner.cleanup()


_NOW = "2026-01-01T00:00:00+00:00"


def _user(number: int) -> dict[str, Any]:
    bot = number == APPLICATION
    return {
        "id": str(number),
        "username": f"user{number}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": bot,
    }


def _message(number: int, content: str, author: int) -> dict[str, Any]:
    empty: dict[str, Any] = {
        name: [] for name in ("mentions", "mention_roles", "attachments", "embeds", "components")
    }
    flags = {"tts": False, "mention_everyone": False, "pinned": False, "edited_timestamp": None}
    return {
        "id": str(number),
        "channel_id": str(CHANNEL),
        "author": _user(author),
        "content": content,
        "timestamp": _NOW,
        "type": 0,
        **empty,
        **flags,
    }


def _interaction(
    number: int, command: str, options: dict[str, str], *, manages: bool
) -> dict[str, Any]:
    given = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    permissions = discord.Permissions(manage_guild=manages)
    member = {
        "user": _user(number),
        "roles": [],
        "joined_at": _NOW,
        "permissions": str(permissions.value),
        "flags": 0,
        "deaf": False,
        "mute": False,
    }
    return {
        "id": str(number),
        "application_id": str(APPLICATION),
        "type": 2,
        "data": {"id": "1", "name": command, "type": 1, "options": given},
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "channel": {"id": str(CHANNEL), "type": 0, "name": "ask", "permissions": "0"},
        "member": member,
        "token": str(number),
        "version": 1,
        "app_permissions": "0",
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(GUILD)},
        "context": 0,
        "attachment_size_limit": 10_000_000,
    }


def _guild() -> dict[str, Any]:
    everyone = {
        "id": str(GUILD),
        "name": "@everyone",
        "permissions": str(PERMISSIONS.value),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    me = {"user": _user(APPLICATION), "roles": [], "joined_at": _NOW, "flags": 0}
    channel = {"id": str(CHANNEL), "type": 0, "name": "ask", "position": 0}
    return {
        "id": str(GUILD),
        "name": "Newsroom",
        "owner_id": str(OWNER),
        "preferred_locale": "en-US",
        "roles": [everyone],
        "members": [{**me, "deaf": False, "mute": False}],
        "channels": [{**channel, "permission_overwrites": []}],
        "member_count": 2,
        "emojis": [],
        "features": [],
        "threads": [],
    }


def _json(
    payload: object, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    """Answer in JSON as Discord does: discord.py reads none whose type names a charset."""
    body = json.dumps(payload).encode()
    kind = {"Content-Type": "application/json"}
    return web.Response(body=body, status=status, headers={**kind, **(headers or {})})


def _refused(refusal: Refusal) -> web.Response:
    if refusal.status != 429:
        return _json({"message": "refused", "code": 0}, status=refusal.status)
    wait = refusal.retry_after
    body = {"message": "You are being rate limited.", "retry_after": wait, "global": False}
    # discord.py takes a limit without this header for a ban of Cloudflare's.
    headers = {"Via": "1.1 google", "Retry-After": str(wait)}
    return _json(body, status=429, headers=headers)
