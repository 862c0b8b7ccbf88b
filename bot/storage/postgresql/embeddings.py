"""The embeddings of articles, in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    import asyncpg

    from bot.articles.article import ArticleKey
    from bot.storage.postgresql.database import Database

_SLOW = 120.0


class PostgresEmbeddingStore:
    """The embeddings of each article, as bytes; they are deleted with the article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> dict[ArticleKey, bytes]:
        """Return the embeddings of a scope, by article."""

        async def query(connection: asyncpg.Connection) -> dict[ArticleKey, bytes]:
            rows = await connection.fetch(
                "SELECT article_id, digest, vectors FROM embeddings WHERE scope = $1",
                scope,
                timeout=_SLOW,
            )
            return {(row["article_id"], row["digest"]): row["vectors"] for row in rows}

        return await self._database.read(query)

    async def save(self, embeddings: Mapping[ArticleKey, bytes], scope: str = EVERYBODY) -> None:
        """Write embeddings, except those of articles that have changed in the meantime."""
        rows = [
            (vectors, scope, article_id, digest)
            for (article_id, digest), vectors in sorted(embeddings.items())
        ]

        async def write(connection: asyncpg.Connection) -> None:
            await connection.executemany(
                "INSERT INTO embeddings (scope, article_id, digest, vectors) "
                "SELECT scope, id, digest, $1 FROM articles "
                "WHERE scope = $2 AND id = $3 AND digest = $4 "
                "ON CONFLICT (scope, article_id) "
                "DO UPDATE SET digest = excluded.digest, vectors = excluded.vectors",
                rows,
                timeout=_SLOW,
            )

        await self._database.write(write)
