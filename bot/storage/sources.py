"""The stored state of a server's sources: files, texts, links and feeds, and their articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle

Kind = Literal["file", "text", "link", "feed"]
"""What a source is."""

State = Literal["offered", "kept", "removed"]
"""The state of a source: offered, in service, or removed but restorable."""

LONGEST_PAUSE = 2 * 24 * 3600
"""Seconds. What is due later than that was written down while the clock was wrong: no pause
between two checks is longer than a day."""


def scope_of(guild_id: int) -> str:
    """Return the scope of a server's own articles."""
    return str(guild_id)


def guild_of_scope(scope: str) -> int:
    """Return the server whose scope it is."""
    return int(scope)


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How a feed is followed.

    Attributes:
        every: Seconds between two checks.
        most: The number of its newest articles that are kept.
        kept_days: For how many days an article is kept; 0 for as long as the feed is.
        words: Only articles with one of these words in the title or the text are taken; all
            where there are none.
        channel: The channel or forum where new articles are announced; 0 for none.
    """

    every: int = 3600
    most: int = 50
    kept_days: int = 0
    words: tuple[str, ...] = ()
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Visits:
    """The results of checking a link or a feed. Times are seconds since 1970.

    Attributes:
        read: When it was last read, or found not to have changed.
        next: When to check it again; ``None`` if it is no longer checked.
        failing_since: Since when every check has failed, if the last one did.
        failures: How many have failed in a row.
        why: Why the last one failed.
        etag: The validator for conditional requests.
        last_modified: Likewise.
    """

    read: int | None = None
    next: int | None = None
    failing_since: int | None = None
    failures: int = 0
    why: str = ""
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One source of one server. Times are seconds since 1970.

    Attributes:
        id: Its id, unique in its server.
        kind: What it is.
        title: What it is called.
        added_by: The account that added it.
        added: When.
        address: Where a link or a feed is.
        state: Whether it is in service.
        since: Since when it has been in that state.
        tags: What it is filed under.
        settings: How a feed is followed.
        visits: The results of checking it.
    """

    id: str
    kind: Kind
    title: str
    added_by: int
    added: int
    address: str | None = None
    state: State = "offered"
    since: int = 0
    tags: tuple[str, ...] = ()
    settings: FeedSettings = field(default_factory=FeedSettings)
    visits: Visits = field(default_factory=Visits)

    @property
    def due(self) -> int | None:
        """When to check it again; ``None`` for never."""
        return self.visits.next if self.state == "kept" else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a source: a file, a page, or an item of a feed.

    Attributes:
        source: The id of the source.
        key: Its key among the source's entries: an address, or a file's name.
        article: The id of the article that it became; ``None`` where it became none.
        seen: When it was first seen, in seconds since 1970.
        as_of: The day, in ISO 8601, whose text of a page the article has.
        failures: How often it could not be read.
        mark: What the feed said of it when it was last read, as
            :class:`~bot.ingest.formats.feed.FeedEntry` has it; ``None`` where that was not kept.
    """

    source: str
    key: str
    article: str | None
    seen: int
    as_of: str | None = None
    failures: int = 0
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class StoredSources:
    """The sources of one server, with their entries.

    Attributes:
        sources: The sources, first added first.
        entries: Their entries.
    """

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SourceChange:
    """The changes of a source, written all or nothing.

    Attributes:
        source: The changed source.
        articles: New articles, and new versions of articles.
        encodings: Their encodings, by article.
        people: The people found in them, packed, by article.
        entries: Entries that are new or have changed; written once the others are forgotten.
        forgotten: The keys of entries to delete, each with its article where no other has it.
        announced: The ids of articles to announce in the feed's channel.
    """

    source: Source
    articles: Sequence[Article] = ()
    encodings: Mapping[ArticleKey, EncodedArticle] = field(default_factory=dict)
    people: Mapping[ArticleKey, str] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    forgotten: Sequence[str] = ()
    announced: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Announcement:
    """An article to announce, once.

    Attributes:
        scope: The server.
        source: The id of the feed that brought it.
        article: The id of the article.
        channel: The channel or forum.
        begun: When sending it was begun, in seconds since 1970, so that it may have been sent
            since then; 0 where it was not.
    """

    scope: str
    source: str
    article: str
    channel: int
    begun: int = 0
