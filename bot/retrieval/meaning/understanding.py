"""Find out what a question means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.meaning.thread import kept_before
from bot.retrieval.meaning.understood import Understood

if TYPE_CHECKING:
    from bot.retrieval.meaning.models import Models
    from bot.retrieval.meaning.thread import NearestMeaning


def understand(
    models: Models | None,
    embedded: NearestMeaning | None,
    question: str,
    after: str | None = None,
    *,
    read: bool = True,
) -> Understood | None:
    """Return what a question means, or ``None`` where that is of no use.

    Args:
        models: What it is understood with, if anything.
        embedded: The passages that it is asked of, if they are embedded.
        question: The question.
        after: The question that it follows, if it follows one.
        read: Whether the best passages are to be read.
    """
    if models is None or embedded is None:
        return None
    before = kept_before(question, after, models.encoder, embedded) if after else None
    text = f"{before} {question}" if before else question
    vector = models.encoder.embed([text])[0]
    return Understood(text, before, vector, models.reader if read else None)
