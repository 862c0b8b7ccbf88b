"""Read a corpus folder for a library: its articles, their words and their people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ingest.corpus import Corpus, read_corpus
from bot.ingest.document_reader import Study
from bot.ingest.refusal import Refusal
from bot.ingest.workers.thrifty_reader import ThriftyReader
from bot.library.analysis.article_analysis import ArticleAnalyser, ArticleAnalysis, people_in
from bot.library.analysis.found_people import FoundPeople

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.ingest.document_reader import DocumentReader


def read_analysed(
    folder: str | PathLike[str], progress: Callable[[int, int], None] | None = None
) -> Corpus:
    """Read a folder and analyse its articles; a file that can't be analysed is refused.

    Args:
        folder: The corpus folder.
        progress: Called with the number of files read so far, and of all files.

    Raises:
        CorpusFolderError: The folder is missing or can't be read.
    """
    return read_corpus(Path(folder), None, progress, ThriftyReader(ArticleAnalyser()))


def found_in_reading(
    corpus: Corpus,
) -> tuple[dict[ArticleKey, EncodedArticle], FoundPeople]:
    """Return the encodings and the people that were found while reading a corpus, by article."""
    analysed = list(_analysed(corpus))
    people = {article.key: one.people for article, one in analysed if one.people is not None}
    return {article.key: one.encoding for article, one in analysed}, FoundPeople(people)


def without_people(corpus: Corpus) -> list[Article]:
    """Return the articles that were read and analysed, but not yet searched for people."""
    return [article for article, one in _analysed(corpus) if one.people is None]


def with_people(corpus: Corpus, reader: DocumentReader) -> Corpus:
    """Search a corpus for people, and return it; files for which that fails are refused.

    Args:
        corpus: The corpus.
        reader: Searches for them.

    Raises:
        WorkerError: The worker process can't be started, or was closed.
    """
    searched = without_people(corpus)
    analyses = dict(corpus.analyses)
    failed: dict[str, Refusal] = {}
    readings = reader.read(Study(article, people_in) for article in searched)
    for article, reading in zip(searched, readings, strict=True):
        analysis = analyses.pop(article.id)
        if isinstance(analysis, ArticleAnalysis) and isinstance(reading.analysis, str):
            analyses[article.id] = replace(analysis, people=reading.analysis)
        else:
            failed[article.id] = reading.refusal or Refusal(article.file, "there was no result")
    articles = tuple(article for article in corpus.articles if article.id not in failed)
    refused = sorted([*corpus.refused, *failed.values()], key=lambda one: one.file)
    return Corpus(articles, tuple(refused), analyses)


def _analysed(corpus: Corpus) -> Iterator[tuple[Article, ArticleAnalysis]]:
    """Yield the articles that were analysed when they were read, and what was found."""
    for article in corpus.articles:
        analysis = corpus.analyses.get(article.id)
        if isinstance(analysis, ArticleAnalysis):
            yield article, analysis
