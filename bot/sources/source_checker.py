"""Check a link or a feed: fetch it, read what is new, and save that at once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import FetchError
from bot.fetching.fetcher import Validators
from bot.fetching.freshness import LEAST_FAILURES, REST_AFTER, pause_after
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


class CheckResult(NamedTuple):
    """The result of checking a source.

    Attributes:
        source: The source after the check.
        failure: Why it could not be read, if so.
        new: The number of articles that are new or have changed.
    """

    source: Source
    failure: str | None = None
    new: int = 0


class SourceChecker:
    """Checks links and feeds.

    Args:
        fetcher: Fetches them.
        reader: Reads what was fetched.
        writer: Knows what is stored by now, and saves changes.

    Attributes:
        articles: Reads the articles that feeds name.
    """

    def __init__(self, fetcher: Fetcher, reader: SourceReader, writer: ShelfWriter) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._writer = writer
        self.articles = FeedArticles(fetcher, reader, writer)

    async def check(self, scope: str, source: Source) -> CheckResult:
        """Check a link or a feed, and save the result.

        Raises:
            DatabaseError: The result can't be saved.
        """
        visits = source.visits
        known = Validators(visits.etag, visits.last_modified)
        try:
            if not source.address:
                return CheckResult(source)
            wanted = FEEDS if source.kind == "feed" else PAGES
            fetched = await self._fetcher.fetch(source.address, wanted, known)
            new = await self._read(scope, source, fetched)
        except (FetchError, SourceError) as error:
            return await self._failed(scope, source, error)
        return CheckResult(await self._succeeded(scope, source, fetched), None, new)

    async def give_up(self, scope: str, source: Source) -> None:
        """Record that a check failed through a bug of the bot."""
        await self._failed(scope, source, SourceError(FAILED))

    async def _read(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Read what was fetched, if it has changed; return the number of new articles."""
        if source.kind == "link":
            return 0 if fetched.unchanged else await self._read_link(scope, source, fetched)
        if fetched.unchanged:
            # The articles that it has outgrown are removed all the same.
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
            # With validators the site would answer “not modified”, and they were never tried again.
            etag, modified = fetched.validators.etag, fetched.validators.last_modified
            visits = replace(visits, etag=etag, last_modified=modified)
        after = replace(source, visits=visits)
        await self._writer.write(scope, SourceChange(after))
        return after

    async def _failed(self, scope: str, source: Source, error: Exception) -> CheckResult:
        now, before = self._writer.clock(), source.visits
        since = before.failing_since if before.failing_since is not None else now
        failures = before.failures + 1
        asked = getattr(error, "retry_after", None) or 0
        pause = min(max(pause_after(failures), int(asked)), DAY)
        rests = now - since >= REST_AFTER and failures >= LEAST_FAILURES
        visits = replace(
            before,
            failing_since=since,
            failures=failures,
            why=str(error),
            next=None if rests else now + pause,
        )
        after = replace(source, visits=visits)
        await self._writer.write(scope, SourceChange(after))
        log.info(
            "a source of the server %d failed %d times in a row", guild_of_scope(scope), failures
        )
        if source.kind == "feed":
            await self.articles.prune(scope, after)
        return CheckResult(after, str(error))
