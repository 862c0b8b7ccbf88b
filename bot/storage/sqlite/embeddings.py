"""The embeddings of articles, in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.articles.article import ArticleKey
    from bot.storage.sqlite.database import Database


class SqliteEmbeddingStore:
    """The embeddings of each article, as bytes; they are deleted with the article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> dict[ArticleKey, bytes]:
        """Return the embeddings of a scope, by article."""
        rows = await self._database.fetch(
            "SELECT article_id, digest, vectors FROM embeddings WHERE scope = ?", (scope,)
        )
        return {(row["article_id"], row["digest"]): row["vectors"] for row in rows}

    async def save(self, embeddings: Mapping[ArticleKey, bytes], scope: str = EVERYBODY) -> None:
        """Write embeddings, except those of articles that have changed in the meantime."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "INSERT OR REPLACE INTO embeddings (scope, article_id, digest, vectors) "
                "SELECT scope, id, digest, ? FROM articles "
                "WHERE scope = ? AND id = ? AND digest = ?",
                [
                    (vectors, scope, article_id, digest)
                    for (article_id, digest), vectors in embeddings.items()
                ],
            )
