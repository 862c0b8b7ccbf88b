"""The last question in each place where the next message may refer to it without a reply."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.library.answering.turn import Turn

KEPT = 15 * 60.0
"""Seconds for which a turn is remembered."""

_MOST = 1000


def counts_without_reply(message: discord.Message | discord.PartialMessage) -> bool:
    """Return whether a message leans on the one before it: in direct messages and in threads."""
    return message.guild is None or isinstance(message.channel, discord.Thread)


class Conversations:
    """The last turn of each member in each direct message or thread; it is kept in memory alone.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._turns: dict[tuple[int, int], tuple[float, Turn]] = {}

    def note(self, channel_id: int, user_id: int, turn: Turn) -> None:
        """Remember what was asked and shown last."""
        self._turns.pop((channel_id, user_id), None)
        self._turns[channel_id, user_id] = (self._clock(), turn)
        if len(self._turns) > _MOST:
            del self._turns[next(iter(self._turns))]

    def last(self, channel_id: int, user_id: int) -> Turn | None:
        """Return the last turn, unless that is long ago."""
        at, turn = self._turns.get((channel_id, user_id), (0.0, None))
        return turn if turn and self._clock() - at <= KEPT else None

    def forget(self, user_id: int) -> None:
        """Forget what a user asked."""
        for key in [key for key in self._turns if key[1] == user_id]:
            del self._turns[key]
