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
from bot.fetching.web_address import canonical_address
from bot.language.plain_text import plain
from bot.sources.errors import FAILED, SourceError
from bot.sources.limits import DAY, LINK_EVERY
from bot.sources.reading import under_id
from bot.storage.sources import Entry, SourceChange, Visits, guild_of_scope

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.fetching.fetcher import Fetched, Fetcher
    from bot.ingest.feed import Feed, FeedEntry
    from bot.sources.reading import ReadArticle, SourceReader
    from bot.sources.shelf_writer import ShelfWriter
    from bot.storage.sources import Source

log = logging.getLogger(__name__)

_TRIES = 3
"""How often an article of a feed is tried that can't be read."""


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
    """

    def __init__(self, fetcher: Fetcher, reader: SourceReader, writer: ShelfWriter) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._writer = writer

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
            new = 0
            if not fetched.unchanged and source.kind == "feed":
                new = await self._read_feed(scope, source, fetched)
            elif not fetched.unchanged:
                new = await self._read_link(scope, source, fetched)
        except (FetchError, SourceError) as error:
            return await self._failed(scope, source, error)
        return Looked(await self._succeeded(scope, source, fetched), None, new)

    async def give_up(self, scope: str, source: Source) -> None:
        """Write down that a look failed through a mistake of the bot's own."""
        await self._failed(scope, source, SourceError(FAILED))

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
            if await self._has_text(scope, read):
                return 0
        entry = _entry(source, before.key if before else read.key, read, self._writer.clock())
        await self._writer.write(scope, _change(source, read, entry))
        return 1

    async def _has_text(self, scope: str, read: ReadArticle) -> bool:
        """Return whether the article that is in service has the very text that was read."""
        before = await self._writer.article(scope, read.article.id)
        return before is not None and await asyncio.to_thread(_is_same, before, read.article)

    async def _read_feed(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Read the articles of a feed that are new or of which it says something else by now.

        Each is written down as soon as it is read.
        """
        feed = await self._reader.feed(fetched)
        known = {one.key: one for one in await self._writer.entries(scope, source.id)}
        listed = await asyncio.to_thread(_by_address, feed)
        newest = list(listed)[: source.settings.most]
        # The first look finds what is old news already.
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
            # Where there was no room, it may make some.
            await self._prune(scope, source, set(listed))
        return new

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
            log.info("an article of a feed of %s was not read: %s", scope, type(error).__name__)
            failures = (before.failures if before else 0) + 1
            await self._writer.write(
                scope, SourceChange(source, entries=[replace(nothing, failures=failures)])
            )
            return False
        if not await asyncio.to_thread(_has_words, read, source.settings.words):
            await self._writer.write(scope, SourceChange(source, entries=[nothing]))
            return False
        await self._writer.check_room(guild_of_scope(scope), len(read.article.passages))
        change = _change(source, read, _entry(source, key, read, nothing.seen, listed.mark))
        announced_ids = [read.article.id] if announced else []
        await self._writer.write(scope, replace(change, announced=announced_ids))
        return True

    async def _read_again(
        self, scope: str, source: Source, listed: FeedEntry, before: Entry
    ) -> bool:
        """Read an article again if the feed says something else of it; return if it has changed.

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
            log.info("an article of a feed of %s was not read: %s", scope, type(error).__name__)
            failures = before.failures + 1
            if failures < _TRIES:
                after = replace(before, failures=failures)
            await self._writer.write(scope, SourceChange(source, entries=[after]))
            return False
        read = await asyncio.to_thread(under_id, read, before.article)
        if await self._has_text(scope, read):
            await self._writer.write(scope, SourceChange(source, entries=[after]))
            return False
        after = _entry(source, before.key, read, before.seen, listed.mark)
        await self._writer.write(scope, _change(source, read, after))
        return True

    async def _page(self, scope: str, listed: FeedEntry) -> ReadArticle:
        """Return an article of a feed; the feed's date is its own where it says none."""
        read = await self._reader.page(scope, await self._fetcher.fetch(listed.address, PAGES))
        if read.article.date is None and listed.day:
            return replace(read, article=replace(read.article, date=listed.day))
        return read

    async def _prune(self, scope: str, source: Source, listed: set[str]) -> None:
        """Delete articles that are too many or too old, and entries that the feed lists no more."""
        entries = sorted(await self._writer.entries(scope, source.id), key=lambda one: -one.seen)
        settings, now = source.settings, self._writer.clock()
        held = [one for one in entries if one.article]
        oldest = now - settings.kept_days * DAY if settings.kept_days else 0
        let_go = {
            one.key: one
            for place, one in enumerate(held)
            if place >= settings.most or one.seen < oldest
        }
        forgotten = [
            one.key
            for one in entries
            if one.key in let_go or (not one.article and one.key not in listed)
        ]
        if forgotten:
            # What is still listed must not be read again.
            kept = [
                replace(one, article=None, failures=0)
                for key, one in let_go.items()
                if key in listed
            ]
            await self._writer.write(scope, SourceChange(source, entries=kept, forgotten=forgotten))

    async def _succeeded(self, scope: str, source: Source, fetched: Fetched) -> Source:
        now = self._writer.clock()
        every = source.settings.every if source.kind == "feed" else LINK_EVERY
        visits = Visits(
            read=now,
            next=now + max(every, fetched.fresh_seconds),
            etag=fetched.validators.etag,
            last_modified=fetched.validators.last_modified,
        )
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
        log.info("a source of %s failed %d times in a row", guild_of_scope(scope), failures)
        return Looked(after, str(error))


def _entry(
    source: Source, key: str, read: ReadArticle, seen: int, mark: str | None = None
) -> Entry:
    day = read.as_of.isoformat() if read.as_of else None
    return Entry(source.id, key, read.article.id, seen, day, mark=mark)


def _by_address(feed: Feed) -> dict[str, FeedEntry]:
    """Return a feed's articles by their address, without what tells readers apart."""
    return {canonical_address(one.address): one for one in feed.entries}


def _is_same(one: Article, other: Article) -> bool:
    """Return whether two articles show the same."""
    return _text_of(one) == _text_of(other)


def _text_of(article: Article) -> tuple[object, ...]:
    """Return what is shown and quoted of an article, whatever else its page holds."""
    fields = (article.title, article.source, article.author, article.date, article.url)
    return (*fields, *((one.number, one.heading, one.text) for one in article.passages))


def _change(source: Source, read: ReadArticle, entry: Entry) -> SourceChange:
    return SourceChange(source, [read.article], read.encodings, read.people, [entry])


def _has_words(read: ReadArticle, words: tuple[str, ...]) -> bool:
    """Return whether an article has one of some words, in its title or its text."""
    if not words:
        return True
    article = read.article
    text = plain("\n".join([article.title, *(one.text for one in article.passages)])).lower()
    return any(word.lower() in text for word in words)
