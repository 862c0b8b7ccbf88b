"""Which of two processes answers an event, while a shard passes from one to the other.

For a few seconds both are connected to the shard and are sent the same events. They settle on a
snowflake in the near future: what is older is answered by the one before, and what is newer by
its heir. So nothing is answered twice, and nothing is missed.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from collections.abc import Callable

    Parser = Callable[[dict[str, Any]], None]

SWITCHED_AFTER = 2.0
"""Seconds from the agreement to the switch: the heir looks every second."""

_CREATED = frozenset({"INTERACTION_CREATE", "MESSAGE_CREATE", "THREAD_CREATE"})
_GATED = (*_CREATED, "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK")
# Never reached by a snowflake.
_NEVER = 1 << 63


@dataclass
class Handovers:
    """What is answered of the shards that are being handed over.

    Attributes:
        until: For shards that are handed to another process: the first snowflake that it answers.
        since: For shards that are taken over: the first snowflake that this process answers.
    """

    until: dict[int, int] = field(default_factory=dict)
    since: dict[int, int] = field(default_factory=dict)

    def prepare(self, shard: int) -> None:
        """Answer nothing of a shard, until it is settled from when on."""
        self.since[shard] = _NEVER

    def forget(self, shard: int) -> None:
        """Answer everything of a shard: it belongs to this process alone, or not at all."""
        self.until.pop(shard, None)
        self.since.pop(shard, None)

    def answers(self, shard: int, snowflake: int) -> bool:
        """Return whether this process answers an event of a shard."""
        return self.since.get(shard, 0) <= snowflake < self.until.get(shard, _NEVER)


def gate(parsers: dict[str, Parser], handovers: Handovers, shard_of: Callable[[int], int]) -> None:
    """Pass events on to the client only where this process answers them.

    Args:
        parsers: The client's parsers, by the event's name.
        handovers: What is being handed over.
        shard_of: Returns the shard of a server.
    """

    def gated(parser: Parser, event: str) -> Parser:
        def parse(data: dict[str, Any]) -> None:
            # Direct messages come through the first shard. An edit has the id of its message,
            # which is older, so what counts for it is when it comes in.
            shard = shard_of(int(data.get("guild_id") or 0))
            created = int(data["id"]) if event in _CREATED and "id" in data else snowflake_now()
            if handovers.answers(shard, created):
                parser(data)

        return parse

    for event in _GATED:
        if event in parsers:
            parsers[event] = gated(parsers[event], event)


def snowflake_now(later: float = 0.0) -> int:
    """Return the smallest snowflake that Discord gives out in so many seconds."""
    moment = dt.datetime.fromtimestamp(time.time() + later, dt.UTC)
    return discord.utils.time_snowflake(moment)
