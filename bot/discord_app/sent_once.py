"""Send a request to Discord once: it is never repeated where Discord may have done what it asks.

discord.py sends a request again that was answered with 500, 502, 504 or 524. A message has a nonce,
by which Discord knows the one that it has posted; a post of a forum can have none.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import SimpleNamespace

_TOO_MANY = 429


class RepeatedRequestError(aiohttp.ClientError):
    """A request would have been sent a second time; whether the first was carried out is open."""


@dataclass(slots=True)
class _Sent:
    """Whether a request was sent that Discord may have carried out."""

    sent: bool = False


_once: ContextVar[_Sent | None] = ContextVar("once", default=None)


@contextmanager
def sent_once() -> Iterator[None]:
    """Have the one request of a block sent only once.

    Raises:
        RepeatedRequestError: discord.py would have sent it again.
    """
    token = _once.set(_Sent())
    try:
        yield
    finally:
        _once.reset(token)


def once_trace() -> aiohttp.TraceConfig:
    """Return what discord.py's requests have to be watched with for :func:`sent_once` to work."""
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_begin)
    trace.on_request_end.append(_end)
    return trace


async def _begin(
    _session: object, _: SimpleNamespace, _params: aiohttp.TraceRequestStartParams
) -> None:
    once = _once.get()
    if once is None:
        return
    if once.sent:
        message = "Discord failed, and may have done what it was asked for nonetheless"
        raise RepeatedRequestError(message)
    once.sent = True


async def _end(_session: object, _: SimpleNamespace, params: aiohttp.TraceRequestEndParams) -> None:
    once = _once.get()
    if once is not None and params.response.status == _TOO_MANY:
        # A request that comes too early is not carried out, so it may come again.
        once.sent = False
