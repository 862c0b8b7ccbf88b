"""The articles, with their passages and what was found in them, in SQLite."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.monitoring.garbage_collection import without_collection
from bot.storage.article_rows import ARTICLE, PASSAGE, columns_of, new_rows, sealed, unpack
from bot.storage.errors import DatabaseError
from bot.storage.stores import EVERYBODY, StoredArticles

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import aiosqlite

    from bot.articles.article import Article, ArticleKey
    from bot.articles.encoded import EncodedArticle
    from bot.storage.sqlite.database import Database

log = logging.getLogger(__name__)


class SqliteArticleStore:
    """Saves and loads articles with their encodings and their people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> StoredArticles:
        """Return the articles of a scope, with their encodings and their people.

        An article that is not what was saved is left out, with a line in the log.
        """
        articles = await self._database.fetch(
            f"SELECT {columns_of('articles', ARTICLE)}, checksum, removals, encoding, people "  # noqa: S608 - names of ours
            "FROM articles "
            "LEFT JOIN removals ON removals.scope = articles.scope AND removals.article_id = id "
            "LEFT JOIN analyses ON analyses.scope = articles.scope AND analyses.article_id = id "
            "WHERE articles.scope = ? ORDER BY file",
            (scope,),
        )
        passages = await self._database.fetch(
            f"SELECT {PASSAGE} FROM passages "  # noqa: S608 - names of ours
            "WHERE scope = ? ORDER BY article_id, position",
            (scope,),
        )
        versions = await self._database.fetch(
            "SELECT version FROM shelf_versions WHERE scope = ?", (scope,)
        )
        version = max((row["version"] for row in versions), default=0)
        with without_collection(len(passages)):
            stored, damaged = await asyncio.to_thread(unpack, articles, passages, version)
        await self._delete_damaged(scope, damaged)
        return stored

    async def _delete_damaged(self, scope: str, damaged: Sequence[object]) -> None:
        if not damaged:
            return
        try:
            async with self._database.transaction() as connection:
                await connection.executemany(
                    "DELETE FROM articles WHERE scope = ? AND id = ?",
                    [(scope, article_id) for article_id in damaged],
                )
        except DatabaseError as error:
            # They are left out of the next load as well.
            log.warning("damaged articles can't be deleted: %s", error)

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        encodings: Mapping[ArticleKey, EncodedArticle],
        people: Mapping[ArticleKey, str],
        scope: str = EVERYBODY,
    ) -> int:
        """Write new and changed articles and delete removed ones, all or nothing.

        Args:
            changed: Articles to add, or to put in the place of an earlier version.
            removed: The ids of the articles to delete.
            encodings: The encodings of the changed articles, by article.
            people: The people found in them, packed; those of an article may be missing.
            scope: Whose articles they are.

        Returns:
            The version of the scope from now on.
        """
        async with self._database.transaction() as connection:
            await put_articles(connection, scope, changed, removed, encodings, people)
            return await raise_version(connection, scope)

    async def save_people(self, people: Mapping[ArticleKey, str]) -> None:
        """Write the people of shared articles that were saved before their people were found."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "UPDATE analyses SET people = ? WHERE scope = ? AND article_id = ? AND EXISTS "
                "(SELECT 1 FROM articles WHERE scope = ? AND id = ? AND digest = ?)",
                [
                    (sealed(EVERYBODY, key, packed.encode()), EVERYBODY, key[0], EVERYBODY, *key)
                    for key, packed in people.items()
                ],
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
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - names of ours
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
