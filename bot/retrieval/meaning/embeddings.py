"""The embeddings of one article, made once and independent of every other article."""

from __future__ import annotations

import contextlib
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bot.language.packs import pack_for
from bot.retrieval.meaning.context import context_of
from bot.retrieval.meaning.encoder import DIMENSIONS, ENCODER_SHA256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article, ArticleKey

VERSION = f"{ENCODER_SHA256[:12]}-4"
"""The model and what is embedded; embeddings of another version are made again."""

UNDERSTOOD = "en"
"""The language that the models understand; articles in others are not embedded."""

_HEADER = struct.Struct("<IBI")
_LEVELS = 127
_AT_ONCE = 4


class TextEncoder(Protocol):
    """Turns texts into vectors of length 1."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text, in order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ArticleEmbeddings:
    """The vectors of an article's headline, of its passages and of their sentences.

    A passage is embedded after its context, and so is each sentence: alone, many don't say what
    they are about.

    Attributes:
        version: The model that made them, and what was embedded.
        vectors: One row of eight-bit numbers each: the headline, the passages, the sentences.
        scales: The factor of each row.
    """

    version: str
    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]

    def fits(self, article: Article) -> bool:
        """Return whether they are of this version, with a row for each text of an article."""
        sentences = sum(len(passage.sentences) for passage in article.passages)
        rows = 1 + len(article.passages) + sentences
        return self.version == VERSION and len(self.vectors) == rows

    def to_bytes(self) -> bytes:
        """Return the embeddings as bytes that start with their checksum."""
        version = self.version.encode()
        header = _HEADER.pack(0, len(version), len(self.vectors))[4:]
        body = header + version + self.scales.astype("<f4").tobytes() + self.vectors.tobytes()
        return zlib.crc32(body).to_bytes(4, "little") + body

    @classmethod
    def from_bytes(cls, packed: bytes) -> ArticleEmbeddings:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: The bytes are damaged.
        """
        if len(packed) < _HEADER.size or zlib.crc32(packed[4:]) != _HEADER.unpack_from(packed)[0]:
            message = "the stored embeddings are damaged"
            raise ValueError(message)
        _, version_length, rows = _HEADER.unpack_from(packed)
        at = _HEADER.size + version_length
        scales = np.frombuffer(packed, "<f4", rows, at)
        vectors = np.frombuffer(packed, np.int8, rows * DIMENSIONS, at + scales.nbytes)
        version = packed[_HEADER.size : at].decode()
        return cls(version, vectors.reshape(rows, DIMENSIONS), scales)


def is_understood(article: Article) -> bool:
    """Return whether the models understand an article's language."""
    return pack_for(article.language).code == UNDERSTOOD


def content_key(article: Article) -> str:
    """Return what names the texts that are embedded of an article, in hexadecimal."""
    digest = sha256(VERSION.encode())
    for text in texts_of(article):
        digest.update(len(text).to_bytes(4, "little"))
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def embed_article(
    article: Article, encoder: TextEncoder, between: Callable[[], None] | None = None
) -> ArticleEmbeddings:
    """Embed an article.

    Args:
        article: The article.
        encoder: Makes the vectors.
        between: Called every few texts, in the middle of the work; what it raises ends it.
    """
    return embed_texts(list(texts_of(article)), encoder, between)


def embed_texts(
    texts: Sequence[str], encoder: TextEncoder, between: Callable[[], None] | None = None
) -> ArticleEmbeddings:
    """Embed texts and round the vectors; the arguments are those of :func:`embed_article`."""
    parts = []
    for start in range(0, len(texts), _AT_ONCE):
        if between:
            between()
        parts.append(encoder.embed(texts[start : start + _AT_ONCE]))
    exact = np.concatenate(parts)
    scales = np.maximum(np.abs(exact).max(axis=1), np.finfo(np.float32).tiny) / _LEVELS
    vectors = np.round(exact / scales[:, None]).astype(np.int8)
    return ArticleEmbeddings(VERSION, vectors, scales.astype(np.float32))


def texts_of(article: Article) -> Iterator[str]:
    """Yield the texts that are embedded of an article: headline, passages, sentences."""
    yield article.title
    told = [(context_of(article, passage), passage) for passage in article.passages]
    for context, passage in told:
        yield f"{context}. {passage.text}"
    for context, passage in told:
        for start, end in passage.sentences:
            yield f"{context}. {passage.text[start:end]}"


def unpack_embeddings(packed: Mapping[ArticleKey, bytes]) -> dict[ArticleKey, ArticleEmbeddings]:
    """Return embeddings that were stored as bytes; those that are damaged are left out."""
    found = {}
    for key, content in packed.items():
        with contextlib.suppress(ValueError):
            found[key] = ArticleEmbeddings.from_bytes(content)
    return found
