"""Look at a link or a feed: fetch what is new, read it, and write it down at once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Validators
from bot.fetching.freshness import REST_AFTER, pause_after
from bot.sources.errors import FAILED, SourceError
from bot.sources.feed_articles import FeedArticles
from bot.sources.limits import DAY, LINK_EVERY
from bot.sources.reading import change_to, entry_of, under_id
from bot.storage.sources import SourceChange, Visits, guild_of_scope

if TYPE_CHECKING:
    from bot.fetching.fetcher import Fetched, Fetcher
    from bot.sources.reading import SourceReader
    from bot.sources.shelf_writer import ShelfWriter
    from bot.storage.sources import Source

log = logging.getLogger(__name__)


class Looked(NamedTuple):
    """What a look came to.

    Attributes:
        source: The source as it is now.
        failure: Why it could not be read, if it could not.
        new: How many articles are new or have changed.
    """

    source: Source
    failure: str | None = None
    new: int = 0


class Looker:
    """Looks at links and feeds.

    Args:
        fetcher: Fetches what they name.
        reader: Reads what was fetched.
        writer: Says what is known by now, and writes changes down.

    Attributes:
        articles: Reads the articles that feeds name.
    """

    def __init__(self, fetcher: Fetcher, reader: SourceReader, writer: ShelfWriter) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._writer = writer
        self.articles = FeedArticles(fetcher, reader, writer)

    async def look(self, scope: str, source: Source) -> Looked:
        """Look at a link or a feed, and write down what came of it.

        Raises:
            DatabaseError: It can't be written down.
        """
        visits = source.visits
        known = Validators(visits.etag, visits.last_modified)
        try:
            if not source.address:
                return Looked(source)
            wanted = FEEDS if source.kind == "feed" else PAGES
            fetched = await self._fetcher.fetch(source.address, wanted, known)
            new = await self._read(scope, source, fetched)
        except (FetchError, SourceError) as error:
            return await self._failed(scope, source, error)
        return Looked(await self._succeeded(scope, source, fetched), None, new)

    async def give_up(self, scope: str, source: Source) -> None:
        """Write down that a look failed through a mistake of the bot's own."""
        await self._failed(scope, source, SourceError(FAILED))

    async def _read(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Read what was fetched, if it has changed; return how much is new."""
        if source.kind == "link":
            return 0 if fetched.unchanged else await self._read_link(scope, source, fetched)
        if fetched.unchanged:
            # Its articles grow older all the same.
            await self.articles.prune(scope, source)
            return 0
        return await self.articles.read(scope, source, fetched)

    async def _read_link(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Replace the text of a page with today's, if it has changed.

        Returns:
            1 if it has, else 0.
        """
        read = await self._reader.page(scope, fetched)
        before = next(
            (one for one in await self._writer.entries(scope, source.id) if one.article), None
        )
        if before and before.article:
            read = await asyncio.to_thread(under_id, read, before.article)
            if await self._writer.shows_already(scope, read.article):
                return 0
        entry = entry_of(source, before.key if before else read.key, read, self._writer.clock())
        await self._writer.write(scope, change_to(source, read, entry))
        return 1

    async def _succeeded(self, scope: str, source: Source, fetched: Fetched) -> Source:
        now = self._writer.clock()
        is_feed = source.kind == "feed"
        every = source.settings.every if is_feed else LINK_EVERY
        visits = Visits(read=now, next=now + max(every, fetched.fresh_seconds))
        if not (is_feed and await self.articles.are_waiting(scope, source)):
            # Else the site would say that nothing has changed, and they were not tried again.
            etag, modified = fetched.validators.etag, fetched.validators.last_modified
            visits = replace(visits, etag=etag, last_modified=modified)
        after = replace(source, visits=visits)
        await self._writer.write(scope, SourceChange(after))
        return after

    async def _failed(self, scope: str, source: Source, error: Exception) -> Looked:
        now, before = self._writer.clock(), source.visits
        since = before.failing_since if before.failing_since is not None else now
        failures = before.failures + 1
        asked = getattr(error, "retry_after", None) or 0
        pause = min(max(pause_after(failures), int(asked)), DAY)
        visits = replace(
            before,
            failing_since=since,
            failures=failures,
            why=str(error),
            next=None if now - since >= REST_AFTER else now + pause,
        )
        after = replace(source, visits=visits)
        await self._writer.write(scope, SourceChange(after))
        log.info(
            "a source of the server %d failed %d times in a row", guild_of_scope(scope), failures
        )
        if source.kind == "feed":
            await self.articles.prune(scope, after)
        return Looked(after, str(error))
