"""Look at a link or a feed: fetch what is new, read it, and write it down at once."""

from __future__ import annotations

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
    from collections.abc import Awaitable, Callable

    from bot.fetching.fetcher import Fetched, Fetcher
    from bot.ingest.feed import FeedEntry
    from bot.sources.reading import ReadArticle, SourceReader
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
        known: Returns what a source of a server has brought by now.
        write: Writes a change and brings it into service.
        has_room: Returns whether a server has room for an article.
        clock: Returns the time, in seconds since 1970.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        reader: SourceReader,
        known: Callable[[str, str], Awaitable[list[Entry]]],
        write: Callable[[str, SourceChange], Awaitable[None]],
        has_room: Callable[[str, int], Awaitable[bool]],
        clock: Callable[[], int],
    ) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._known = known
        self._write = write
        self._has_room = has_room
        self._clock = clock

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
        """Put a page's text of today in the place of the one before, if it has changed."""
        read = await self._reader.page(scope, fetched)
        before = next((one for one in await self._known(scope, source.id) if one.article), None)
        if before and before.article:
            read = under_id(read, before.article)
        entry = _entry(source, before.key if before else read.key, read, self._clock())
        await self._write(scope, _change(source, read, entry))
        return 1

    async def _read_feed(self, scope: str, source: Source, fetched: Fetched) -> int:
        """Read the articles of a feed that are new, each written down as soon as it is read."""
        feed = await self._reader.feed(fetched)
        known = {one.key: one for one in await self._known(scope, source.id)}
        listed = {canonical_address(one.address): one for one in feed.entries}
        newest = list(listed)[: source.settings.most]
        # The first look finds what is old news already.
        announced = bool(source.settings.channel and source.visits.read is not None)
        new = 0
        for key in reversed(newest):
            before = known.get(key)
            if before and (before.article or before.failures == 0 or before.failures >= _TRIES):
                continue
            new += await self._read_entry(scope, source, listed[key], before, announced=announced)
        await self._prune(scope, source, set(listed))
        return new

    async def _read_entry(
        self,
        scope: str,
        source: Source,
        listed: FeedEntry,
        before: Entry | None,
        *,
        announced: bool,
    ) -> bool:
        """Read one article of a feed; return whether it was taken."""
        key, now = canonical_address(listed.address), self._clock()
        nothing = Entry(source.id, key, None, before.seen if before else now)
        try:
            read = await self._reader.page(scope, await self._fetcher.fetch(listed.address, PAGES))
        except (FetchError, SourceError) as error:
            log.info("an article of a feed of %s was not read: %s", scope, type(error).__name__)
            failures = (before.failures if before else 0) + 1
            await self._write(
                scope, SourceChange(source, entries=[replace(nothing, failures=failures)])
            )
            return False
        wanted = _has_words(read, source.settings.words)
        if not wanted or not await self._has_room(scope, len(read.article.passages)):
            await self._write(scope, SourceChange(source, entries=[nothing]))
            return False
        if read.article.date is None and listed.day:
            read = replace(read, article=replace(read.article, date=listed.day))
        change = _change(source, read, _entry(source, key, read, nothing.seen))
        announced_ids = [read.article.id] if announced else []
        await self._write(scope, replace(change, announced=announced_ids))
        return True

    async def _prune(self, scope: str, source: Source, listed: set[str]) -> None:
        """Let go of articles that are too many or too old, and forget what is listed no more."""
        entries = sorted(await self._known(scope, source.id), key=lambda one: -one.seen)
        settings, now = source.settings, self._clock()
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
            await self._write(scope, SourceChange(source, entries=kept, forgotten=forgotten))

    async def _succeeded(self, scope: str, source: Source, fetched: Fetched) -> Source:
        now = self._clock()
        every = source.settings.every if source.kind == "feed" else LINK_EVERY
        visits = Visits(
            read=now,
            next=now + max(every, fetched.fresh_seconds),
            etag=fetched.validators.etag,
            last_modified=fetched.validators.last_modified,
        )
        after = replace(source, visits=visits)
        await self._write(scope, SourceChange(after))
        return after

    async def _failed(self, scope: str, source: Source, error: Exception) -> Looked:
        now, before = self._clock(), source.visits
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
        await self._write(scope, SourceChange(after))
        log.info("a source of %s failed %d times in a row", guild_of_scope(scope), failures)
        return Looked(after, str(error))


def _entry(source: Source, key: str, read: ReadArticle, seen: int) -> Entry:
    day = read.as_of.isoformat() if read.as_of else None
    return Entry(source.id, key, read.article.id, seen, day)


def _change(source: Source, read: ReadArticle, entry: Entry) -> SourceChange:
    return SourceChange(source, [read.article], read.encodings, read.people, [entry])


def _has_words(read: ReadArticle, words: tuple[str, ...]) -> bool:
    """Return whether an article has one of some words, in its title or its text."""
    if not words:
        return True
    article = read.article
    text = plain("\n".join([article.title, *(one.text for one in article.passages)])).lower()
    return any(word.lower() in text for word in words)
