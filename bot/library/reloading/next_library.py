"""Make the library that follows another one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.articles.article import count_passages
from bot.library.analysis.analysed_corpus import found_in_reading, with_people, without_people
from bot.library.library import Library
from bot.monitoring.garbage_collection import release_freed_memory, without_collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.ingest.corpus import Corpus
    from bot.ingest.document_reader import DocumentReader


async def next_library(articles: Sequence[Article], corpus: Corpus, before: Library) -> Library:
    """Return a library that reuses the results of an earlier one and of reading the corpus.

    Args:
        articles: Its articles.
        corpus: What was read.
        before: The earlier library.

    Returns:
        The library; articles that were not searched for people yet are searched by another process.
    """
    encodings, people = found_in_reading(corpus)

    def make() -> Library:
        return Library(
            articles,
            corpus.refused,
            {**before.encodings, **encodings},
            before.found_people.with_more(people),
            models=before.models,
            embeddings=before.embeddings,
        )

    with without_collection(count_passages(articles)):
        library = await asyncio.to_thread(make)
    await asyncio.to_thread(release_freed_memory)
    library.found_people.look_elsewhere(without_people(corpus))
    return library


async def search_for_people(
    trial: Library, corpus: Corpus, reader: DocumentReader
) -> tuple[Corpus, Library | None]:
    """Search the articles that were not searched for people yet.

    Args:
        trial: The library that they are in for now.
        corpus: What was read.
        reader: Searches for the people.

    Returns:
        The corpus, in which files are refused for which that failed; and the library with the
        people, if there are no such files.

    Raises:
        WorkerError: The worker process can't be started, or was closed.
    """
    searched = without_people(corpus)
    whole = await asyncio.to_thread(with_people, corpus, reader)
    if len(whole.articles) < len(corpus.articles):
        return whole, None
    _, people = found_in_reading(whole)
    trial.found_people.take(people.packed(searched))
    return whole, trial
