"""The articles, with their passages and what was found in them, in PostgreSQL."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from bot.storage.article_rows import (
    ARTICLE_IN_FULL,
    PASSAGE,
    new_rows,
    sealed,
    unpacked_articles,
)
from bot.storage.postgresql.channels import ARTICLES
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import asyncpg

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.storage.postgresql.database import Database
    from bot.storage.row import Row
    from bot.storage.stored_articles import StoredArticles

    ArticleRows = tuple[Sequence[Row], Sequence[Row], int]
    """The rows of articles and those of their passages, and the version of the scope."""

_SLOW = 120.0
"""Seconds that a statement over all articles may take."""


class PostgresArticleStore:
    """Stores articles with their encodings and their people; see :class:`ArticleStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY, article_id: str | None = None) -> StoredArticles:
        """Return the articles of a scope, or one of them; a damaged one is left out and logged."""
        which = ("= $2", article_id) if article_id else ()

        async def query(connection: asyncpg.Connection) -> ArticleRows:
            return await article_rows(connection, scope, *which)

        return await unpacked(self._database, scope, await self._database.read(query))

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        encodings: Mapping[ArticleKey, EncodedArticle],
        people: Mapping[ArticleKey, str],
    ) -> int:
        """Write and delete shared articles, all or nothing, and tell other processes with it."""

        async def write(connection: asyncpg.Connection) -> int:
            version = await raise_version(connection, EVERYBODY)
            await put_articles(connection, EVERYBODY, changed, removed, encodings, people)
            return version

        return await self._database.write(write)

    async def save_people(self, people: Mapping[ArticleKey, str]) -> None:
        """Write the people of shared articles that were saved without them."""
        rows = [
            (sealed(EVERYBODY, key, packed.encode()), EVERYBODY, *key)
            for key, packed in people.items()
        ]

        async def write(connection: asyncpg.Connection) -> None:
            await connection.executemany(
                "UPDATE analyses SET people = $1 WHERE scope = $2 AND article_id = $3 AND EXISTS "
                "(SELECT FROM articles WHERE scope = $2 AND id = $3 AND digest = $4)",
                rows,
                timeout=_SLOW,
            )

        await self._database.write(write)


async def article_rows(
    connection: asyncpg.Connection, scope: str, which: str = "", *values: object
) -> ArticleRows:
    """Return the rows that :func:`unpacked` takes.

    Args:
        connection: A connection whose transaction sees the database at one moment.
        scope: The owner of the articles.
        which: What the articles' ids have to be, after the name of the column; all if left out.
        values: The parameters of that, from the second on; the first is the scope.
    """
    of_article, of_passage = (
        f"AND {column} {which}" if which else "" for column in ("articles.id", "article_id")
    )
    articles = await connection.fetch(
        f"SELECT {ARTICLE_IN_FULL}, checksum, removals, encoding, people "  # noqa: S608 - constant names
        "FROM articles LEFT JOIN removals ON removals.scope = articles.scope "
        "AND removals.article_id = id "
        "LEFT JOIN analyses ON analyses.scope = articles.scope AND analyses.article_id = id "
        f"WHERE articles.scope = $1 {of_article} ORDER BY file",
        scope,
        *values,
        timeout=_SLOW,
    )
    passages = await connection.fetch(
        f"SELECT {PASSAGE} FROM passages "  # noqa: S608 - constant names
        f"WHERE scope = $1 {of_passage} ORDER BY article_id, position",
        scope,
        *values,
        timeout=_SLOW,
    )
    version = await connection.fetchval(
        "SELECT version FROM shelf_versions WHERE scope = $1", scope
    )
    return articles, passages, version or 0


async def unpacked(database: Database, scope: str, rows: ArticleRows) -> StoredArticles:
    """Return what the rows of :func:`article_rows` hold; what is damaged is deleted."""
    return await unpacked_articles(*rows, functools.partial(_delete_damaged, database, scope))


async def _delete_damaged(
    database: Database, scope: str, damaged: Sequence[tuple[object, object]]
) -> None:
    ids, checksums = zip(*damaged, strict=True)
    await database.execute(
        "DELETE FROM articles USING unnest($2::text[], $3::text[]) AS damaged (id, checksum) "
        "WHERE scope = $1 AND articles.id = damaged.id AND articles.checksum = damaged.checksum",
        scope,
        ids,
        checksums,
    )


async def raise_version(connection: asyncpg.Connection, scope: str) -> int:
    """Return the version that a scope has from now on, and tell all processes, at the commit.

    Done first in a transaction: it locks a row, so that processes that save at once take turns.
    """
    version: int = await connection.fetchval(
        "INSERT INTO shelf_versions VALUES ($1, 1) ON CONFLICT (scope) "
        "DO UPDATE SET version = shelf_versions.version + 1 RETURNING version",
        scope,
    )
    await connection.execute("SELECT pg_notify($1, $2)", ARTICLES, json.dumps([scope, version]))
    return version


async def put_articles(
    connection: asyncpg.Connection,
    scope: str,
    changed: Sequence[Article],
    removed: Collection[str],
    encodings: Mapping[ArticleKey, EncodedArticle],
    people: Mapping[ArticleKey, str],
) -> None:
    """Write articles and delete others in a transaction, as :meth:`PostgresArticleStore.save`."""
    gone = [*{*removed, *(article.id for article in changed)}]
    await connection.execute(
        "DELETE FROM articles WHERE scope = $1 AND id = ANY($2)", scope, gone, timeout=_SLOW
    )
    for table, columns, rows in new_rows(scope, changed, encodings, people):
        await connection.copy_records_to_table(
            table, records=rows, columns=columns.split(", "), timeout=_SLOW
        )
