"""Requests that the local Discord refuses, and how it says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a request is refused with instead of being carried out.

    Attributes:
        path: A pattern of the paths that it is for.
        status: The HTTP status.
        retry_after: Seconds, of a rate limit.
        body: What the refusal says, if it says more than that.
    """

    path: str
    status: int
    retry_after: float = 0.0
    body: dict[str, Any] | None = None


def json_response(
    payload: object, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    """Answer in JSON as Discord does: discord.py reads none whose type names a charset."""
    body = json.dumps(payload).encode()
    kind = {"Content-Type": "application/json"}
    return web.Response(body=body, status=status, headers={**kind, **(headers or {})})


def refused(refusal: Refusal) -> web.Response:
    """Return the response that refuses a request."""
    if refusal.status != 429:
        body = refusal.body or {"message": "refused", "code": 0}
        return json_response(body, status=refusal.status)
    wait = refusal.retry_after
    limited = {"message": "You are being rate limited.", "retry_after": wait, "global": False}
    # discord.py takes a limit without this header for a ban of Cloudflare's.
    headers = {"Via": "1.1 google", "Retry-After": str(wait)}
    return json_response(limited, status=429, headers=headers)
