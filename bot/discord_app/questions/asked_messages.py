"""Track the messages that are being answered, so that edits and deletions are noticed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

_MOST_DELETED = 1000


class OvertakenError(Exception):
    """A question was edited or deleted before its answer was sent."""


@dataclass(slots=True)
class AskedMessage:
    """A message whose question is being answered.

    Attributes:
        message: The message as it was written, or edited last.
        deleted: Whether it has been deleted.
        reply: The message that answers it, once there is one.
        answer_id: The id of that answer.
    """

    message: discord.Message
    deleted: bool = False
    reply: discord.Message | discord.PartialMessage | None = None
    answer_id: str | None = None

    def check(self, answered: discord.Message) -> None:
        """Raise :class:`OvertakenError` if the question has changed since answering began.

        Args:
            answered: The message as it was when answering began.

        Raises:
            OvertakenError: It has been edited or deleted since.
        """
        if self.deleted or self.message is not answered:
            raise OvertakenError


class AskedMessages:
    """The messages whose questions are being answered."""

    def __init__(self) -> None:
        self._asked: dict[int, AskedMessage] = {}
        self._deleted: dict[int, None] = {}

    @contextmanager
    def following(self, message: discord.Message) -> Iterator[AskedMessage]:
        """Follow a message while the block runs."""
        asked = self._asked[message.id] = AskedMessage(message)
        try:
            yield asked
        finally:
            del self._asked[message.id]
            if not self._asked:
                self._deleted.clear()

    def edit(self, message: discord.Message) -> bool:
        """Record an edit; return whether the message's question is being answered."""
        asked = self._asked.get(message.id)
        if asked is not None:
            asked.message = message
        return asked is not None

    def delete(self, message_id: int) -> bool:
        """Record a deletion; return whether the message's question is being answered."""
        if self._asked:
            # It may be a reply whose id Discord has not returned yet.
            self._deleted[message_id] = None
            if len(self._deleted) > _MOST_DELETED:
                del self._deleted[next(iter(self._deleted))]
        asked = self._asked.get(message_id)
        if asked is not None:
            asked.deleted = True
        return asked is not None

    def was_deleted(self, message_id: int) -> bool:
        """Return whether a message was deleted while a question was being answered."""
        return message_id in self._deleted
