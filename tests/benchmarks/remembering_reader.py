"""A reader that reads a passage for a question once, whichever library it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.retrieval.meaning.question_meaning import PassageReader
    from bot.retrieval.meaning.reader import PassageReading


class RememberingReader:
    """Read as another reader does, and remember what it found.

    Args:
        reader: The other one.
    """

    def __init__(self, reader: PassageReader) -> None:
        self._reader = reader
        self._found: dict[tuple[str, str, str], PassageReading] = {}

    def read(
        self,
        question: str,
        passages: Sequence[str],
        titles: Sequence[str] = (),
        sentences: Sequence[Sequence[tuple[int, int]]] = (),
    ) -> list[PassageReading]:
        """Read each passage with the question in mind, as ``Reader.read`` does."""
        keys = [(question, title, text) for title, text in zip(titles, passages, strict=True)]
        for key, spans in zip(keys, sentences, strict=True):
            if key not in self._found:
                _, title, text = key
                self._found[key] = self._reader.read(question, [text], [title], [spans])[0]
        return [self._found[key] for key in keys]
