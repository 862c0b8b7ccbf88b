"""Embed a question, and choose the reader for its candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.retrieval.meaning.question_meaning import QuestionMeaning

if TYPE_CHECKING:
    from bot.retrieval.meaning.models import Models


def understand(models: Models, question: str, *, read: bool = True) -> QuestionMeaning:
    """Return the meaning of a question.

    Args:
        models: The encoder and the reader.
        question: The question, in full.
        read: Whether the best passages are to be read.
    """
    vector = models.encoder.embed([question])[0]
    reader = models.reader if read else None
    return QuestionMeaning(question, vector, reader, models.passages.is_hurried, models.knows)
