"""What Discord takes as a message, and why it refuses one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web
from simcord.components import ComponentValidationError, validate_message_state

from tests.discord_app.api_description import find_problem
from tests.local_discord.refusal import json_response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_CALLBACK_OF_A_MESSAGE = {4, 7}


async def body_of(request: web.Request) -> Any:
    """Return what a request says in JSON, beside files too; ``None`` where it says nothing."""
    if not request.body_exists:
        return None
    if not request.content_type.startswith("multipart/"):
        return await request.json()
    form = await request.post()
    return json.loads(str(form["payload_json"]))


class FormCheck:
    """Refuses what Discord's description of its API, or its rules for messages, rule out.

    Attributes:
        checked: Whether it does; a check takes some 30 ms, which would tell in figures of speed.
        malformed: Why each request was refused.
    """

    def __init__(self) -> None:
        self.checked = False
        self.malformed: list[str] = []

    @web.middleware
    async def check(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Let a request through, or refuse it."""
        body = await body_of(request) if self.checked else None
        problem = None if body is None else find_problem_with(request.method, request.path, body)
        if problem is None:
            return await handler(request)
        self.malformed.append(problem)
        return json_response({"message": problem, "code": 50035}, status=400)


def find_problem_with(method: str, path: str, body: Any) -> str | None:
    """Return why Discord refuses a request, if it does.

    Args:
        method: The method.
        path: The path.
        body: What the request says in JSON.
    """
    problem = find_problem(method, path, body)
    if problem is not None:
        return problem
    message = body
    if path.endswith("/callback"):
        message = body.get("data") if body["type"] in _CALLBACK_OF_A_MESSAGE else None
    if not isinstance(message, dict) or "components" not in message:
        return None
    try:
        validate_message_state(
            message["components"],
            flags=message.get("flags") or 0,
            content=message.get("content"),
            embeds=message.get("embeds") or [],
        )
    except ComponentValidationError as error:
        return f"{method} {path}: {error}"
    return None
