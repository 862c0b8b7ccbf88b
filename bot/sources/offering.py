"""Read a new source and offer it: it goes into service once a member keeps it."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.articles.storable import storable
from bot.fetching.content_kind import FEEDS, PAGES
from bot.fetching.errors import NOT_A_FEED, FetchError
from bot.fetching.web_address import canonical_address, host_of
from bot.ingest.reader import MAX_BYTES
from bot.sources.errors import KNOWN, NOT_READ, TOO_LARGE, SourceError
from bot.sources.reading import change_to, entry_of, own_id, under_id
from bot.sources.reasons import Reason
from bot.storage.sources import Source, SourceChange, Visits, scope_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.fetching.content_kind import Kind as ContentKind
    from bot.fetching.fetcher import Fetched, Fetcher
    from bot.ingest.formats.feed import Feed
    from bot.sources.reading import ReadArticle, SourceReader
    from bot.sources.shelf_writer import ShelfWriter
    from bot.storage.sources import Kind

_TEXT_FILE = "text.txt"


@dataclass(frozen=True, slots=True)
class Offer:
    """A source that was read, before it goes into service.

    Attributes:
        source: The source.
        article: The article; ``None`` for a feed, whose articles are read once it is kept.
        feed: The feed, if it is one.
        same: A source in service with the same text. Unless it is a feed, it is removed when this
            one is kept.
    """

    source: Source
    article: Article | None = None
    feed: Feed | None = None
    same: Source | None = None


class SourceOffers:
    """Reads files, texts, links and feeds, and offers them.

    Args:
        writer: Saves them.
        reader: Reads them.
        fetcher: Fetches addresses.
    """

    def __init__(self, writer: ShelfWriter, reader: SourceReader, fetcher: Fetcher) -> None:
        self._writer = writer
        self._reader = reader
        self._fetcher = fetcher

    async def file(self, guild_id: int, user_id: int, name: str, content: bytes) -> Offer:
        """Offer a file.

        Raises:
            SourceError: It can't be read, or there is no room.
        """
        return await self._file(guild_id, user_id, "file", storable(name), content)

    async def text(self, guild_id: int, user_id: int, title: str, text: str) -> Offer:
        """Offer a text that somebody pasted, as they would have written it into a file.

        Raises:
            SourceError: It can't be read, or there is no room.
        """
        whole = f"{title}\n\n{text}" if title else text
        content = storable(whole).encode()
        return await self._file(guild_id, user_id, "text", _TEXT_FILE, content)

    async def link(self, guild_id: int, user_id: int, address: str) -> Offer:
        """Offer a page, or the feed that is at its address.

        Raises:
            SourceError: It can't be read, is there already, or there is no room.
        """
        address = storable(address)
        await self._check_new(guild_id, "link", address)
        fetched = await self._fetch(address, PAGES | FEEDS)
        if fetched.kind == "feed":
            return await self._feed(guild_id, user_id, fetched)
        read = await self._reader.page(scope_of(guild_id), fetched)
        await self._writer.check_room(guild_id, len(read.article.passages))
        source = self._source("link", read.article.title, user_id, fetched.address)
        source = replace(source, visits=_visits(fetched, self._writer.clock()))
        return await self._put(guild_id, source, read)

    async def feed(self, guild_id: int, user_id: int, address: str) -> Offer:
        """Offer the feed at an address, or the one that the page there names.

        Raises:
            SourceError: It can't be read, is there already, or there are too many sources.
        """
        address = storable(address)
        await self._check_new(guild_id, "feed", address)
        fetched = await self._fetch(address, FEEDS | {"page"})
        if fetched.kind == "page":
            named = await self._reader.feed_link(fetched)
            if named is None:
                raise _not_read(address, NOT_A_FEED)
            fetched = await self._fetch(named, FEEDS)
        return await self._feed(guild_id, user_id, fetched)

    async def _feed(self, guild_id: int, user_id: int, fetched: Fetched) -> Offer:
        await self._check_new(guild_id, "feed", fetched.address)
        feed = await self._reader.feed(fetched)
        title = feed.title or host_of(fetched.address)
        source = self._source("feed", title, user_id, fetched.address)
        await self._writer.offer(guild_id, SourceChange(source))
        return Offer(source, None, feed)

    async def _file(
        self, guild_id: int, user_id: int, kind: Kind, name: str, content: bytes
    ) -> Offer:
        await self._writer.check_count(guild_id)
        if len(content) > MAX_BYTES:
            raise SourceError(TOO_LARGE, name=name)
        source = self._source(kind, name, user_id, None)
        read = await self._reader.file(scope_of(guild_id), source.id, name, content)
        await self._writer.check_room(guild_id, len(read.article.passages))
        return await self._put(guild_id, replace(source, title=read.article.title), read)

    async def _put(self, guild_id: int, source: Source, read: ReadArticle) -> Offer:
        twins = await self._writer.twins(guild_id, source.id, read.article)
        if await self._writer.says_otherwise(scope_of(guild_id), read.article):
            # Articles in service must not change before this source is kept, nor if it is
            # discarded.
            own = own_id(scope_of(guild_id), f"{source.id}/{read.key}")
            read = await asyncio.to_thread(under_id, read, own)
        change = change_to(source, read, entry_of(source, read.key, read, source.added))
        await self._writer.offer(guild_id, change)
        same = min(twins, key=lambda one: one.kind == "feed", default=None)
        return Offer(source, read.article, same=same)

    async def _fetch(self, address: str, wanted: frozenset[ContentKind]) -> Fetched:
        try:
            return await self._fetcher.fetch(address, wanted)
        except FetchError as error:
            raise _not_read(address, error) from error

    async def _check_new(self, guild_id: int, kind: Kind, address: str) -> None:
        await self._writer.check_count(guild_id)
        kept = [
            source
            for source in (await self._writer.stored(guild_id)).sources
            if source.address and source.kind == kind and source.state == "kept"
        ]
        known = await asyncio.to_thread(_at_address, kept, address.strip())
        if known:
            raise SourceError(KNOWN, title=known.title)

    def _source(self, kind: Kind, title: str, user_id: int, address: str | None) -> Source:
        now = self._writer.clock()
        source_id = secrets.token_hex(5)
        return Source(source_id, kind, title[:200], user_id, now, address, since=now)


def _not_read(address: str, why: FetchError | str) -> SourceError:
    name = host_of(address) or address[:100]
    return SourceError(NOT_READ, name=name, reason=Reason(why))


def _at_address(sources: Sequence[Source], address: str) -> Source | None:
    """Return the source with an address, however the two are written."""
    wanted = canonical_address(address)
    return next((one for one in sources if canonical_address(one.address or "") == wanted), None)


def _visits(fetched: Fetched, now: int) -> Visits:
    """Return the visits after the first fetch of a page."""
    return Visits(
        read=now,
        etag=fetched.validators.etag,
        last_modified=fetched.validators.last_modified,
    )
