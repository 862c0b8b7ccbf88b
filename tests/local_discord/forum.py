"""A forum of the local Discord, whose answers to posts may be lost, and a channel beside it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Literal

from aiohttp import web

from tests.local_discord.form import body_of
from tests.local_discord.payloads import guild_id, reply_payload
from tests.local_discord.refusal import json_response

if TYPE_CHECKING:
    from collections.abc import Iterable

FORUM = 7000
CHANNEL = 6999
_NOW = "2026-01-01T00:00:00+00:00"

Loss = Literal["error", "cut"]
"""What is answered to a post that was made: an error, or nothing as the line is cut."""


class LocalForum:
    """A forum.

    Attributes:
        posts: What the bot posted, first come first.
        losses: What becomes of the answers to the next posts.
        archived: Whether all posts are archived.
        closed: Whether the bot may not read it.
        spoken: The messages of the channel, first come first.
    """

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = []
        self.losses: deque[Loss] = deque()
        self.archived = False
        self.closed = False
        self.spoken: list[dict[str, Any]] = []

    def routes(self) -> Iterable[web.RouteDef]:
        """Return what is served of it."""
        return (
            web.get(f"/channels/{FORUM}", self.channel),
            web.get(f"/channels/{CHANNEL}", self.text_channel),
            web.get(f"/channels/{CHANNEL}/messages", self.history),
            web.post(f"/channels/{FORUM}/threads", self.post),
            web.get("/guilds/{guild}/threads/active", self.active),
            web.get(f"/channels/{FORUM}/threads/archived/public", self.put_away),
            web.get("/channels/{thread}/messages", self.messages),
        )

    async def channel(self, _: web.Request) -> web.Response:
        """Answer what it is."""
        return json_response(
            {
                "id": str(FORUM),
                "type": 15,
                "guild_id": str(guild_id(0)),
                "name": "reading",
                "position": 0,
                "permission_overwrites": [],
                "available_tags": [],
            }
        )

    async def text_channel(self, _: web.Request) -> web.Response:
        """Answer what the channel is."""
        where = {"guild_id": str(guild_id(0)), "name": "news", "position": 0}
        return json_response({"id": str(CHANNEL), "type": 0, **where, "permission_overwrites": []})

    async def history(self, request: web.Request) -> web.Response:
        """Answer the first messages of the channel after one, or else the last ones."""
        limit, after = int(request.query["limit"]), request.query.get("after")
        if after is None:
            return json_response(self.spoken[-limit:][::-1])
        found = [one for one in self.spoken if int(one["id"]) > int(after)]
        return json_response(found[:limit][::-1])

    async def post(self, request: web.Request) -> web.StreamResponse:
        """Take a post."""
        self.posts.append(await body_of(request))
        loss = self.losses.popleft() if self.losses else None
        if loss == "error":
            return json_response({"message": "Bad Gateway", "code": 0}, status=502)
        if loss == "cut":
            assert request.transport is not None
            request.transport.abort()
        number = len(self.posts) - 1
        return json_response({**self._thread(number), "message": self._message(number)})

    async def active(self, _: web.Request) -> web.Response:
        """Answer which posts are active."""
        return self._listed(archived=False)

    async def put_away(self, _: web.Request) -> web.Response:
        """Answer which posts are archived."""
        return self._listed(archived=True)

    async def messages(self, request: web.Request) -> web.Response:
        """Answer the first message of a post."""
        if self.closed:
            return json_response({"message": "Missing Access", "code": 50001}, status=403)
        return json_response([self._message(int(request.match_info["thread"]) - FORUM - 1)])

    def _listed(self, *, archived: bool) -> web.Response:
        numbers = range(len(self.posts)) if archived == self.archived else ()
        threads = [self._thread(number) for number in numbers]
        return json_response({"threads": threads, "members": [], "has_more": False})

    def _thread(self, number: int) -> dict[str, Any]:
        return {
            "id": str(FORUM + 1 + number),
            "type": 11,
            "guild_id": str(guild_id(0)),
            "parent_id": str(FORUM),
            "owner_id": "100",
            "name": self.posts[number]["name"],
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {
                "archived": self.archived,
                "auto_archive_duration": 1440,
                "archive_timestamp": _NOW,
                "locked": False,
            },
        }

    def _message(self, number: int) -> dict[str, Any]:
        message = reply_payload(FORUM + 1 + number)
        return {**message, "components": _numbered(self.posts[number]["message"]["components"])}


def _numbered(components: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return components as Discord sends them back: each has a number."""
    numbered = []
    for number, one in enumerate(components, start=1):
        inner = {"components": _numbered(one["components"])} if "components" in one else {}
        numbered.append({**one, "id": number, **inner})
    return numbered
