"""Find out what a question means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.meaning.understood import Understood

if TYPE_CHECKING:
    from bot.retrieval.meaning.models import Models
    from bot.retrieval.meaning.thread import NearestMeaning


def understand(
    models: Models | None,
    embedded: NearestMeaning | None,
    question: str,
    *,
    read: bool = True,
) -> Understood | None:
    """Return what a question means, or ``None`` where that is of no use.

    Args:
        models: What it is understood with, if anything.
        embedded: The passages that it is asked of, if they are embedded.
        question: The question, as it is said in full.
        read: Whether the best passages are to be read.
    """
    if models is None or embedded is None:
        return None
    vector = models.encoder.embed([question])[0]
    return Understood(question, vector, models.reader if read else None)
