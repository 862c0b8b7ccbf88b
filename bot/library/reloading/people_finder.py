"""Find the people of articles that were stored without them, in the background.

Those of a file are found when it is read. An article is kept without its people, or with people
that count no longer, where another version of Footnote has read it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.ingest.document_reader import DirectReader, Study
from bot.ingest.refusal import Refusal
from bot.ingest.workers.worker import WorkerError
from bot.library.analysis.article_analysis import people_in
from bot.library.reloading.background_work import BackgroundWork
from bot.people.article_person import pack_people
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterable, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.ingest.document_reader import DocumentReader, Reading
    from bot.library.library import Library
    from bot.storage.stores import ArticleStore

log = logging.getLogger(__name__)

_SAVED_AFTER = 5.0
"""Seconds of searching after which the people found are saved: a restart continues from there."""


class PeopleFinder(BackgroundWork):
    """Finds the people of one library after the other; known people are reused.

    Args:
        store: Stores the people.
        reader: Searches in a process that may fail; without it, this process searches.
    """

    def __init__(self, store: ArticleStore, reader: DocumentReader | None = None) -> None:
        super().__init__("finding the people of the articles")
        self._store = store
        self._reader = reader
        self._found: dict[ArticleKey, str] = {}
        self._failed: dict[ArticleKey, Refusal] = {}

    def failed(self, articles: Iterable[Article]) -> tuple[Refusal, ...]:
        """Return the articles whose people could not be searched for, with the reasons."""
        failed = dict(self._failed)
        return tuple(failed[one.key] for one in articles if one.key in failed)

    def begin(self, library: Library) -> None:
        """Start searching a library for people, and stop work on the previous one."""
        library.found_people.look_elsewhere(_unsearched(library))
        super().begin(library)

    async def _work(self, library: Library, stopping: threading.Event) -> bool:
        try:
            await self._find(library, stopping)
        except WorkerError as error:
            if not stopping.is_set():
                log.warning("people can't be looked for: %s", error)
            return False
        return True

    async def _find(self, library: Library, stopping: threading.Event) -> None:
        keys = {article.key for article in library.articles}
        self._found = {key: one for key, one in self._found.items() if key in keys}
        self._failed = {key: one for key, one in self._failed.items() if key in keys}
        library.found_people.take(self._found)
        missing = _unsearched(library)
        while missing and not stopping.is_set():
            found = await asyncio.to_thread(self._find_some, missing, stopping)
            missing = missing[len(found) :]
            library.found_people.take(found)
            self._found.update(found)
            kept = {key: one for key, one in found.items() if key not in self._failed}
            try:
                if kept:
                    await self._store.save_people(kept)
            except DatabaseError as error:
                log.warning("people can't be saved, and are looked for again next time: %s", error)

    def _find_some(
        self, articles: Sequence[Article], stopping: threading.Event
    ) -> dict[ArticleKey, str]:
        """Find the people of the first of some articles, for about ``_SAVED_AFTER`` seconds."""
        end = time.monotonic() + _SAVED_AFTER

        def goes_on(_: Article) -> bool:
            return not stopping.is_set() and time.monotonic() < end

        studies = (Study(article, people_in) for article in takewhile(goes_on, articles))
        readings = (self._reader or DirectReader()).read(studies)
        return {
            article.key: self._people_of(article, reading)
            for reading, article in zip(readings, articles, strict=False)
        }

    def _people_of(self, article: Article, reading: Reading) -> str:
        """Return the people that were found, packed; none if the search failed.

        A failure isn't saved: the next start tries again.
        """
        if isinstance(reading.analysis, str):
            return reading.analysis
        refusal = reading.refusal or Refusal(article.file, "there was no result")
        self._failed[article.key] = refusal
        log.warning("no people are listed for %s: %s", article.file, refusal.reason)
        return pack_people(())


def _unsearched(library: Library) -> list[Article]:
    return [one for one in library.articles if not library.found_people.has(one)]
