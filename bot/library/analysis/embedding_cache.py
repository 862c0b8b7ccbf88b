"""Keep embeddings in a folder, by content, for libraries that have no database."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.retrieval.meaning.embeddings import ArticleEmbeddings, content_key

if TYPE_CHECKING:
    from bot.articles.article import Article

log = logging.getLogger(__name__)

MOST_BYTES = 256 * 1024 * 1024
"""The maximum size of the folder, in bytes; the least recently read files are deleted first."""

_ENDING = ".embeddings"


class EmbeddingCache:
    """A folder of embeddings, one file for each article's content.

    It may be deleted at any time, and several processes may use it at once: files are written under
    a temporary name and renamed, and damaged files are ignored.

    Args:
        folder: The folder; it is created with the first file.
        most_bytes: The maximum size.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def get(self, article: Article) -> ArticleEmbeddings | None:
        """Return the embeddings of an article, or ``None`` if they are not cached."""
        path = self._path(article)
        try:
            found = ArticleEmbeddings.from_bytes(path.read_bytes())
            os.utime(path)
        except (OSError, ValueError):
            return None
        return found if found.fits(article) else None

    def put(self, article: Article, embeddings: ArticleEmbeddings) -> None:
        """Cache the embeddings of an article; a failure is logged and does no harm."""
        path = self._path(article)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(embeddings.to_bytes())
            Path(file.name).replace(path)
        except OSError as error:
            log.debug("the embeddings of %s can't be kept: %s", article.id, error)

    def prune(self) -> None:
        """Delete the least recently read files, until the rest fits."""
        found = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                with contextlib.suppress(OSError):
                    facts = path.stat()
                    found.append((facts.st_mtime, facts.st_size, path))
        total = 0
        for _, size, path in sorted(found, reverse=True):
            total += size
            if total > self._most_bytes:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, article: Article) -> Path:
        return self._folder / (content_key(article) + _ENDING)
