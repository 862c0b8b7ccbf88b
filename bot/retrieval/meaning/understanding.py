"""Find out what a question means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.meaning.understood import Understood

if TYPE_CHECKING:
    from bot.retrieval.meaning.models import Models


def understand(models: Models, question: str, *, read: bool = True) -> Understood:
    """Return what a question means.

    Args:
        models: What it is understood with.
        question: The question, as it is said in full.
        read: Whether to read the best passages.
    """
    vector = models.encoder.embed([question])[0]
    reader = models.reader if read else None
    return Understood(question, vector, reader, models.passages.is_hurried, models.knows)
