"""The sources of servers, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.source_rows import (
    ANNOUNCEMENT,
    ENTRY,
    SOURCE,
    announcement_rows,
    entry_rows,
    read_announcement,
    read_source,
    read_sources,
    source_row,
)
from bot.storage.sources import LONGEST_PAUSE
from bot.storage.sqlite.articles import (
    article_queries,
    put_articles,
    raise_version,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import aiosqlite

    from bot.storage.sources import Announcement, Source, SourceChange, State, StoredSources
    from bot.storage.sqlite.database import Database, Query
    from bot.storage.stored_articles import StoredArticles

_KEPT = (
    "SELECT article_id FROM source_entries AS entries JOIN sources "
    "ON sources.scope = entries.scope AND sources.id = entries.source_id "
    "WHERE entries.scope = ? AND sources.state = 'kept'"
)
_TABLES_OF_A_SCOPE = ("announcements", "source_entries", "sources", "articles", "shelf_versions")


class SqliteSourceStore:
    """Stores sources, their entries, and the articles to announce; see :class:`SourceStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str) -> StoredSources:
        """Return the sources of a server; damaged ones are left out."""
        return read_sources(*await self._database.fetch_at_once(*_source_queries(scope)))

    async def shelf(self, scope: str) -> tuple[StoredSources, StoredArticles]:
        """Return the sources of a server, and the articles of those in service."""
        sources, entries, *rows = await self._database.fetch_at_once(
            *_source_queries(scope), *article_queries(scope, f"IN ({_KEPT})", (scope,))
        )
        return read_sources(sources, entries), await unpacked(self._database, scope, rows)

    async def passages(self, scope: str) -> dict[str, int]:
        """Return the number of passages of each source of a server, by its id."""
        rows = await self._database.fetch(
            "SELECT source_id, count(*) AS passages FROM source_entries AS entries JOIN passages "
            "ON passages.scope = entries.scope AND passages.article_id = entries.article_id "
            "WHERE entries.scope = ? GROUP BY source_id",
            (scope,),
        )
        return {row["source_id"]: row["passages"] for row in rows}

    async def save(self, scope: str, change: SourceChange) -> int:
        """Write the changes of a source, all or nothing."""
        source = change.source
        async with self._database.transaction() as connection:
            await put_articles(
                connection, scope, change.articles, (), change.encodings, change.people
            )
            await _insert(connection, "sources", SOURCE, [source_row(scope, source)])
            await _forget(connection, scope, source.id, change.forgotten)
            await _insert(connection, "source_entries", ENTRY, entry_rows(scope, change))
            await _insert(
                connection,
                "announcements",
                ANNOUNCEMENT,
                announcement_rows(scope, change),
                "IGNORE",
            )
            return await raise_version(connection, scope)

    async def delete(self, scope: str, source_id: str) -> int:
        """Delete a source, its entries, and the articles that no other source has."""
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall(
                "SELECT entry FROM source_entries WHERE scope = ? AND source_id = ?",
                (scope, source_id),
            )
            await _forget(connection, scope, source_id, [row["entry"] for row in rows])
            for table, column in (("announcements", "source_id"), ("sources", "id")):
                await connection.execute(
                    f"DELETE FROM {table} WHERE scope = ? AND {column} = ?",  # noqa: S608 - constant names
                    (scope, source_id),
                )
            version = await raise_version(connection, scope)
        await self._database.clear_journal()
        return version

    async def due(self, now: int, most: int, of_each: int) -> list[tuple[str, Source]]:
        """Return the sources that are due, the longest waiting first."""
        rows = await self._database.fetch(
            f"SELECT {SOURCE} FROM (SELECT *, row_number() OVER (PARTITION BY scope ORDER BY due) "  # noqa: S608 - constant names
            "AS place FROM sources WHERE due <= ? OR due > ?) WHERE place <= ? "
            "ORDER BY due LIMIT ?",
            (now, now + LONGEST_PAUSE, of_each, most),
        )
        return [(row["scope"], source) for row in rows if (source := read_source(row))]

    async def next_due(self) -> int | None:
        """Return when the next source is due; ``None`` if none ever is."""
        rows = await self._database.fetch("SELECT min(due) AS due FROM sources")
        return rows[0]["due"] if rows else None

    async def left_over(self, state: State, before: int) -> list[tuple[str, str]]:
        """Return the scopes and ids of sources that entered a state before a time."""
        rows = await self._database.fetch(
            "SELECT scope, id FROM sources WHERE state = ? AND since < ?", (state, before)
        )
        return [(row["scope"], row["id"]) for row in rows]

    async def scopes(self) -> list[str]:
        """Return the scopes of all servers that have sources."""
        rows = await self._database.fetch("SELECT DISTINCT scope FROM sources")
        return [row["scope"] for row in rows]

    async def delete_scope(self, scope: str) -> None:
        """Delete all sources of a server, and all of its articles."""
        async with self._database.transaction() as connection:
            for table in _TABLES_OF_A_SCOPE:
                await connection.execute(f"DELETE FROM {table} WHERE scope = ?", (scope,))  # noqa: S608 - constant names
        await self._database.clear_journal()

    async def announcements(self) -> list[Announcement]:
        """Return the pending announcements, the oldest first."""
        rows = await self._database.fetch(
            f"SELECT {ANNOUNCEMENT} FROM announcements WHERE done = 0 ORDER BY rowid"  # noqa: S608 - constant names
        )
        return [read_announcement(row) for row in rows]

    async def begin(self, announcement: Announcement, now: int) -> None:
        """Record that an announcement is about to be sent."""
        await self._mark(announcement, "begun", now)

    async def sent_between(self, scope: str, channel: int, start: int, end: int) -> int:
        """Return how many announcements were begun in a channel between two times, and ended."""
        rows = await self._database.fetch(
            "SELECT count(*) AS sent FROM announcements "
            "WHERE scope = ? AND channel_id = ? AND begun > ? AND begun <= ? AND done = 1",
            (scope, channel, start, end),
        )
        sent: int = rows[0]["sent"]
        return sent

    async def end(self, announcement: Announcement) -> None:
        """Record that an announcement was sent, or never will be."""
        await self._mark(announcement, "done", 1)

    async def _mark(self, announcement: Announcement, column: str, value: int) -> None:
        await self._database.execute(
            f"UPDATE announcements SET {column} = ? "  # noqa: S608 - constant names
            "WHERE scope = ? AND article_id = ? AND channel_id = ?",
            (value, announcement.scope, announcement.article, announcement.channel),
        )


def _source_queries(scope: str) -> list[Query]:
    return [
        (f"SELECT {SOURCE} FROM sources WHERE scope = ?", (scope,)),  # noqa: S608 - constant names
        (
            f"SELECT {ENTRY} FROM source_entries WHERE scope = ? ORDER BY seen, entry",  # noqa: S608 - constant names
            (scope,),
        ),
    ]


async def _insert(
    connection: aiosqlite.Connection,
    table: str,
    columns: str,
    rows: Iterable[tuple[object, ...]],
    conflict: str = "REPLACE",
) -> None:
    places = ", ".join("?" * (columns.count(",") + 1))
    await connection.executemany(
        f"INSERT OR {conflict} INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - constant names
        rows,
    )


async def _forget(
    connection: aiosqlite.Connection, scope: str, source_id: str, keys: Sequence[str]
) -> None:
    """Delete entries, each with its article where no other entry has it."""
    for key in keys:
        rows = await connection.execute_fetchall(
            "DELETE FROM source_entries WHERE scope = ? AND source_id = ? AND entry = ? "
            "RETURNING article_id",
            (scope, source_id, key),
        )
        await connection.executemany(
            "DELETE FROM articles WHERE scope = ? AND id = ? AND NOT EXISTS "
            "(SELECT 1 FROM source_entries WHERE scope = ? AND article_id = ?)",
            [(scope, row["article_id"], scope, row["article_id"]) for row in rows],
        )
