"""The sources of servers, in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.postgresql.articles import (
    article_rows,
    put_articles,
    raise_version,
    unpacked,
)
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from bot.storage.postgresql.articles import ArticleRows
    from bot.storage.postgresql.database import Database
    from bot.storage.sources import Announcement, Source, SourceChange, State, StoredSources
    from bot.storage.stored_articles import StoredArticles

_TABLES_OF_A_SCOPE = ("announcements", "source_entries", "sources", "articles")
_KEPT = (
    "SELECT article_id FROM source_entries AS entries JOIN sources "
    "ON sources.scope = entries.scope AND sources.id = entries.source_id "
    "WHERE entries.scope = $1 AND sources.state = 'kept'"
)
_KEYS = {"sources": "scope, id", "source_entries": "scope, source_id, entry"}


class PostgresSourceStore:
    """Stores sources, their entries, and the articles to announce; see :class:`SourceStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str) -> StoredSources:
        """Return the sources of a server; damaged ones are left out."""

        async def query(connection: asyncpg.Connection) -> StoredSources:
            return await _sources_of(connection, scope)

        return await self._database.read(query)

    async def shelf(self, scope: str) -> tuple[StoredSources, StoredArticles]:
        """Return the sources of a server, and the articles of those in service."""

        async def query(connection: asyncpg.Connection) -> tuple[StoredSources, ArticleRows]:
            sources = await _sources_of(connection, scope)
            return sources, await article_rows(connection, scope, f"IN ({_KEPT})")

        sources, rows = await self._database.read(query)
        return sources, await unpacked(self._database, scope, rows)

    async def passages(self, scope: str) -> dict[str, int]:
        """Return the number of passages of each source of a server, by its id."""
        rows = await self._database.fetch(
            "SELECT source_id, count(*) AS passages FROM source_entries AS entries JOIN passages "
            "ON passages.scope = entries.scope AND passages.article_id = entries.article_id "
            "WHERE entries.scope = $1 GROUP BY source_id",
            scope,
        )
        return {row["source_id"]: row["passages"] for row in rows}

    async def save(self, scope: str, change: SourceChange) -> int:
        """Write the changes of a source, all or nothing."""
        source = change.source

        async def write(connection: asyncpg.Connection) -> int:
            version = await raise_version(connection, scope)
            await put_articles(
                connection, scope, change.articles, (), change.encodings, change.people
            )
            await _put(connection, "sources", SOURCE, [source_row(scope, source)])
            await _forget(connection, scope, source.id, change.forgotten)
            await _put(connection, "source_entries", ENTRY, entry_rows(scope, change))
            await _put(connection, "announcements", ANNOUNCEMENT, announcement_rows(scope, change))
            return version

        return await self._database.write(write)

    async def delete(self, scope: str, source_id: str) -> int:
        """Delete a source, its entries, and the articles that no other source has."""

        async def write(connection: asyncpg.Connection) -> int:
            version = await raise_version(connection, scope)
            rows = await connection.fetch(
                "SELECT entry FROM source_entries WHERE scope = $1 AND source_id = $2",
                scope,
                source_id,
            )
            await _forget(connection, scope, source_id, [row["entry"] for row in rows])
            for table, column in (("announcements", "source_id"), ("sources", "id")):
                await connection.execute(
                    f"DELETE FROM {table} WHERE scope = $1 AND {column} = $2",  # noqa: S608 - constant names
                    scope,
                    source_id,
                )
            return version

        return await self._database.write(write)

    async def due(self, now: int, most: int, of_each: int) -> list[tuple[str, Source]]:
        """Return the sources that are due, the longest waiting first."""
        rows = await self._database.fetch(
            f"SELECT {SOURCE} FROM (SELECT *, row_number() OVER (PARTITION BY scope ORDER BY due) "  # noqa: S608 - constant names
            "AS place FROM sources WHERE due <= $1 OR due > $2) AS waiting WHERE place <= $3 "
            "ORDER BY due LIMIT $4",
            now,
            now + LONGEST_PAUSE,
            of_each,
            most,
        )
        return [(row["scope"], source) for row in rows if (source := read_source(row))]

    async def next_due(self) -> int | None:
        """Return when the next source is due; ``None`` if none ever is."""
        rows = await self._database.fetch("SELECT min(due) AS due FROM sources")
        due: int | None = rows[0]["due"]
        return due

    async def left_over(self, state: State, before: int) -> list[tuple[str, str]]:
        """Return the scopes and ids of sources that entered a state before a time."""
        rows = await self._database.fetch(
            "SELECT scope, id FROM sources WHERE state = $1 AND since < $2", state, before
        )
        return [(row["scope"], row["id"]) for row in rows]

    async def scopes(self) -> list[str]:
        """Return the scopes of all servers that have sources."""
        rows = await self._database.fetch("SELECT DISTINCT scope FROM sources")
        return [row["scope"] for row in rows]

    async def delete_scope(self, scope: str) -> None:
        """Delete all sources of a server, and all of its articles."""

        async def write(connection: asyncpg.Connection) -> None:
            await raise_version(connection, scope)
            for table in (*_TABLES_OF_A_SCOPE, "shelf_versions"):
                await connection.execute(f"DELETE FROM {table} WHERE scope = $1", scope)  # noqa: S608 - constant names

        await self._database.write(write)

    async def announcements(self) -> list[Announcement]:
        """Return the pending announcements, the oldest first."""
        rows = await self._database.fetch(
            f"SELECT {ANNOUNCEMENT} FROM announcements WHERE done = 0 ORDER BY number"  # noqa: S608 - constant names
        )
        return [read_announcement(row) for row in rows]

    async def begin(self, announcement: Announcement, now: int) -> None:
        """Record that an announcement is about to be sent."""
        await self._mark(announcement, "begun", now)

    async def sent_between(self, scope: str, channel: int, start: int, end: int) -> int:
        """Return how many announcements were begun in a channel between two times, and ended."""
        rows = await self._database.fetch(
            "SELECT count(*) AS sent FROM announcements "
            "WHERE scope = $1 AND channel_id = $2 AND begun > $3 AND begun <= $4 AND done = 1",
            scope,
            channel,
            start,
            end,
        )
        sent: int = rows[0]["sent"]
        return sent

    async def end(self, announcement: Announcement) -> None:
        """Record that an announcement was sent, or never will be."""
        await self._mark(announcement, "done", 1)

    async def _mark(self, announcement: Announcement, column: str, value: int) -> None:
        await self._database.execute(
            f"UPDATE announcements SET {column} = $1 "  # noqa: S608 - constant names
            "WHERE scope = $2 AND article_id = $3 AND channel_id = $4",
            value,
            announcement.scope,
            announcement.article,
            announcement.channel,
        )


async def _sources_of(connection: asyncpg.Connection, scope: str) -> StoredSources:
    sources = await connection.fetch(
        f"SELECT {SOURCE} FROM sources WHERE scope = $1",  # noqa: S608 - constant names
        scope,
    )
    entries = await connection.fetch(
        f"SELECT {ENTRY} FROM source_entries WHERE scope = $1 "  # noqa: S608 - constant names
        'ORDER BY seen, entry COLLATE "C"',
        scope,
    )
    return read_sources(sources, entries)


async def _put(
    connection: asyncpg.Connection, table: str, columns: str, rows: list[tuple[object, ...]]
) -> None:
    """Write rows over those that have their key; what is announced already stays as it is."""
    names = columns.split(", ")
    places = ", ".join(f"${number}" for number in range(1, len(names) + 1))
    changes = ", ".join(f"{name} = excluded.{name}" for name in names)
    key = _KEYS.get(table)
    conflict = f"({key}) DO UPDATE SET {changes}" if key else "DO NOTHING"
    await connection.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT {conflict}",  # noqa: S608 - constant names
        rows,
    )


async def _forget(
    connection: asyncpg.Connection, scope: str, source_id: str, keys: Sequence[str]
) -> None:
    """Delete entries, and the articles that no other entry has."""
    rows = await connection.fetch(
        "DELETE FROM source_entries WHERE scope = $1 AND source_id = $2 AND entry = ANY($3) "
        "RETURNING article_id",
        scope,
        source_id,
        keys,
    )
    await connection.execute(
        "DELETE FROM articles WHERE scope = $1 AND id = ANY($2) AND NOT EXISTS "
        "(SELECT FROM source_entries WHERE scope = $1 AND article_id = articles.id)",
        scope,
        [row["article_id"] for row in rows],
    )
