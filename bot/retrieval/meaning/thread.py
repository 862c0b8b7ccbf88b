"""Keep the thread of a chain of follow-ups without searching for all that it was ever about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.meaning.embeddings import TextEncoder

_JOINED = re.compile(r"\A(?P<own>.*\S)\s*\((?P<thread>[^()]+)\)\s*\Z", re.DOTALL)


class NearestMeaning(Protocol):
    """Passages that are embedded."""

    def __len__(self) -> int: ...

    def nearness(self, vector: NDArray[np.float32]) -> float:
        """Return how like a text the passage is that is nearest to it in meaning."""
        ...


def kept_before(question: str, before: str, encoder: TextEncoder, embedded: NearestMeaning) -> str:
    """Return what stays of the question before a follow-up.

    Where that question was a follow-up itself, as *and Iran? (Blinken say)* is, either its own
    words stay or those that it had been joined with: whichever, with the new question, come
    nearer to a passage in meaning. *And Rubio?* must not search for Iran and Blinken too.

    Args:
        question: The new question.
        before: The question before it, as it was asked, joined if it was a follow-up.
        encoder: Turns texts into vectors.
        embedded: The passages.
    """
    joined = _JOINED.match(before)
    if not joined or not len(embedded):
        return before
    choices = (joined["thread"], joined["own"])
    vectors = encoder.embed([f"{words} {question}" for words in choices])
    return choices[int(np.argmax([embedded.nearness(vector) for vector in vectors]))]
