"""Read every article of the corpus folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.ingest.document_reader import Document, Reading
from bot.ingest.folder import list_files
from bot.ingest.metadata.article_ids import assign_ids
from bot.ingest.reader import digest_of, read_content
from bot.ingest.refusal import Refusal, RefusedFileError
from bot.ingest.workers.thrifty_reader import ThriftyReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from bot.articles.article import Article
    from bot.ingest.document_reader import DocumentReader


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder.

    Attributes:
        articles: The articles, in the order of their paths.
        refused: The files that can't be articles, with the reasons.
        analyses: What the reader's ``analyse`` returned for each article that was read, by id.
    """

    articles: tuple[Article, ...]
    refused: tuple[Refusal, ...]
    analyses: Mapping[str, object] = field(default_factory=dict)


def read_corpus(
    folder: Path,
    known: Mapping[str, Article] | None = None,
    progress: Callable[[int, int], None] | None = None,
    reader: DocumentReader | None = None,
) -> Corpus:
    """Read every article of a folder.

    Args:
        folder: The corpus folder.
        known: Articles read before, by file; unchanged ones are reused, and every file keeps its
            article's id.
        progress: Called with the number of files read so far, and of all files.
        reader: Reads the files that have changed, such as a
            :class:`~bot.ingest.workers.worker.Worker`; without one, a few small files are read
            here and many or large ones in a worker that ends with the reading.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
        WorkerError: The worker's process can't be started, or the worker was closed meanwhile.
    """
    files = list_files(folder)
    reading = _CorpusReading(known or {}, files, progress)
    for result in (reader or ThriftyReader()).read(reading.changed()):
        reading.take(result)
    return reading.corpus()


class _CorpusReading:
    """One reading of a folder, with its results so far."""

    def __init__(
        self,
        known: Mapping[str, Article],
        files: list[tuple[str, Path]],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._known = known
        self._files = files
        self._progress = progress
        self._results: dict[str, Article | Refusal] = {}
        self._analyses: dict[str, object] = {}

    def changed(self) -> Iterator[Document]:
        """Yield the files that must be read, and record the unchanged ones."""
        ids = assign_ids(
            [file for file, _ in self._files],
            {file: article.id for file, article in self._known.items()},
        )
        for file, path in self._files:
            try:
                content = read_content(path, file)
            except RefusedFileError as error:
                self._note(file, Refusal(error.file, error.reason))
                continue
            before = self._known.get(file)
            if before is not None and before.digest == digest_of(content):
                self._note(file, before)
            else:
                yield Document(file, ids[file], content)

    def take(self, reading: Reading) -> None:
        """Record the result of reading a file."""
        if reading.article is not None:
            if reading.analysis is not None:
                self._analyses[reading.article.id] = reading.analysis
            self._note(reading.article.file, reading.article)
        elif reading.refusal is not None:
            self._note(reading.refusal.file, reading.refusal)

    def corpus(self) -> Corpus:
        """Return the results of the whole folder, in the order of the paths."""
        results = [self._results[file] for file, _ in self._files if file in self._results]
        return Corpus(
            tuple(result for result in results if not isinstance(result, Refusal)),
            tuple(result for result in results if isinstance(result, Refusal)),
            self._analyses,
        )

    def _note(self, file: str, result: Article | Refusal) -> None:
        self._results[file] = result
        if self._progress:
            self._progress(len(self._results), len(self._files))
