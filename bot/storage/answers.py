"""What is stored of an answer: the passages that it shows, who asked, and the votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class StoredHit(NamedTuple):
    """A reference to a passage that an answer shows, in the version of the article it showed.

    Attributes:
        article: The article's id.
        digest: The beginning of the article's digest.
        passage: The position of the passage in the article, from 0.
        sentence: The position of the highlighted sentence in the passage, from 0.
    """

    article: str
    digest: str
    passage: int
    sentence: int


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as it was shown.

    Attributes:
        id: A random name, which its buttons carry.
        guild_id: The server; ``None`` in a direct message.
        asker_id: The user who may turn its pages; 0 once that user asked to be forgotten.
        answered: Whether the first hit was given as the answer.
        hits: The passages that it can show.
        question_message_id: The message that it replies to, if any.
        channel_id: The channel of that message.
        message_id: The message that shows the answer.
    """

    id: str
    guild_id: int | None
    asker_id: int
    answered: bool
    hits: tuple[StoredHit, ...]
    question_message_id: int | None = None
    channel_id: int | None = None
    message_id: int | None = None


class Votes(NamedTuple):
    """The number of votes for and against an answer."""

    up: int = 0
    down: int = 0
