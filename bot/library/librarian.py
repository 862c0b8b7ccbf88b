"""Keep a library current: load it, reload it, and swap it in one assignment."""

from __future__ import annotations

import asyncio
import logging
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.articles.article import count_passages
from bot.ingest.corpus import CorpusFolderError, read_corpus
from bot.ingest.worker import WorkerError
from bot.library.article_analysis import ArticleAnalysis
from bot.library.found_people import FoundPeople
from bot.library.library import Library
from bot.library.people_finder import PeopleFinder
from bot.library.reload_report import compare, with_last_good
from bot.monitoring.garbage_collection import release_freed_memory, without_collection
from bot.storage.errors import DatabaseError
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from bot.articles.article import Article
    from bot.ingest.corpus import Corpus
    from bot.ingest.worker import Worker
    from bot.library.background_embedder import BackgroundEmbedder
    from bot.library.reload_report import ReloadReport
    from bot.people.directory import PeopleDirectory
    from bot.storage.announcer import Announcer
    from bot.storage.stores import ArticleStore

log = logging.getLogger(__name__)

_TRIED_EVERY = 1.0
"""Seconds between two attempts to load what has changed in a store that can't be read."""


class Librarian:
    """Keeps the library of a corpus folder current.

    Args:
        corpus: The folder.
        store: Keeps the last good version of every article.
        announcer: Tells other librarians of the same store, and this one of theirs, that the
            articles in the store have changed.
        embedder: Embeds the articles behind the scenes; without one words decide alone.
        reader: Reads and analyses the files that have changed, with an
            :class:`~bot.library.article_analysis.ArticleAnalyser`; closed with the librarian.
    """

    def __init__(
        self,
        corpus: Path,
        store: ArticleStore,
        announcer: Announcer,
        embedder: BackgroundEmbedder | None = None,
        reader: Worker | None = None,
    ) -> None:
        self._corpus = corpus
        self._store = store
        self._announcer = announcer
        self._embedder = embedder
        self._reader = reader
        self._version = -1
        self._reloading = asyncio.Lock()
        self._library = Library(())
        self._failure: str | None = None
        self._finder = PeopleFinder(store, reader)
        self._preparing: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def library(self) -> Library:
        """The library in service. Keep it for as long as one request takes, no longer."""
        return self._library

    @property
    def failure(self) -> str | None:
        """Why the articles could not be saved last, unless they have been saved since."""
        return self._failure

    @property
    def to_embed(self) -> int:
        """How many passages in service are not embedded yet, of those that will be."""
        return self._embedder.remaining if self._embedder else 0

    async def load(self) -> None:
        """Load the library from the folder, or else from what the store has.

        A file that has not changed since it was last read is not parsed again. Where the folder
        can't be read, the last good articles answer, and the log says why.
        """
        self._listening = asyncio.create_task(self._follow(self._announcer.heard()))
        await self.restore()
        try:
            report = await self.reload(unsaved=True)
        except (CorpusFolderError, WorkerError) as error:
            log.error(
                "%s. The %d articles known from before stay in service.",
                error,
                len(self._library.articles),
            )
            return
        for item in report.refused:
            log.warning("refused %s: %s", item.refusal.file, item.refusal.reason)

    async def restore(self) -> None:
        """Serve the articles that the store has, without reading the folder."""
        stored = await self._store.load()
        self._version = stored.version
        with without_collection(count_passages(stored.articles)):
            people = FoundPeople(stored.people)
            library = await asyncio.to_thread(
                Library, stored.articles, (), stored.encodings, people
            )
        self._serve(library)
        anew = [
            article
            for article in library.articles
            if library.encodings[article.key] is not stored.encodings.get(article.key)
        ]
        if anew:
            await self._save(anew, [], library, unsaved=True)

    async def reload(
        self, progress: Callable[[int, int], None] | None = None, *, unsaved: bool = False
    ) -> ReloadReport:
        """Read the folder again and put what it holds now into service.

        Questions under way keep the library that they began with. A file that is refused keeps
        its last good version in service.

        Args:
            progress: Called, in another thread, with the number of files done and of all files.
            unsaved: Whether to serve articles that can't be saved; a start without them would
                be worse.

        Raises:
            CorpusFolderError: The folder is missing or can't be read; nothing changes.
            WorkerError: The process that reads can't be started; nothing changes.
            DatabaseError: The articles can't be saved; nothing changes.
        """
        async with self._reloading:
            before = {article.file: article for article in self._library.articles}
            with self._embedder.models.passages.hurried() if self._embedder else nullcontext():
                corpus = await asyncio.to_thread(
                    read_corpus, self._corpus, before, progress, self._reader
                )
            articles = with_last_good(corpus, before)
            report = replace(
                compare(before, articles, corpus), nameless=self._finder.failed(articles)
            )
            if self._embedder:
                new = (*report.added, *report.changed)
                report = replace(report, to_embed=count_passages(new))
            removed = [article.id for article in report.removed]
            if report.added or report.changed or removed:
                with without_collection(count_passages(articles)):
                    library = await asyncio.to_thread(_library_of, articles, corpus, self._library)
                changed = [*report.added, *report.changed]
                await self._save(changed, removed, library, unsaved=unsaved)
                self._serve(library)
            return report

    async def _save(
        self, changed: list[Article], removed: list[str], library: Library, *, unsaved: bool
    ) -> None:
        try:
            people = library.found_people.packed(changed)
            self._version = await self._store.save(changed, removed, library.encodings, people)
        except DatabaseError as error:
            message = f"the articles can't be saved ({error}): check the disk and the database"
            self._failure = message
            if not unsaved:
                raise DatabaseError(message) from error
            log.error("%s. They are served from memory.", message)
            return
        self._failure = None
        await self._announcer.announce(EVERYBODY, self._version)

    async def people(self) -> PeopleDirectory:
        """Return the people of the library in service, once all have been found."""
        await self.people_found()
        return (await self._with("people")).people

    async def people_found(self) -> None:
        """Wait until the people of the library in service have been found."""
        if not await self._finder.finished():
            self._finder.begin(self._library)
            await self._finder.finished()

    async def with_titles(self) -> Library:
        """Return the library in service once its titles can be searched without blocking."""
        return await self._with("titles")

    async def _with(self, part: Literal["people", "titles"]) -> Library:
        """Return the library in service once a part of it, made on first use, has been made."""
        library = self._library
        if not library.has_made(part):
            await self._make(library, part)
        return library

    async def _make(self, library: Library, part: Literal["people", "titles"]) -> None:
        with without_collection():
            await asyncio.to_thread(getattr, library, part)

    async def settled(self) -> None:
        """Wait until the people of the library are saved and its articles are embedded."""
        if self._preparing:
            await self._preparing
        if self._embedder:
            await self._embedder.finished()

    async def close(self) -> None:
        """End what runs behind the scenes."""
        self._finder.stop()
        if self._reader:
            await asyncio.to_thread(self._reader.close)
        tasks = {task for task in (self._listening, self._preparing) if task}
        for task in tasks:
            task.cancel()
        await self._finder.finished()
        if self._embedder:
            await self._embedder.close()
        if tasks:
            await asyncio.wait(tasks)

    async def _follow(self, heard: AsyncIterator[tuple[str, int]]) -> None:
        """Load the articles again whenever another librarian has changed them in the store."""
        async for scope, version in heard:
            if scope != EVERYBODY or version <= self._version:
                continue
            try:
                while not await self._restored():  # noqa: ASYNC110 - nobody tells of it
                    await asyncio.sleep(_TRIED_EVERY)
            except Exception:
                log.exception("the articles that changed in the store could not be loaded")

    async def _restored(self) -> bool:
        """Load the articles again; return whether the store could be read."""
        try:
            async with self._reloading:
                await self.restore()
        except DatabaseError as error:
            log.warning("the articles that changed in the store can't be loaded yet: %s", error)
            return False
        return True

    def _serve(self, library: Library) -> None:
        """Serve a library from now on; find its people and embed it in the background."""
        self._library = library
        if self._embedder:
            self._embedder.begin(library)
        self._finder.begin(library)
        self._preparing = asyncio.create_task(self._prepare(library))

    async def _prepare(self, library: Library) -> None:
        """Make what the first who ask for titles or people would wait for."""
        try:
            await asyncio.to_thread(release_freed_memory)
            await self._make(library, "titles")
            if await self._finder.finished():
                await self._make(library, "people")
        except Exception:
            # Nobody waits for this: it is made when somebody asks for it.
            log.exception("the titles and the people of the articles could not be prepared")


def _library_of(articles: Sequence[Article], corpus: Corpus, before: Library) -> Library:
    """Return a library with what is known from before and what was found out in reading."""
    analyses = {
        article.key: analysis
        for article in corpus.articles
        if isinstance(analysis := corpus.analyses.get(article.id), ArticleAnalysis)
    }
    encodings = {key: analysis.encoding for key, analysis in analyses.items()}
    people = {key: one.people for key, one in analyses.items() if one.people is not None}
    return Library(
        articles,
        corpus.refused,
        {**before.encodings, **encodings},
        before.found_people.with_known(people),
    )
