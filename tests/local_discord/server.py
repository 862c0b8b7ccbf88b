"""The requests that answering takes, what members ask, and what the bot says to it."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.local_discord.form import FormCheck, body_of
from tests.local_discord.forum import LocalForum
from tests.local_discord.gateway import Gateway, Signal, connected_to
from tests.local_discord.payloads import (
    APPLICATION,
    application_payload,
    command_payload,
    deletion_payload,
    mention_payload,
    reply_payload,
    snowflakes,
    user_payload,
)
from tests.local_discord.refusal import Refusal, json_response, refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

TOKEN = "local.discord.token"
_CALLBACK_WITHIN = 3.0


class LocalDiscord:
    """Serve one bot; note what it is asked and what the bot says.

    Args:
        servers: How many servers the bot is in.

    Attributes:
        refusals: What the next requests that fit are refused with, each once.
        said: Everything that a question was answered with, by the question's id.
        form: Refuses what Discord's description of its API rules out.
        late: The ids of the interactions that had expired when they were answered.
        commands_told: The commands that the bot told of last.
        open: Unset it to hold back the bot's answers; ``held`` counts what came so far.
        responding: Unset it to post the bot's replies at once, but tell the bot so later.
        cuts: How many of the next replies are posted while the bot's line is cut instead of told.
        replies: The bot's replies that stand in a channel, by their id.
        refused: How many requests were refused.
        gateway: The gateway.
        forum: A forum of the first server.
        ids: The ids that it gives out.
        until: Waits until something is so.
    """

    def __init__(self, servers: int = 1) -> None:
        self.signal = Signal()
        self.until = self.signal.until
        self.gateway = Gateway(servers, self.signal)
        self.forum = LocalForum()
        self.refusals: deque[Refusal] = deque()
        self.said: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        self.late: set[int] = set()
        self.form = FormCheck()
        self.commands_told: list[dict[str, Any]] = []
        self.refused = self.held = self.cuts = 0
        self.open = asyncio.Event()
        self.open.set()
        self.responding = asyncio.Event()
        self.responding.set()
        self.replies: dict[int, dict[str, Any]] = {}
        self.ids = snowflakes()
        self._asked_at: dict[int, float] = {}

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        """Send an event to the bot."""
        await self.gateway.emit(event, payload)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection to the gateway."""
        return await self.gateway.serve(request)

    def set_address(self, address: str) -> None:
        """Say where it is served, before the bot connects."""
        self.gateway.address = address

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
        number = next(self.ids)
        who = number if member is None else member
        payload = command_payload(number, name, options, member=who, server=server, manages=manages)
        return await self.interact(payload)

    async def interact(self, payload: dict[str, Any]) -> int:
        """Send an interaction to the bot; return its id."""
        number = int(payload["id"])
        self._asked_at[number] = asyncio.get_running_loop().time()
        await self.emit("INTERACTION_CREATE", payload)
        return number

    async def mention(self, question: str, member: int | None = None, server: int = 0) -> int:
        """Ask in a message, as somebody who never did before or a member; return its id."""
        number = next(self.ids)
        who = number if member is None else member
        await self.emit("MESSAGE_CREATE", mention_payload(number, question, who, server))
        return number

    async def edit(self, number: int, question: str) -> None:
        """Let the member who asked in a message edit it."""
        payload = mention_payload(number, question, number, 0)
        edited = {**payload, "edited_timestamp": payload["timestamp"]}
        await self.emit("MESSAGE_UPDATE", edited)

    async def delete(self, number: int) -> None:
        """Delete a message."""
        self.replies.pop(number, None)
        await self.emit("MESSAGE_DELETE", deletion_payload(number))

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
                await self.signal.notify()
                return refused(refusal)
        if request.method == "POST":
            self.held += 1
            await self.signal.notify()
            await self.open.wait()
        return await handler(request)

    async def me(self, request: web.Request) -> web.Response:
        """Answer who the bot is, if it has the token."""
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        return json_response(user_payload(APPLICATION))

    async def application(self, _: web.Request) -> web.Response:
        """Answer what the application is."""
        return json_response(application_payload())

    async def bot_gateway(self, _: web.Request) -> web.Response:
        """Answer where the gateway is."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        where = {"url": f"ws://{self.gateway.address}/", "shards": 1, "session_start_limit": limit}
        return json_response(where)

    async def commands(self, request: web.Request) -> web.Response:
        """Take the commands that the bot tells."""
        given = self.commands_told = await body_of(request)
        ids = {"application_id": str(APPLICATION), "version": "1", "description": ""}
        return json_response([{"id": str(next(self.ids)), **ids, **one} for one in given])

    async def callback(self, request: web.Request) -> web.Response:
        """Take what an interaction is answered with, within three seconds and once."""
        number = int(request.match_info["interaction"])
        now = asyncio.get_running_loop().time()
        if now - self._asked_at[number] > _CALLBACK_WITHIN:
            self.late.add(number)
            await self.signal.notify()
        if number in self.late:
            unknown = {"message": "Unknown interaction", "code": 10062}
            return json_response(unknown, status=404)
        if number in self.said:
            known = {"message": "Interaction has already been acknowledged.", "code": 40060}
            return json_response(known, status=400)
        given = await body_of(request)
        await self._hear(number, given.get("data") or {})
        message = reply_payload(next(self.ids))
        about = {"id": str(number), "type": 2, "response_message_id": message["id"]}
        resource = {"type": given["type"], "message": message}
        return json_response({"interaction": about, "resource": resource})

    async def taken_back(self, _: web.Request) -> web.Response:
        """Take that the first answer to an interaction is deleted; it stays noted."""
        return web.Response(status=204)

    async def followup(self, request: web.Request) -> web.Response:
        """Take what follows the first answer to an interaction, or takes its place."""
        await self._hear(int(request.match_info["token"]), await body_of(request))
        return json_response(reply_payload(next(self.ids)))

    async def message(self, request: web.Request) -> web.Response:
        """Take a reply to a message; one with the nonce of an earlier one is that one."""
        given = await body_of(request)
        known = {reply["nonce"]: number for number, reply in self.replies.items()}
        number = known.get(given["nonce"])
        if number is None:
            number = next(self.ids)
            self.replies[number] = given
            await self._hear(int(given["message_reference"]["message_id"]), given)
        if self.cuts:
            self.cuts -= 1
            assert request.transport is not None
            request.transport.abort()
        await self.responding.wait()
        return json_response(reply_payload(number))

    async def edit_message(self, request: web.Request) -> web.Response:
        """Take what a reply says from now on."""
        number, given = int(request.match_info["message"]), await body_of(request)
        if number not in self.replies:
            return json_response({"message": "Unknown Message", "code": 10008}, status=404)
        self.replies[number].update(given)
        await self.signal.notify()
        await self.responding.wait()
        return json_response(reply_payload(number))

    async def delete_message(self, request: web.Request) -> web.Response:
        """Delete a reply."""
        if self.replies.pop(int(request.match_info["message"]), None) is None:
            return json_response({"message": "Unknown Message", "code": 10008}, status=404)
        await self.signal.notify()
        return web.Response(status=204)

    async def react(self, request: web.Request) -> web.Response:
        """Take a reaction to a message."""
        number, emoji = int(request.match_info["message"]), request.match_info["emoji"]
        await self._hear(number, {"reaction": emoji})
        return web.Response(status=204)

    async def _hear(self, number: int, given: dict[str, Any]) -> None:
        self.said[number].append(given)
        await self.signal.notify()


@asynccontextmanager
async def serve_discord(servers: int = 1) -> AsyncIterator[LocalDiscord]:
    """Serve a Discord, and let discord.py connect to it instead of the real one."""
    local = LocalDiscord(servers)
    async with serving(local) as address:
        with connected_to(address):
            yield local


@asynccontextmanager
async def serving(local: LocalDiscord) -> AsyncIterator[str]:
    """Serve a Discord on a loopback port, and yield its address."""
    app = web.Application(middlewares=[local.form.check, local.refuse])
    app.add_routes(
        [
            web.get("/", local.connect),
            web.get("/users/@me", local.me),
            web.get("/oauth2/applications/@me", local.application),
            web.get("/gateway/bot", local.bot_gateway),
            web.put("/applications/{id}/commands", local.commands),
            web.post("/interactions/{interaction}/{token}/callback", local.callback),
            web.patch("/webhooks/{application}/{token}/messages/@original", local.followup),
            web.delete("/webhooks/{application}/{token}/messages/@original", local.taken_back),
            web.post("/webhooks/{application}/{token}", local.followup),
            web.post("/channels/{channel}/messages", local.message),
            web.patch("/channels/{channel}/messages/{message}", local.edit_message),
            web.delete("/channels/{channel}/messages/{message}", local.delete_message),
            web.put("/channels/{channel}/messages/{message}/reactions/{emoji}/@me", local.react),
            *local.forum.routes(),
        ]
    )
    runner = web.AppRunner(app, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = f"127.0.0.1:{runner.addresses[0][1]}"
    local.set_address(address)
    try:
        yield address
    finally:
        await runner.cleanup()
    assert local.form.malformed == []
