from __future__ import annotations

import asyncio
import gzip
import zlib
from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.fetching.body import MOST_BYTES, read_body
from bot.fetching.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Sent:
    """A response whose body comes in chunks of one size."""

    def __init__(self, body: bytes, encoding: str = "gzip", chunk: int = 64 * 1024) -> None:
        self.headers = {"Content-Encoding": encoding}
        self.content = self
        self._body = body
        self._chunk = chunk

    async def iter_chunked(self, _size: int) -> AsyncIterator[bytes]:
        """Yield the chunks, all of which are there already."""
        for start in range(0, len(self._body), self._chunk):
            yield self._body[start : start + self._chunk]


async def body_of(sent: Sent) -> bytes:
    return await read_body(cast("Any", sent))


async def test_others_have_their_turn_while_much_is_decompressed() -> None:
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.create_task(take_turns())
    body = await body_of(Sent(gzip.compress(b"a" * MOST_BYTES)))
    others.cancel()
    assert len(body) == MOST_BYTES
    assert turns >= 10


@pytest.mark.parametrize("chunk", [1, 7, 1000, 64 * 1024])
@pytest.mark.parametrize("length", [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 700_000])
async def test_a_body_is_the_same_in_whatever_chunks_it_comes(chunk: int, length: int) -> None:
    body = bytes(range(256)) * (length // 256) + b"x" * (length % 256)
    for encoding, packed in (("gzip", gzip.compress(body)), ("deflate", zlib.compress(body)[2:-4])):
        assert await body_of(Sent(packed, encoding, chunk)) == body


@pytest.mark.parametrize("more", [1, 100_000_000])
async def test_what_decompresses_to_too_much_is_refused(more: int) -> None:
    with pytest.raises(FetchError, match="over 5 MiB"):
        await body_of(Sent(gzip.compress(bytes(MOST_BYTES + more), 1)))


@pytest.mark.parametrize("chunk", [1, 7, 64 * 1024])
@pytest.mark.parametrize("after", [b"", b"\0" * 100, b"no part"])
async def test_a_body_of_several_parts_is_read_to_its_end(chunk: int, after: bytes) -> None:
    packed = gzip.compress(b"The bridge ") + gzip.compress(b"") + gzip.compress(b"is open again.")
    assert await body_of(Sent(packed + after, chunk=chunk)) == b"The bridge is open again."


@pytest.mark.parametrize("part", [b"a" * MOST_BYTES, b""])
async def test_parts_without_end_come_to_one(part: bytes) -> None:
    packed = gzip.compress(part) * (20_000 if not part else 2)
    if part:
        with pytest.raises(FetchError, match="over 5 MiB"):
            await body_of(Sent(packed))
    else:
        assert await body_of(Sent(packed)) == b""
