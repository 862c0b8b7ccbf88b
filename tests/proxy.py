"""A proxy before PostgreSQL that can cut its connections, refuse new ones, or fall silent."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_SOCKETS = "/var/run/postgresql"


class Proxy:
    """Passes bytes on between the driver and the server.

    Args:
        address: The database behind it.

    Attributes:
        flowing: Unset it to fall silent: what is sent arrives once it is set again.
        refusing: Whether new connections are closed at once.
        cut_after: Cut the connection once a client has sent these bytes, before they are answered.
        lost_before: Cut the client's end once it has sent these bytes, which don't arrive; the
            server notices a moment later.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._lines: set[asyncio.StreamWriter] = set()
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.refusing = False
        self.cut_after: bytes | None = None
        self.lost_before: bytes | None = None
        self.port = 0

    @property
    def address(self) -> str:
        """The database's address through this proxy."""
        parts = urlsplit(self._address)
        user = parts.netloc.rpartition("@")[0] or "root"
        return f"postgresql://{user}@127.0.0.1:{self.port}{parts.path}"

    def cut(self) -> None:
        """Cut all connections."""
        for line in [*self._lines]:
            line.transport.abort()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        if self.refusing:
            writer.transport.abort()
            return
        try:
            behind_reader, behind_writer = await self._behind()
        except OSError:
            # The server is away, and so is what is before it.
            writer.transport.abort()
            return
        self._lines |= {writer, behind_writer}
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pass_on(reader, behind_writer, writer))
                group.create_task(self._pass_on(behind_reader, writer))
        except* (OSError, EOFError):
            pass
        finally:
            self._lines -= {writer, behind_writer}
            for end in (writer, behind_writer):
                end.transport.abort()

    async def _behind(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self._address)
        if parts.hostname:
            return await asyncio.open_connection(parts.hostname, parts.port or 5432)
        folder = parse_qs(parts.query).get("host", [_SOCKETS])[0]
        port = parse_qs(parts.query).get("port", ["5432"])[0]
        return await asyncio.open_unix_connection(str(Path(folder) / f".s.PGSQL.{port}"))

    async def _pass_on(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        client: asyncio.StreamWriter | None = None,
    ) -> None:
        while True:
            piece = await reader.read(65536)
            if not piece:
                raise EOFError
            await self.flowing.wait()
            if client and self.lost_before and self.lost_before in piece:
                self.lost_before = None
                client.transport.abort()
                await asyncio.sleep(0.2)
                raise EOFError
            writer.write(piece)
            await writer.drain()
            if client and self.cut_after and self.cut_after in piece:
                self.cut_after = None
                # The server has the statement; its answer does not come back.
                await asyncio.sleep(0.05)
                raise EOFError


@asynccontextmanager
async def proxy_before(address: str) -> AsyncIterator[Proxy]:
    """Serve a proxy before a database on a loopback port."""
    proxy = Proxy(address)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        proxy.flowing.set()
        server.close()
        proxy.cut()
        with suppress(TimeoutError):
            await asyncio.wait_for(server.wait_closed(), 2)
