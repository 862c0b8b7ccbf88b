"""Rate sentences by whether they can hold the kind of thing that a question asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.language.sentence_cues import MAX_NAMES, Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rate_cues(
    kind: Kind, codes: NDArray[np.int64], asked: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Rate sentences as the place of an answer.

    Args:
        kind: What the question asks for.
        codes: The sentences' codes; see :mod:`bot.language.sentence_cues`.
        asked: How many of the question's own names each sentence has: they are no answer.

    Returns:
        For each sentence 0 where it shows nothing of the kind, 1 where it does, and 0.5 where
        the question does not say what it asks for.
    """
    if kind is Kind.OTHER:
        return np.full(len(codes), 0.5)
    if kind is Kind.NUMBER:
        return (codes & 1).astype(np.float64)
    if kind is Kind.TIME:
        return (codes >> 1 & 1).astype(np.float64)
    return ((codes >> 2 & MAX_NAMES) > asked).astype(np.float64)
