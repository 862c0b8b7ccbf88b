"""The operations that members can perform on the sources of their server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles.storable import storable
from bot.library.tags import plain_tags
from bot.sources.errors import GONE, NO_FEED, NOT_BACK, NOT_REFRESHED, SEVERAL, SourceError
from bot.sources.limits import DAY, LEAST_EVERY, LINK_EVERY, MOST_OF_A_FEED, UNDONE_WITHIN
from bot.sources.offering import SourceOffers
from bot.sources.source_checker import SourceChecker
from bot.storage.sources import FeedSettings, SourceChange, scope_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.fetching.fetcher import Fetcher
    from bot.sources.reading import SourceReader
    from bot.sources.shelf_writer import ShelfWriter
    from bot.sources.source_checker import CheckResult
    from bot.storage.sources import Source

_MOST_WORDS = 20


class Sources:
    """The sources of all servers.

    Each method takes the server that a request comes from, and finds nothing of another's,
    whatever id it is given.

    Args:
        writer: Saves changes.
        reader: Reads new documents.
        fetcher: Fetches addresses.

    Attributes:
        offers: Reads new sources and offers to keep them.
        checker: Checks links and feeds.
        wake: Called when a source may be due, or an article be announced, at once.
    """

    def __init__(self, writer: ShelfWriter, reader: SourceReader, fetcher: Fetcher) -> None:
        self.writer = writer
        self.offers = SourceOffers(writer, reader, fetcher)
        self.checker = SourceChecker(fetcher, reader, writer)
        self.wake: Callable[[], None] = lambda: None

    async def listed(self, guild_id: int) -> list[Source]:
        """Return the sources of a server that are in service or can be brought back."""
        now = self.writer.clock()
        return [
            source
            for source in (await self.writer.stored(guild_id)).sources
            if source.state == "kept"
            or (source.state == "removed" and now - source.since < UNDONE_WITHIN)
        ]

    async def named(self, guild_id: int, wanted: str) -> Source:
        """Return a source by its id, its title, or a part of the title that no other has.

        Raises:
            SourceError: The server has none such, or several.
        """
        listed = await self.listed(guild_id)
        typed = " ".join(wanted.casefold().split())
        titles = [" ".join(source.title.casefold().split()) for source in listed]
        pairs = list(zip(listed, titles, strict=True))
        found = (
            [source for source in listed if source.id == wanted]
            or [source for source, title in pairs if title == typed]
            or [source for source, title in pairs if typed and typed in title]
        )
        if len(found) != 1:
            raise SourceError(SEVERAL if found else GONE)
        return found[0]

    async def keep(self, guild_id: int, source_id: str) -> Source:
        """Keep an offered source: from now on its articles answer.

        A file, text or link with the same text is removed, as it would answer twice otherwise.

        Raises:
            SourceError: It is gone, or there is no room for it.
        """

        def kept(source: Source) -> Source:
            if source.state == "removed":
                raise SourceError(GONE)
            if source.state == "kept":
                return source
            now = self.writer.clock()
            following = {"feed": now, "link": now + LINK_EVERY}.get(source.kind)
            visits = replace(source.visits, next=following)
            return replace(source, state="kept", since=now, visits=visits)

        after = await self._put_if_room(guild_id, source_id, kept, in_place=True)
        await self.writer.take_place(guild_id, source_id)
        return after

    async def discard(self, guild_id: int, source_id: str) -> None:
        """Delete a source that was offered.

        Raises:
            SourceError: It is gone, or in service.
        """
        await self.writer.delete(guild_id, source_id, "offered")

    async def remove(self, guild_id: int, source_id: str) -> Source:
        """Take a source out of service; it can be brought back for a day.

        If very many are removed within a day, the oldest of them can't be brought back.

        Raises:
            SourceError: It is gone.
        """

        def removed(source: Source) -> Source:
            return replace(_kept(source), state="removed", since=self.writer.clock())

        return await self._change(guild_id, source_id, removed)

    async def restore(self, guild_id: int, source_id: str) -> Source:
        """Restore a removed source.

        Raises:
            SourceError: It is gone, was removed too long ago, or there is no room for it.
        """

        def restored(source: Source) -> Source:
            now = self.writer.clock()
            if source.state == "offered":
                raise SourceError(GONE)
            if source.state == "removed" and now - source.since >= UNDONE_WITHIN:
                raise SourceError(NOT_BACK)
            return replace(source, state="kept", since=now)

        return await self._put_if_room(guild_id, source_id, restored)

    async def refresh(self, guild_id: int, source_id: str) -> CheckResult:
        """Check a link or a feed now.

        Raises:
            SourceError: It is gone, or neither.
        """
        source = await self.writer.source(guild_id, source_id)
        if source.state != "kept":
            raise SourceError(GONE)
        if source.kind not in {"link", "feed"}:
            raise SourceError(NOT_REFRESHED)
        result = await self.checker.check(scope_of(guild_id), source)
        self.wake()
        return result

    async def follow(self, guild_id: int, source_id: str, settings: FeedSettings) -> Source:
        """Change how a feed is followed.

        Raises:
            SourceError: It is gone, or no feed.
        """
        settings = replace(
            settings,
            every=min(max(settings.every, LEAST_EVERY), DAY),
            most=min(max(settings.most, 1), MOST_OF_A_FEED),
            words=tuple(map(storable, settings.words[:_MOST_WORDS])),
        )

        def followed(source: Source) -> Source:
            if _kept(source).kind != "feed":
                raise SourceError(NO_FEED, title=source.title)
            due = (source.visits.read or self.writer.clock()) + settings.every
            visits = source.visits
            if visits.next is not None and not visits.failures and visits.read is not None:
                visits = replace(visits, next=min(visits.next, due))
            if settings.most > source.settings.most:
                # There is more to read though the feed has not changed.
                visits = replace(visits, etag=None, last_modified=None)
            return replace(source, settings=settings, visits=visits)

        after = await self._change(guild_id, source_id, followed)
        await self.checker.articles.prune(scope_of(guild_id), after)
        return after

    async def tag(self, guild_id: int, source_id: str, tags: Sequence[str]) -> Source:
        """File a source under other tags than before.

        Raises:
            SourceError: It is gone.
        """
        return await self._change(
            guild_id, source_id, lambda source: replace(source, tags=plain_tags(tags))
        )

    async def _put_if_room(
        self,
        guild_id: int,
        source_id: str,
        changed: Callable[[Source], Source],
        *,
        in_place: bool = False,
    ) -> Source:
        """Bring a source into service, unless it or its articles are too many with the others.

        How many they are is known once they are on the shelf: several that each had room when
        they were read may not have it together.

        Args:
            guild_id: The server.
            source_id: The source.
            changed: Returns the source in service, given what it is.
            in_place: Whether others with the same text make room for it.
        """
        before = await self.writer.source(guild_id, source_id)
        replaced: list[Source] = []
        if in_place and before.state != "kept":
            after, replaced = await self.writer.change_in_place(guild_id, source_id, changed)
        else:
            after = await self.writer.change(guild_id, source_id, changed)
        try:
            await self.writer.check_count(guild_id, 0)
            await self.writer.check_room(guild_id, 0)
        except SourceError:
            for one in (before, *replaced):
                await self.writer.put(guild_id, SourceChange(one))
            raise
        tags = [tag for one in (after, *replaced) for tag in one.tags]
        if len(tags) > len(after.tags):
            after = await self.tag(guild_id, source_id, tags)
        self.wake()
        return after

    async def _change(
        self, guild_id: int, source_id: str, changed: Callable[[Source], Source]
    ) -> Source:
        after = await self.writer.change(guild_id, source_id, changed)
        self.wake()
        return after


def _kept(source: Source) -> Source:
    """Return a source that is in service.

    Raises:
        SourceError: It is not.
    """
    if source.state != "kept":
        raise SourceError(GONE)
    return source
