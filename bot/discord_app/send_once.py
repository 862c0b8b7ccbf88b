"""Send a request to Discord once: no retry where Discord may have carried out the first attempt.

discord.py retries requests that were answered with 500, 502, 504 or 524. A message has a nonce by
which Discord recognises a duplicate; a forum post can have none.
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
    """A request would have been retried though the first attempt may have been carried out."""


@dataclass(slots=True)
class _Sent:
    """Whether a request was sent that Discord may have carried out."""

    sent: bool = False


_once: ContextVar[_Sent | None] = ContextVar("once", default=None)


@contextmanager
def sent_once() -> Iterator[None]:
    """Send the one request of the block without retries.

    Raises:
        RepeatedRequestError: discord.py would have retried it.
    """
    token = _once.set(_Sent())
    try:
        yield
    finally:
        _once.reset(token)


def once_trace() -> aiohttp.TraceConfig:
    """Return the trace configuration that discord.py needs for :func:`sent_once` to work."""
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
        message = "Discord failed, but may have carried out the request nonetheless"
        raise RepeatedRequestError(message)
    once.sent = True


async def _end(_session: object, _: SimpleNamespace, params: aiohttp.TraceRequestEndParams) -> None:
    once = _once.get()
    if once is not None and params.response.status == _TOO_MANY:
        # A rate-limited request was not carried out, so it may be retried.
        once.sent = False
