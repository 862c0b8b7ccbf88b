"""The rows that answers are kept as, whatever database keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.storage.answers import ShownAnswer, StoredHit

if TYPE_CHECKING:
    from bot.storage.row import Row

ANSWER = "id, guild_id, asker_id, answered, hits, question_message_id, channel_id, message_id"
"""The columns of an answer."""


def answer_row(answer: ShownAnswer) -> tuple[object, ...]:
    """Return the row of an answer."""
    return (
        answer.id,
        answer.guild_id,
        answer.asker_id,
        answer.answered,
        json.dumps(answer.hits),
        answer.question_message_id,
        answer.channel_id,
        answer.message_id,
    )


def read_answer(row: Row) -> ShownAnswer:
    """Return the answer that a row holds.

    Raises:
        TypeError: A value is of the wrong type.
        ValueError: The hits are damaged.
    """
    return ShownAnswer(
        id=row["id"],
        guild_id=row["guild_id"],
        asker_id=row["asker_id"],
        answered=bool(row["answered"]),
        hits=tuple(
            StoredHit(str(article), str(digest), int(passage), int(sentence))
            for article, digest, passage, sentence in json.loads(row["hits"])
        ),
        question_message_id=row["question_message_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
    )
