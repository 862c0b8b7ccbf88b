"""What the models find out about a question: its vector, and what reads passages for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.articles.article import Span
    from bot.retrieval.meaning.reader import PassageReading


class PassageReader(Protocol):
    """Reads passages for the words that answer a question."""

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),
        sentences: Sequence[Sequence[Span]] = (),
    ) -> list[PassageReading]:
        """Return one reading a passage, in order; see ``reader.Reader``."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class QuestionMeaning:
    """A question with its embedding, and the reader to use for it.

    Attributes:
        text: The question, in full.
        vector: Its embedding, of length 1.
        reader: Reads the best candidates, if they are to be read.
        hurried: Whether to read fewer of them, as other work needs the processors too.
        knows: Returns whether the encoder knows a word; without it all words count as known.
    """

    text: str
    vector: NDArray[np.float32]
    reader: PassageReader | None = None
    hurried: bool = False
    knows: Callable[[str], bool] | None = None
