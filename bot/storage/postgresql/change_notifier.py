"""Notify other processes of changes, and listen for theirs: LISTEN and NOTIFY."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.errors import DatabaseError
from bot.storage.postgresql.channels import ARTICLES, SETTINGS
from bot.storage.postgresql.failures import FAILURES, told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import asyncpg

    from bot.storage.postgresql.database import Database
    from bot.storage.postgresql.guilds import PostgresGuildStore

log = logging.getLogger(__name__)

COMPARED_EVERY = 60.0
"""Seconds between two comparisons of versions, which find changes whose notification was missed."""

_TRIED_EVERY = 1.0
_PINGED_EVERY = 10.0


class PostgresChangeNotifier(LocalChangeNotifier):
    """A notifier between processes, over a connection of its own.

    The stores notify within the transaction that changes something, so the changes heard here are
    those of other processes.

    Args:
        database: The database.
        guilds: The settings of servers, which are read again when another process changes them.
        connect: Opens a connection.
        compared_every: Seconds between two comparisons of versions.
    """

    def __init__(
        self,
        database: Database,
        guilds: PostgresGuildStore,
        connect: Callable[[], Awaitable[asyncpg.Connection]],
        compared_every: float = COMPARED_EVERY,
    ) -> None:
        super().__init__()
        self._database = database
        self._guilds = guilds
        self._connect = connect
        self._compared_every = compared_every
        self._compared: dict[str, int] = {}
        self._heard: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def listen(self, listening: asyncio.Event | None = None) -> None:
        """Listen until cancelled; lost connections are reopened.

        Args:
            listening: Set whenever a connection listens.
        """
        while True:
            try:
                await self._listen_once(listening)
            except (*FAILURES, DatabaseError) as error:
                log.warning("listening for changes was interrupted: %s", told(error))
            await asyncio.sleep(_TRIED_EVERY)

    async def _listen_once(self, listening: asyncio.Event | None) -> None:
        """Listen until the connection is lost."""
        connection = await self._connect()
        try:
            connection.add_termination_listener(self._lost)
            for channel in (ARTICLES, SETTINGS):
                await connection.add_listener(channel, self._notified)
            if listening:
                listening.set()
            await self._follow(connection)
        finally:
            connection.terminate()

    async def _follow(self, connection: asyncpg.Connection) -> None:
        loop = asyncio.get_running_loop()
        compare_at = pinged_at = loop.time()
        while True:
            # The first comparison finds changes from before the connection.
            if loop.time() >= compare_at:
                await self._compare()
                compare_at = loop.time() + self._compared_every
            if loop.time() >= pinged_at + _PINGED_EVERY:
                await connection.execute("SELECT 1")
                pinged_at = loop.time()
            if connection.is_closed():
                message = "the connection was lost"
                raise ConnectionError(message)
            try:
                async with asyncio.timeout(min(_PINGED_EVERY, compare_at - loop.time())):
                    channel, payload = await self._heard.get()
            except TimeoutError:
                continue
            if channel:
                await self._pass_on(channel, payload)

    def _lost(self, _: object) -> None:
        self._heard.put_nowait(("", ""))

    def _notified(self, _: object, __: int, channel: str, payload: str) -> None:
        self._heard.put_nowait((channel, payload))

    async def _pass_on(self, channel: str, payload: str) -> None:
        try:
            key, version = json.loads(payload)
            guild_id, version = 0 if channel == ARTICLES else int(key), int(version)
        except (TypeError, ValueError):
            log.warning("received an invalid notification on %s", channel)
            return
        if channel == ARTICLES:
            await self.notify(str(key), version)
        else:
            await self._guilds.hear(guild_id, version)

    async def _compare(self) -> None:
        await self._guilds.compare()
        for row in await self._database.fetch("SELECT scope, version FROM shelf_versions"):
            if self._compared.get(row["scope"], 0) != row["version"]:
                await self.notify(row["scope"], row["version"])
                self._compared[row["scope"]] = row["version"]
