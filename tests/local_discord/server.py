"""The requests that answering takes, what members ask, and what the bot says to it."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections import defaultdict, deque
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import pytest
import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.local_discord.gateway import Gateway, Signal
from tests.local_discord.payloads import (
    APPLICATION,
    application_payload,
    command_payload,
    mention_payload,
    reply_payload,
    user_payload,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

TOKEN = "local.discord.token"
_CALLBACK_WITHIN = 3.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a request is refused with instead of being carried out.

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

    Args:
        servers: How many servers the bot is in.

    Attributes:
        refusals: What the next requests that fit are refused with, each once.
        said: Everything that a question was answered with, by the question's id.
        late: The ids of the interactions that had expired when they were answered.
        commands_told: The commands that the bot told of last.
        open: Unset it to hold back the bot's answers; ``held`` counts what came so far.
        refused: How many requests were refused.
        gateway: The gateway.
        until: Waits until something is so.
    """

    def __init__(self, servers: int = 1) -> None:
        self._signal = Signal()
        self.until = self._signal.until
        self.gateway = Gateway(servers, self._signal)
        self.refusals: deque[Refusal] = deque()
        self.said: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        self.late: set[int] = set()
        self.commands_told: list[dict[str, Any]] = []
        self.refused = self.held = 0
        self.open = asyncio.Event()
        self.open.set()
        self._ids = itertools.count(discord.utils.time_snowflake(discord.utils.utcnow()))
        self._asked_at: dict[int, float] = {}

    async def settled(self, asked: list[int]) -> None:
        """Wait until every question that reached the bot was answered, or too late."""
        reached = self.gateway.delivered
        await self.until(lambda: reached & set(asked) <= self.said.keys() | self.late, 120.0)

    async def ask(self, question: str, member: int | None = None, server: int = 0) -> int:
        """Ask with ``/ask``; return the interaction's id.

        Args:
            question: The question.
            member: Who asks; somebody who never did before, if left out.
            server: The number of the server.
        """
        return await self.command("ask", member, server, question=question)

    async def command(
        self,
        name: str,
        member: int | None = None,
        server: int = 0,
        *,
        manages: bool = False,
        **options: str,
    ) -> int:
        """Use a command; return the interaction's id."""
        number = next(self._ids)
        self._asked_at[number] = asyncio.get_running_loop().time()
        who = number if member is None else member
        payload = command_payload(number, name, options, member=who, server=server, manages=manages)
        await self.gateway.emit("INTERACTION_CREATE", payload)
        return number

    async def mention(self, question: str) -> int:
        """Ask in a message, as a member who never asked before; return the message's id."""
        number = next(self._ids)
        await self.gateway.emit("MESSAGE_CREATE", mention_payload(number, question, number, 0))
        return number

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
                self.refused += 1
                await self._signal.notify()
                return _refused(refusal)
        if request.method == "POST":
            self.held += 1
            await self._signal.notify()
            await self.open.wait()
        return await handler(request)

    async def me(self, request: web.Request) -> web.Response:
        """Answer who the bot is, if it has the token."""
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        return _json(user_payload(APPLICATION))

    async def application(self, _: web.Request) -> web.Response:
        """Answer what the application is."""
        return _json(application_payload())

    async def bot_gateway(self, _: web.Request) -> web.Response:
        """Answer where the gateway is."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        where = {"url": f"ws://{self.gateway.address}/", "shards": 1, "session_start_limit": limit}
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
            await self._signal.notify()
        if number in self.late:
            unknown = {"message": "Unknown interaction", "code": 10062}
            return _json(unknown, status=404)
        if number in self.said:
            known = {"message": "Interaction has already been acknowledged.", "code": 40060}
            return _json(known, status=400)
        given = await request.json()
        await self._hear(number, given.get("data") or {})
        message = reply_payload(next(self._ids))
        about = {"id": str(number), "type": 2, "response_message_id": message["id"]}
        resource = {"type": given["type"], "message": message}
        return _json({"interaction": about, "resource": resource})

    async def followup(self, request: web.Request) -> web.Response:
        """Take what follows the first answer to an interaction, or takes its place."""
        await self._hear(int(request.match_info["token"]), await request.json())
        return _json(reply_payload(next(self._ids)))

    async def message(self, request: web.Request) -> web.Response:
        """Take a reply to a message."""
        given = await request.json()
        await self._hear(int(given["message_reference"]["message_id"]), given)
        return _json(reply_payload(next(self._ids)))

    async def _hear(self, number: int, given: dict[str, Any]) -> None:
        self.said[number].append(given)
        await self._signal.notify()


@asynccontextmanager
async def serve_discord(servers: int = 1) -> AsyncIterator[LocalDiscord]:
    """Serve a Discord, and let discord.py connect to it instead of the real one."""
    local = LocalDiscord(servers)
    app = web.Application(middlewares=[local.refuse])
    app.add_routes(
        [
            web.get("/", local.gateway.serve),
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
    local.gateway.address = f"127.0.0.1:{runner.addresses[0][1]}"
    with connected_to(local.gateway.address):
        try:
            yield local
        finally:
            await runner.cleanup()


@contextmanager
def connected_to(address: str) -> Iterator[None]:
    """Let discord.py connect to a Discord on another address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", f"http://{address}")
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(f"ws://{address}/"))
        yield


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
