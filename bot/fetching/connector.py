"""Connections that limit how much a site may send before its response."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from aiohttp import TCPConnector
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from aiohttp.http import RawResponseMessage
    from aiohttp.streams import StreamReader

MOST_HEADS = 20
"""The maximum number of response heads on a connection, including informational ones such as ``100
Continue``. Honest sites send one or two, as each connection serves one request."""

_PIECE = 4096
"""Bytes that are read at a time: some 160 of the shortest heads, in about three milliseconds."""


class BoundedConnector(TCPConnector):
    """A connector that gives up on sites that send endless response heads."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._factory = functools.partial(_handler, loop=self._loop)


def _handler(loop: AbstractEventLoop) -> ResponseHandler:
    return _BoundedHandler(loop)


class _BoundedHandler(ResponseHandler):
    """Reads arriving data in pieces, and stops after too many heads.

    Otherwise thousands of heads would be parsed at once, again and again until the timeout.
    """

    def __init__(self, loop: AbstractEventLoop) -> None:
        super().__init__(loop)
        self._heads = 0

    def data_received(self, data: bytes) -> None:
        """Read what has arrived."""
        for start in range(0, max(len(data), 1), _PIECE):
            if self._heads > MOST_HEADS:
                return
            super().data_received(data[start : start + _PIECE])

    def feed_data(self, data: tuple[RawResponseMessage, StreamReader], size: int = 0) -> None:
        """Accept a response head, unless there were too many."""
        self._heads += 1
        if self._heads <= MOST_HEADS:
            super().feed_data(data, size)
        elif self._heads == MOST_HEADS + 1:
            self.set_exception(HttpProcessingError(message="too many heads of answers"))
            if self.transport is not None:
                self.transport.abort()
