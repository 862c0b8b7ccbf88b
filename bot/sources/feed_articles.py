"""Read the articles that a feed names and that are new or have changed."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.fetching.content_kind import PAGES
from bot.fetching.errors import FetchError
from bot.fetching.web_address import canonical_address
from bot.sources.errors import SourceError
from bot.sources.filter_words import has_words
from bot.sources.limits import DAY
from bot.sources.reading import change_to, credible_day, entry_of, own_id, under_id
from bot.sources.same_text import says_the_same
from bot.storage.sources import Entry, SourceChange, guild_of_scope

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.articles.article import Article
    from bot.fetching.fetcher import Fetched, Fetcher
    from bot.ingest.formats.feed import Feed, FeedEntry
    from bot.sources.reading import ReadArticle, SourceReader
    from bot.sources.shelf_writer import ShelfWriter
    from bot.storage.sources import Source

log = logging.getLogger(__name__)

_TRIES = 3
"""The maximum number of attempts to read an article of a feed."""


class FeedArticles:
    """Reads the articles of feeds; each is saved as soon as it is read.

    Args:
        fetcher: Fetches them.
        reader: Reads what was fetched.
        writer: Knows what is stored by now, and saves changes.
    """

    def __init__(self, fetcher: Fetcher, reader: SourceReader, writer: ShelfWriter) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._writer = writer

    async def read(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Read the articles of a feed that are new or whose entry has changed.

        Returns:
            The number of articles that are new or have changed.

        Raises:
            SourceError: The feed can't be read, or there is no room for an article.
            DatabaseError: An article can't be saved.
        """
        feed = await self._reader.feed(fetched)
        known = {one.key: one for one in await self._writer.entries(scope, source.id)}
        listed = await asyncio.to_thread(_by_address, feed)
        newest = list(listed)[: source.settings.most]
        # What the first check finds is old news already.
        announced = bool(source.settings.channel and source.visits.read is not None)
        new = 0
        try:
            for key in reversed(newest):
                before = known.get(key)
                if before and before.article:
                    new += await self._read_again(scope, source, listed[key], before)
                elif not before or 0 < before.failures < _TRIES:
                    new += await self._read_entry(
                        scope, source, (key, listed[key]), before, announced=announced
                    )
        finally:
            # This may make room.
            await self.prune(scope, source, set(listed))
        return new

    async def are_waiting(self, scope: str, source: Source) -> bool:
        """Return whether articles of a feed could not be read that are to be tried again."""
        entries = await self._writer.entries(scope, source.id)
        return any(0 < one.failures < _TRIES for one in entries)

    async def prune(
        self, scope: str, source: Source, listed: Collection[str] | None = None
    ) -> None:
        """Delete articles over the limit or too old, and entries that the feed no longer lists.

        Args:
            scope: Their owner.
            source: The feed.
            listed: The keys that it lists; ``None`` if they are unchanged.
        """
        entries = sorted(await self._writer.entries(scope, source.id), key=lambda one: -one.seen)
        settings, now = source.settings, self._writer.clock()
        held = [one for one in entries if one.article]
        oldest = now - settings.kept_days * DAY if settings.kept_days else 0
        let_go = {
            one.key: one
            for place, one in enumerate(held)
            if place >= settings.most or one.seen < oldest
        }

        def is_listed(key: str) -> bool:
            return listed is None or key in listed

        forgotten = [
            one.key
            for one in entries
            if one.key in let_go or (not one.article and not is_listed(one.key))
        ]
        if forgotten:
            # What is still listed must not be read again.
            kept = [
                replace(one, article=None, failures=0)
                for key, one in let_go.items()
                if is_listed(key)
            ]
            await self._writer.write(scope, SourceChange(source, entries=kept, forgotten=forgotten))

    async def _read_entry(
        self,
        scope: str,
        source: Source,
        found: tuple[str, FeedEntry],
        before: Entry | None,
        *,
        announced: bool,
    ) -> bool:
        """Read one article of a feed, by its address; return whether it was taken.

        Raises:
            SourceError: There is no room for it; it is tried again when the feed is.
        """
        key, listed = found
        now = self._writer.clock()
        nothing = Entry(source.id, key, None, before.seen if before else now)
        try:
            read = await self._page(scope, listed)
        except (FetchError, SourceError) as error:
            failures = _failures(scope, before, error)
            await self._writer.write(
                scope, SourceChange(source, entries=[replace(nothing, failures=failures)])
            )
            return False
        if not await asyncio.to_thread(has_words, read.article, source.settings.words):
            await self._writer.write(scope, SourceChange(source, entries=[nothing]))
            return False
        entry = entry_of(source, key, read, nothing.seen, listed.mark)
        return await self._take(scope, source, read, entry, announced=announced)

    async def _take(
        self, scope: str, source: Source, read: ReadArticle, entry: Entry, *, announced: bool
    ) -> bool:
        """Save an article of a feed; return whether it is new.

        Raises:
            SourceError: There is no room for it.
        """
        held = await self._writer.articles_of(scope, source.id)
        if same := await asyncio.to_thread(_with_text_of, held, read.article):
            # The feed gives it another address each time.
            entry = replace(entry, article=same.id)
            await self._writer.write(scope, SourceChange(source, entries=[entry]))
            return False
        if any(one.id == read.article.id for one in held):
            # Pages that all name one address as theirs would take each other's place.
            read = await asyncio.to_thread(_at_own_address, scope, read, entry.key)
            entry = replace(entry, article=read.article.id)
        await self._writer.check_room(guild_of_scope(scope), len(read.article.passages))
        change = change_to(source, read, entry)
        announced_ids = [read.article.id] if announced else []
        await self._writer.write(scope, replace(change, announced=announced_ids))
        return True

    async def _read_again(
        self, scope: str, source: Source, listed: FeedEntry, before: Entry
    ) -> bool:
        """Read an article again if its entry has changed; return whether the article has changed.

        One that can't be read stays as it was.
        """
        if before.mark == listed.mark or before.article is None:
            return False
        after = replace(before, mark=listed.mark, failures=0)
        if before.mark is None:
            await self._writer.write(scope, SourceChange(source, entries=[after]))
            return False
        try:
            read = await self._page(scope, listed)
        except (FetchError, SourceError) as error:
            failures = _failures(scope, before, error)
            if failures < _TRIES:
                after = replace(before, failures=failures)
            await self._writer.write(scope, SourceChange(source, entries=[after]))
            return False
        read = await asyncio.to_thread(under_id, read, before.article)
        if await self._writer.shows_already(scope, read.article):
            await self._writer.write(scope, SourceChange(source, entries=[after]))
            return False
        after = entry_of(source, before.key, read, before.seen, listed.mark)
        await self._writer.write(scope, change_to(source, read, after))
        return True

    async def _page(self, scope: str, listed: FeedEntry) -> ReadArticle:
        """Return an article of a feed; the feed's date is its own where it says none."""
        read = await self._reader.page(scope, await self._fetcher.fetch(listed.address, PAGES))
        if read.article.date is None and read.as_of:
            day = credible_day(listed.day, read.as_of)
            return replace(read, article=replace(read.article, date=day))
        return read


def _failures(scope: str, before: Entry | None, error: Exception) -> int:
    """Return how often an article could not be read by now.

    A site that asks to be left alone doesn't count as a failed attempt.
    """
    log.info("an article of a feed of the server %s was not read: %s", scope, type(error).__name__)
    failures = before.failures if before else 0
    return max(1, failures) if getattr(error, "retry_after", None) else failures + 1


def _by_address(feed: Feed) -> dict[str, FeedEntry]:
    """Return a feed's articles by their address, without tracking parameters."""
    return {canonical_address(one.address): one for one in feed.entries}


def _with_text_of(articles: Sequence[Article], read: Article) -> Article | None:
    """Return the one of some articles that has the title and the text of one that was read."""
    return next(
        (one for one in articles if one.title == read.title and says_the_same(one, read)), None
    )


def _at_own_address(scope: str, read: ReadArticle, address: str) -> ReadArticle:
    """Return an article as that of the address that the feed has for it."""
    article = replace(read.article, url=address)
    return under_id(replace(read, key=address, article=article), own_id(scope, address))
