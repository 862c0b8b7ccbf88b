"""Read the body of a response, decompressed here, up to a limit."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp import ClientResponse

MOST_BYTES = 5 * 1024 * 1024
"""How large a body may be, decompressed."""

ACCEPT_ENCODING = "gzip, deflate"
_CHUNK = 64 * 1024
_STEP = 256 * 1024
"""Bytes that are decompressed at a time, in about a millisecond, so that other tasks can run."""

_GZIP = b"\x1f"
"""The first bytes of a gzip member."""

_MOST_PARTS = 1000
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


async def read_body(
    response: ClientResponse, most: int = MOST_BYTES, *, cut: bool = False
) -> bytes:
    """Return a response's body.

    Args:
        response: The response; its session must not decompress by itself.
        most: The maximum size, in bytes, after decompression.
        cut: Whether to return the beginning of a longer body instead of failing.

    Raises:
        FetchError: It is too long, compressed in an unexpected way, or damaged.
    """
    inflater = _inflater_for(response.headers.get("Content-Encoding", ""))
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        if inflater is None:
            body += chunk
        else:
            async for part in inflater.parts(chunk, most + 1 - len(body)):
                body += part
        if len(body) > most:
            if cut:
                return bytes(body[:most])
            message = f"it is over {most // (1024 * 1024)} MiB"
            raise FetchError(message)
    if inflater is not None and body and not inflater.ended:
        message = "what the site sent is cut short: try again later"
        raise FetchError(message)
    return bytes(body)


def _inflater_for(encoding: str) -> _Inflater | None:
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return None
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        message = "the site uses a compression that is not supported"
        raise FetchError(message)
    return _Inflater()


class _Inflater:
    """Decompresses in pieces, and never more than is requested.

    A gzip body may have several members in a row, as some servers join files.
    """

    def __init__(self) -> None:
        self._inflate: zlib._Decompress | None = None
        self._parts = 1

    @property
    def ended(self) -> bool:
        """Whether the end was reached."""
        return self._inflate is not None and self._inflate.eof

    async def parts(self, chunk: bytes, most: int) -> AsyncIterator[bytes]:
        """Yield the decompressed contents of a piece, in small parts, up to a limit of bytes."""
        if self._inflate is None:
            # Some servers send a raw stream as “deflate”, which means one with a zlib header.
            bare = bool(chunk) and not _has_header(chunk)
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS if bare else _GZIP_OR_ZLIB)
        while most > 0:
            if self._inflate.eof:
                # Trailing bytes that are no member are ignored, as browsers do.
                if chunk[:1] != _GZIP or self._parts == _MOST_PARTS:
                    return
                self._inflate = zlib.decompressobj(_GZIP_OR_ZLIB)
                self._parts += 1
            try:
                part = self._inflate.decompress(chunk, min(most, _STEP))
            except zlib.error as error:
                message = "what the site sent is damaged: try again later"
                raise FetchError(message) from error
            most -= len(part)
            yield part
            chunk = self._inflate.unused_data or self._inflate.unconsumed_tail
            if not chunk and len(part) < _STEP:
                return
            await asyncio.sleep(0)


def _has_header(chunk: bytes) -> bool:
    """Return whether a stream begins as gzip or zlib write it."""
    return chunk[:1] == _GZIP or (
        chunk[0] & 0x0F == zlib.DEFLATED and int.from_bytes(chunk[:2], "big") % 31 == 0
    )
