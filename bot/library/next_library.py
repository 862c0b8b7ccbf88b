"""Make the library that follows another one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.articles.article import count_passages
from bot.library.analysed_corpus import found_in_reading, with_people, without_people
from bot.library.library import Library
from bot.monitoring.garbage_collection import release_freed_memory, without_collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.ingest.corpus import Corpus
    from bot.ingest.document_reader import DocumentReader


async def next_library(articles: Sequence[Article], corpus: Corpus, before: Library) -> Library:
    """Return a library with what is known from before and what was found out in reading.

    Args:
        articles: Its articles.
        corpus: What was read.
        before: The library that it follows.

    Returns:
        The library; the people of articles that have not been looked through are looked for
        elsewhere.
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
    """Look for people in the articles that have not been looked through.

    Args:
        trial: The library that they answer in meanwhile.
        corpus: What was read.
        reader: Looks for the people.

    Returns:
        The corpus, with the files refused for which that failed; and the library with the people,
        if there are no such files.

    Raises:
        WorkerError: The process that looks for them can't be started, or was closed.
    """
    searched = without_people(corpus)
    whole = await asyncio.to_thread(with_people, corpus, reader)
    if len(whole.articles) < len(corpus.articles):
        return whole, None
    _, people = found_in_reading(whole)
    trial.found_people.take(people.packed(searched))
    return whole, trial
