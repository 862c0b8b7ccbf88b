"""The rows that sources are kept as, whatever database keeps them."""

from __future__ import annotations

import dataclasses
import json
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from bot.storage.sources import Announcement, Entry, FeedSettings, Source, StoredSources, Visits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.row import Row
    from bot.storage.sources import SourceChange

log = logging.getLogger(__name__)

_Value = TypeVar("_Value", Source, FeedSettings, Visits)

SOURCE = "scope, id, state, since, due, source"
"""The columns of a source."""

ENTRY = "scope, source_id, entry, article_id, seen, as_of, failures, mark"
"""The columns of an entry."""

ANNOUNCEMENT = "scope, source_id, article_id, channel_id, begun, done"
"""The columns of an announcement."""


def source_row(scope: str, source: Source) -> tuple[object, ...]:
    """Return the row of a source; searchable fields have columns of their own."""
    text = json.dumps(dataclasses.asdict(source), ensure_ascii=False)
    return scope, source.id, source.state, source.since, source.due, text


def entry_rows(scope: str, change: SourceChange) -> list[tuple[object, ...]]:
    """Return the rows of a source's entries."""
    return [
        (scope, one.source, one.key, one.article, one.seen, one.as_of, one.failures, one.mark)
        for one in change.entries
    ]


def announcement_rows(scope: str, change: SourceChange) -> list[tuple[object, ...]]:
    """Return the rows of the articles to announce."""
    source = change.source
    return [(scope, source.id, one, source.settings.channel, 0, 0) for one in change.announced]


def read_source(row: Row) -> Source | None:
    """Return the source of a row; a damaged row is logged, and the result is ``None``."""
    try:
        values = json.loads(row["source"])
        values["settings"] = _made(FeedSettings, values.get("settings", {}))
        values["visits"] = _made(Visits, values.get("visits", {}))
        return _made(Source, values)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        log.warning("a source of the server %s is damaged: %s", row["scope"], error)
        return None


def read_sources(sources: Iterable[Row], entries: Iterable[Row]) -> StoredSources:
    """Return the sources of rows; damaged ones are left out."""
    found = [source for row in sources if (source := read_source(row))]
    found.sort(key=lambda source: (source.added, source.id))
    return StoredSources(
        tuple(found),
        tuple(
            Entry(
                row["source_id"],
                row["entry"],
                row["article_id"],
                row["seen"],
                row["as_of"],
                row["failures"],
                row["mark"],
            )
            for row in entries
        ),
    )


def read_announcement(row: Row) -> Announcement:
    """Return the announcement that a row holds."""
    return Announcement(
        row["scope"], row["source_id"], row["article_id"], row["channel_id"], row["begun"]
    )


def _made(kind: type[_Value], values: dict[str, Any]) -> _Value:
    """Build a value from JSON; unknown fields of other versions are ignored.

    Raises:
        TypeError: Something is missing.
    """
    names = {one.name for one in dataclasses.fields(kind)}
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name in names
    }
    return kind(**given)
