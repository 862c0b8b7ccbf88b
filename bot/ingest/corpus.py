"""Read every article of the corpus folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ingest.article_ids import assign_ids
from bot.ingest.folder import CorpusFolderError, list_files
from bot.ingest.reader import digest_of, parse_article, read_content
from bot.ingest.refusal import Refusal, RefusedFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bot.articles.article import Article

__all__ = ["Corpus", "CorpusFolderError", "list_files", "read_corpus"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read from a folder of articles.

    Attributes:
        articles: The articles, in the order of their paths.
        refused: The files that can't be articles, with the reasons.
        unchanged: The ids of the articles taken over from before, their files being the same.
    """

    articles: tuple[Article, ...]
    refused: tuple[Refusal, ...]
    unchanged: frozenset[str] = frozenset()


def read_corpus(
    folder: Path,
    known: Mapping[str, Article] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Corpus:
    """Read every article of a folder.

    Args:
        folder: The corpus folder.
        known: Articles read before, by file; one whose file has not changed is taken over, and
            every file keeps the id that its article had.
        progress: Called with the number of files done and of all files.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
    """
    files = list_files(folder)
    known = known or {}
    ids = assign_ids(
        [file for file, _ in files], {file: article.id for file, article in known.items()}
    )
    articles: list[Article] = []
    refused: list[Refusal] = []
    unchanged: set[str] = set()
    for done, (file, path) in enumerate(files, start=1):
        try:
            content = read_content(path, file)
            before = known.get(file)
            same = before is not None and before.digest == digest_of(content)
            article = before if before and same else parse_article(content, file, ids[file])
        except RefusedFileError as error:
            refused.append(Refusal(error.file, error.reason))
        else:
            articles.append(article)
            if same:
                unchanged.add(article.id)
        if progress:
            progress(done, len(files))
    return Corpus(tuple(articles), tuple(refused), frozenset(unchanged))
