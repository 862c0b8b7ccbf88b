"""Keep a library current: load it, reload it, and swap it in one assignment."""

from __future__ import annotations

import asyncio
import logging
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.articles.article import count_passages
from bot.ingest.corpus import read_corpus
from bot.ingest.folder import CorpusFolderError
from bot.ingest.workers.worker import WorkerError
from bot.library.analysis.analysed_corpus import without_people
from bot.library.analysis.found_people import FoundPeople
from bot.library.library import Library
from bot.library.reloading.next_library import next_library, search_for_people
from bot.library.reloading.people_finder import PeopleFinder
from bot.library.reloading.reload_report import compare, with_last_good
from bot.library.reloading.store_follower import follow
from bot.monitoring.garbage_collection import release_freed_memory, without_collection
from bot.storage.errors import DatabaseError
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.articles.article import Article
    from bot.ingest.corpus import Corpus
    from bot.ingest.document_reader import ClosableReader
    from bot.library.reloading.background_embedder import BackgroundEmbedder
    from bot.library.reloading.reload_report import ReloadReport
    from bot.people.lookup.directory import PeopleDirectory
    from bot.storage.change_notifier import ChangeNotifier
    from bot.storage.stores import ArticleStore

log = logging.getLogger(__name__)


class Librarian:
    """Keeps the library of a corpus folder current.

    Args:
        corpus: The folder.
        store: Stores the last good version of every article.
        notifier: Notifies the librarians of one store, in all processes, of changed articles.
        embedder: Embeds the articles in the background; without one words decide alone.
        reader: Reads and analyses the files that have changed, with an
            :class:`~bot.library.analysis.article_analysis.ArticleAnalyser`; a file whose people
            can't be found is refused. It is closed with the librarian.
    """

    def __init__(
        self,
        corpus: Path,
        store: ArticleStore,
        notifier: ChangeNotifier,
        embedder: BackgroundEmbedder | None = None,
        reader: ClosableReader | None = None,
    ) -> None:
        self._corpus = corpus
        self._store = store
        self._notifier = notifier
        self._embedder = embedder
        self._reader = reader
        self._version = -1
        self._reloading = asyncio.Lock()
        self._library = Library(())
        self._on_trial = asyncio.Event()
        self._failure: str | None = None
        self._finder = PeopleFinder(store, reader)
        self._loading: asyncio.Task[None] | None = None
        self._preparing: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def library(self) -> Library:
        """The library in service; don't keep it for longer than one request."""
        return self._library

    @property
    def failure(self) -> str | None:
        """Why the articles could not be saved last; ``None`` once they have been saved."""
        return self._failure

    @property
    def to_embed(self) -> int:
        """The number of passages in service that are still to be embedded."""
        return self._embedder.remaining if self._embedder else 0

    async def load(self) -> None:
        """Load the library from the folder, or from the store if the folder can't be read.

        Files that have not changed since they were last read are not parsed again. As in a reload,
        new articles are in service while their people are still being looked for; :meth:`settled`
        waits for that. If the folder can't be read, the reason is logged.
        """
        heard = self._notifier.changes()
        self._listening = asyncio.create_task(
            follow(heard, lambda: self._version, self._restore_again)
        )
        await self.restore()
        self._loading = asyncio.create_task(self._read_folder())
        answering = asyncio.create_task(self._on_trial.wait())
        try:
            await asyncio.wait({self._loading, answering}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            answering.cancel()

    async def _read_folder(self) -> None:
        try:
            await self.reload(unsaved=True)
        except (CorpusFolderError, WorkerError) as error:
            log.error(
                "%s. The %d articles known from before stay in service.",
                error,
                len(self._library.articles),
            )
        except Exception:
            # Nothing awaits this task: the earlier articles stay, and the next reload tries again.
            log.exception("reading the articles failed")

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
        """Read the folder again and put its current contents into service.

        Running questions keep the library that they began with. New articles are in service while
        their people are still being looked for; if that or reading fails, the file is refused and
        its last good version stays.

        Args:
            progress: Called, in another thread, with the number of files read so far, and of all.
            unsaved: Whether to serve articles that can't be saved, as a start without them would
                be worse.

        Raises:
            CorpusFolderError: The folder is missing or can't be read; nothing changes.
            WorkerError: The process that reads can't be started; nothing changes.
            DatabaseError: The articles can't be saved; nothing changes.
        """
        async with self._reloading:
            good = self._library
            try:
                return await self._reload(progress, good, unsaved=unsaved)
            except BaseException:
                self._library = good
                raise
            finally:
                self._on_trial.clear()

    async def _reload(
        self, progress: Callable[[int, int], None] | None, good: Library, *, unsaved: bool
    ) -> ReloadReport:
        before = {article.file: article for article in good.articles}
        with self._embedder.models.passages.hurried() if self._embedder else nullcontext():
            corpus = await asyncio.to_thread(
                read_corpus, self._corpus, before, progress, self._reader
            )
            corpus, tried = await self._tried(corpus, before, good)
        articles = with_last_good(corpus, before)
        report = replace(compare(before, articles, corpus), nameless=self._finder.failed(articles))
        for item in report.refused:
            log.warning("refused %s: %s", item.refusal.file, item.refusal.reason)
        changed = [*report.added, *report.changed]
        if self._embedder:
            report = replace(report, to_embed=count_passages(changed))
        removed = [article.id for article in report.removed]
        if changed or removed:
            library = tried or await next_library(articles, corpus, good)
            await self._save(changed, removed, library, unsaved=unsaved)
            self._serve(library)
        else:
            self._library = good
        return report

    async def _tried(
        self, corpus: Corpus, before: dict[str, Article], good: Library
    ) -> tuple[Corpus, Library | None]:
        """Serve the articles just read on trial, while their people are looked for.

        They are not saved before that succeeds, so a restart finds the last good versions.
        """
        if self._reader is None or not without_people(corpus):
            return corpus, None
        trial = await next_library(with_last_good(corpus, before), corpus, good)
        self._library = trial
        self._on_trial.set()
        return await search_for_people(trial, corpus, self._reader)

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
        await self._notifier.notify(EVERYBODY, self._version)

    async def people(self) -> PeopleDirectory:
        """Return the people of the library in service, after all have been found."""
        await self.people_found()
        return (await self._with("people")).people

    async def people_found(self) -> None:
        """Wait until the people of the library in service have been found."""
        if self._on_trial.is_set():
            async with self._reloading:
                pass
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
        """Wait until the library's people are saved and its articles are embedded."""
        if self._loading:
            await asyncio.wait({self._loading})
        if self._preparing:
            await self._preparing
        if self._embedder:
            await self._embedder.finished()

    async def close(self) -> None:
        """Stop the background tasks."""
        tasks = {task for task in (self._listening, self._loading, self._preparing) if task}
        for task in tasks:
            task.cancel()
        self._finder.stop()
        if self._reader:
            await asyncio.to_thread(self._reader.close)
        await self._finder.finished()
        if self._embedder:
            await self._embedder.close()
        if tasks:
            await asyncio.wait(tasks)

    async def _restore_again(self) -> None:
        async with self._reloading:
            await self.restore()

    def _serve(self, library: Library) -> None:
        """Serve a library from now on; find its people and embed it in the background."""
        self._library = library
        if self._embedder:
            self._embedder.begin(library)
        self._finder.begin(library)
        self._preparing = asyncio.create_task(self._prepare(library))

    async def _prepare(self, library: Library) -> None:
        """Build the titles and people in advance, so that no first request waits for them."""
        try:
            await asyncio.to_thread(release_freed_memory)
            await self._make(library, "titles")
            if await self._finder.finished():
                await self._make(library, "people")
        except Exception:
            # Nothing awaits this task: the parts are built when a request needs them.
            log.exception("the titles and the people of the articles could not be prepared")
