"""Read an RSS, Atom or JSON feed: its title, and the addresses of its articles."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bot.articles.storable import storable
from bot.ingest.metadata.front_matter import is_web_address
from bot.language.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    import fastfeedparser

MOST_ENTRIES = 500
_MOST_CHARACTERS = 300
_MARK_LENGTH = 16
_TAG = re.compile(rb"<(?![!?])[^<>]*+")
_MAX_ATTRIBUTES = 2000
"""Attributes of an element: they are compared with each other, so that twice as many take four
times as long."""

_MOST_GUESSES = 2 * MOST_ENTRIES
"""Dates in no common form that are guessed at; a guess takes up to 0.3 ms."""

_PARSING = threading.Lock()
"""Held while the parser's functions are replaced, which all threads share."""

_TELLING = ("title", "published", "updated", "description")
"""The fields of an entry that change with its article."""

_TEXTS = ("content_text", "date_published", "date_modified")
"""The fields of a JSON feed's item that must be texts for it to be read."""


class FeedError(ValueError):
    """The document is no feed; the message says how to fix that."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that a feed names.

    Attributes:
        address: Where it is.
        title: Its headline, as the feed has it.
        day: The day of publication, if the feed says.
        mark: A digest that changes whenever the entry changes.
    """

    address: str
    title: str
    day: dt.date | None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        title: What it is called; empty where it doesn't say.
        entries: Its articles, the newest first where it dates them all, else in its own order;
            ``MOST_ENTRIES`` at most.
    """

    title: str
    entries: tuple[FeedEntry, ...]


def read_feed(content: bytes, address: str = "") -> Feed:
    """Read a feed; nothing is fetched.

    Args:
        content: The feed's bytes.
        address: Where it is from; links in it may be relative to that.

    Raises:
        FeedError: It can't be read.
    """
    try:
        if any(tag[0].count(b"=") > _MAX_ATTRIBUTES for tag in _TAG.finditer(content)):
            raise ValueError
        try:
            parsed = _parsed(content)
        except (AttributeError, TypeError):
            parsed = _parsed(_without_wrong_items(content))
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        message = "it is not an RSS, Atom or JSON feed, or it is damaged"
        raise FeedError(message) from error
    title = _text(parsed.feed.get("title"))
    return Feed(title, tuple(_entries(_newest_first(parsed.entries)[:MOST_ENTRIES], address)))


def _without_wrong_items(content: bytes) -> bytes:
    """Return a JSON feed without the items of a wrong type, for which the parser would refuse it.

    A feed of nothing else, and any other document, is returned as it is.
    """
    if not content.lstrip().startswith(b"{"):
        return content
    feed = json.loads(content)
    items = feed.get("items")
    if not isinstance(items, list):
        return content
    sound = [item for item in items if _is_sound(item)]
    if not sound or len(sound) == len(items):
        return content
    return json.dumps({**feed, "items": sound}).encode()


def _is_sound(item: object) -> bool:
    if not isinstance(item, dict):
        return False
    authors = item.get("authors") or [item.get("author") or {}]
    return (
        all(isinstance(item.get(name) or "", str) for name in _TEXTS)
        and isinstance(authors, list)
        and isinstance(authors[0], dict)
    )


def _parsed(content: bytes) -> fastfeedparser.FastFeedParserDict:
    import fastfeedparser  # noqa: PLC0415 - for this alone

    # As bytes: a text that begins like an address would be fetched.
    with _few_guesses(fastfeedparser.main):
        return fastfeedparser.parse(
            content,
            include_content=False,
            include_tags=False,
            include_media=False,
            include_enclosures=False,
        )


@contextmanager
def _few_guesses(parser: ModuleType) -> Iterator[None]:
    """Bound the time that a feed's parser takes for dates in no common form.

    It tries two libraries. What the second reads besides takes up to 2 ms each, or is another day
    at each look (“5 minutes ago”), so that the entry would seem to have changed.
    """
    first, second = "_slow_dateutil_parse", "_slow_dateparser"
    with _PARSING:
        known = {name: getattr(parser, name, None) for name in (first, second)}
        guesses = repeat(known[first], _MOST_GUESSES)
        try:
            setattr(
                parser, first, lambda text: guess(text) if (guess := next(guesses, None)) else None
            )
            setattr(parser, second, lambda _: None)
            yield
        finally:
            for name, function in known.items():
                setattr(parser, name, function)


def _newest_first(entries: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return entries with the newest first; some feeds have the oldest first."""
    times = [time for entry in entries if (time := _time_of(entry))]
    if len(times) < len(entries):
        return entries
    order = sorted(range(len(entries)), key=times.__getitem__, reverse=True)
    return [entries[place] for place in order]


def _entries(entries: list[dict[str, object]], base: str) -> Iterator[FeedEntry]:
    seen: set[str] = set()
    for entry in entries:
        link = str(entry.get("link") or "").strip()
        try:
            address = urljoin(base, link) if link else ""
        except ValueError:
            continue
        if not is_web_address(address) or address in seen:
            continue
        seen.add(address)
        time = _time_of(entry)
        day = time.date() if time else None
        yield FeedEntry(address, _text(entry.get("title")), day, _mark(entry))


def _mark(entry: dict[str, object]) -> str:
    told = "\x1f".join(str(entry.get(name) or "") for name in _TELLING)
    digest = hashlib.sha256(told.encode(errors="surrogatepass"))
    return digest.hexdigest()[:_MARK_LENGTH]


def _text(value: object) -> str:
    return plain(storable(str(value or "")))[:_MOST_CHARACTERS]


def _time_of(entry: dict[str, object]) -> dt.datetime | None:
    """Return when an article was published; without a zone, as if it were in UTC."""
    try:
        time = dt.datetime.fromisoformat(str(entry.get("published") or entry.get("updated") or ""))
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)
