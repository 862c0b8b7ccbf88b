"""An article's words as numbers, analysed once and independent of every other article."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.articles.article import Article

_LINE = "\n"
_HEADER = struct.Struct("<IBBBBIIII")


@dataclass(frozen=True, slots=True, eq=False)
class EncodedArticle:
    """The word forms of one article, as numbers of its own.

    A passage is encoded as its heading, be it empty, followed by its sentences. The heading counts
    as a sentence here, so that a passage of three sentences has four ends and four cue codes.

    Attributes:
        language: The code of the language pack that analysed the article.
        version: The version of the analysis.
        form_lines: The distinct forms in order of first appearance, one a line.
        title: The headline's words; a word is the number of its form, from 0.
        words: The words of all passages, one after the other.
        sentence_ends: For each sentence the position in ``words`` at which it ends.
        cues: For each sentence its cue code; see :mod:`bot.language.sentence_cues`.
    """

    language: str
    version: str
    form_lines: str
    title: NDArray[np.unsignedinteger]
    words: NDArray[np.unsignedinteger]
    sentence_ends: NDArray[np.unsignedinteger]
    cues: NDArray[np.uint8]

    @property
    def forms(self) -> list[str]:
        """The distinct forms; the position of a form is its number."""
        return self.form_lines.split(_LINE) if self.form_lines else []

    def fits(self, article: Article) -> bool:
        """Return whether there is one end for each heading and sentence of an article."""
        wanted = len(article.passages) + sum(len(p.sentences) for p in article.passages)
        return len(self.sentence_ends) == wanted

    def to_bytes(self) -> bytes:
        """Return the encoding as bytes that start with their checksum."""
        texts = [text.encode() for text in (self.language, self.version, self.form_lines)]
        header = (
            len(texts[0]),
            len(texts[1]),
            self.words.itemsize,
            self.sentence_ends.itemsize,
            len(texts[2]),
            len(self.title),
            len(self.words),
            len(self.sentence_ends),
        )
        arrays = (self.title, self.words, self.sentence_ends, self.cues)
        parts = [array.astype(array.dtype.newbyteorder("<")).tobytes() for array in arrays]
        body = b"".join([_HEADER.pack(0, *header)[4:], *texts, *parts])
        return zlib.crc32(body).to_bytes(4, "little") + body

    @classmethod
    def from_bytes(cls, packed: bytes) -> EncodedArticle:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: The bytes are damaged.
        """
        if len(packed) < _HEADER.size or zlib.crc32(memoryview(packed)[4:]) != int.from_bytes(
            packed[:4], "little"
        ):
            message = "an encoded article is damaged: its checksum is wrong"
            raise ValueError(message)
        _, language, version, word_size, end_size, forms, title, words, ends = _HEADER.unpack_from(
            packed
        )
        at = _HEADER.size
        texts: list[str] = []
        for length in (language, version, forms):
            texts.append(packed[at : at + length].decode())
            at += length
        arrays: list[NDArray[Any]] = []
        for count, size in ((title, word_size), (words, word_size), (ends, end_size), (ends, 1)):
            arrays.append(np.frombuffer(packed, f"<u{size}", count, at).astype(f"=u{size}"))
            at += count * size
        return cls(texts[0], texts[1], texts[2], *arrays)


def smallest_dtype(largest: int) -> np.dtype[np.unsignedinteger]:
    """Return the smallest type, of two bytes or more, that holds a number."""
    return np.dtype(np.uint16 if largest <= np.iinfo(np.uint16).max else np.uint32)
