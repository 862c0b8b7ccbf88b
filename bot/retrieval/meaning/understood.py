"""A question as the models understand it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.articles.article import Span
    from bot.retrieval.meaning.reader import Reading


class PassageReader(Protocol):
    """Reads passages for the words that answer a question."""

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[Reading]:
        """Return one reading a passage, in order; see ``reader.Reader``."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """A question with what it means.

    Attributes:
        text: The question as it is said, in full.
        vector: What it means, a vector of length 1.
        reader: Reads the best candidates, if that is wanted.
        hurried: Whether to read fewer of them, as other work needs the processors too.
        knows: Returns whether a word has a meaning; without it every word is thought to have one.
    """

    text: str
    vector: NDArray[np.float32]
    reader: PassageReader | None = None
    hurried: bool = False
    knows: Callable[[str], bool] | None = None
