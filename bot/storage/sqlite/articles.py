"""The articles, with their passages and what was found in them, in SQLite."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.storage.article_rows import (
    ARTICLE_IN_FULL,
    PASSAGE,
    new_rows,
    sealed,
    unpacked_articles,
)
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence

    import aiosqlite

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.storage.sqlite.database import Database, Query
    from bot.storage.stored_articles import StoredArticles


class SqliteArticleStore:
    """Stores articles with their encodings and their people; see :class:`ArticleStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY, article_id: str | None = None) -> StoredArticles:
        """Return the articles of a scope, or one of them; a damaged one is left out and logged."""
        which = ("= ?", (article_id,)) if article_id else ("", ())
        rows = await self._database.fetch_at_once(*article_queries(scope, *which))
        return await unpacked(self._database, scope, rows)

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        encodings: Mapping[ArticleKey, EncodedArticle],
        people: Mapping[ArticleKey, str],
    ) -> int:
        """Write new and changed shared articles and delete removed ones, all or nothing."""
        async with self._database.transaction() as connection:
            await put_articles(connection, EVERYBODY, changed, removed, encodings, people)
            return await raise_version(connection, EVERYBODY)

    async def save_people(self, people: Mapping[ArticleKey, str]) -> None:
        """Write the people of shared articles that were saved without them."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "UPDATE analyses SET people = ? WHERE scope = ? AND article_id = ? AND EXISTS "
                "(SELECT 1 FROM articles WHERE scope = ? AND id = ? AND digest = ?)",
                [
                    (sealed(EVERYBODY, key, packed.encode()), EVERYBODY, key[0], EVERYBODY, *key)
                    for key, packed in people.items()
                ],
            )


def article_queries(scope: str, which: str = "", values: tuple[object, ...] = ()) -> list[Query]:
    """Return the queries whose rows :func:`unpacked` takes.

    Args:
        scope: The owner of the articles.
        which: What the articles' ids have to be, after the name of the column; all if left out.
        values: The parameters of that.
    """
    of_article, of_passage = (
        f"AND {column} {which}" if which else "" for column in ("articles.id", "article_id")
    )
    return [
        (
            f"SELECT {ARTICLE_IN_FULL}, checksum, removals, encoding, people "  # noqa: S608 - constant names
            "FROM articles "
            "LEFT JOIN removals ON removals.scope = articles.scope AND removals.article_id = id "
            "LEFT JOIN analyses ON analyses.scope = articles.scope AND analyses.article_id = id "
            f"WHERE articles.scope = ? {of_article} ORDER BY file",
            (scope, *values),
        ),
        (
            f"SELECT {PASSAGE} FROM passages "  # noqa: S608 - constant names
            f"WHERE scope = ? {of_passage} ORDER BY article_id, position",
            (scope, *values),
        ),
        ("SELECT version FROM shelf_versions WHERE scope = ?", (scope,)),
    ]


async def unpacked(
    database: Database, scope: str, rows: Sequence[Sequence[sqlite3.Row]]
) -> StoredArticles:
    """Return what the rows of :func:`article_queries` hold; what is damaged is deleted."""
    articles, passages, versions = rows
    version = max((row["version"] for row in versions), default=0)
    delete = functools.partial(_delete_damaged, database, scope)
    return await unpacked_articles(articles, passages, version, delete)


async def _delete_damaged(
    database: Database, scope: str, damaged: Sequence[tuple[object, object]]
) -> None:
    async with database.transaction() as connection:
        await connection.executemany(
            "DELETE FROM articles WHERE scope = ? AND id = ? AND checksum = ?",
            [(scope, *one) for one in damaged],
        )


async def put_articles(
    connection: aiosqlite.Connection,
    scope: str,
    changed: Sequence[Article],
    removed: Collection[str],
    encodings: Mapping[ArticleKey, EncodedArticle],
    people: Mapping[ArticleKey, str],
) -> None:
    """Write articles and delete others within a transaction, as :meth:`SqliteArticleStore.save`."""
    gone = [(scope, article_id) for article_id in {*removed, *(a.id for a in changed)}]
    await connection.executemany("DELETE FROM articles WHERE scope = ? AND id = ?", gone)
    for table, columns, rows in new_rows(scope, changed, encodings, people):
        places = ", ".join("?" * (columns.count(",") + 1))
        await connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - constant names
            rows,
        )


async def raise_version(connection: aiosqlite.Connection, scope: str) -> int:
    """Return the version that a scope has from now on, within a transaction."""
    versions = await connection.execute_fetchall(
        "INSERT INTO shelf_versions VALUES (?, 1) "
        "ON CONFLICT (scope) DO UPDATE SET version = version + 1 RETURNING version",
        (scope,),
    )
    return int(next(iter(versions))[0])
