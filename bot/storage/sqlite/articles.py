"""Keep the last good version of every article with its passages."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from bot.articles.article import Article, Passage, Removal
from bot.articles.encoded import EncodedArticle
from bot.monitoring.garbage_collection import without_collection
from bot.storage.stores import EVERYBODY, StoredArticles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.articles.article import ArticleKey
    from bot.storage.sqlite.database import Database

log = logging.getLogger(__name__)


class SqliteArticleStore:
    """Saves and loads articles with their encodings and their people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> StoredArticles:
        """Return every article of a scope, in the order of their files, and what is known of it."""
        articles = await self._database.fetch(
            "SELECT articles.*, encoding, people FROM articles LEFT JOIN analyses "
            "ON analyses.scope = articles.scope AND analyses.article_id = articles.id "
            "WHERE articles.scope = ? ORDER BY file",
            (scope,),
        )
        passages = await self._database.fetch(
            "SELECT article_id, id, number, heading, text, sentences FROM passages "
            "WHERE scope = ? ORDER BY article_id, position",
            (scope,),
        )
        with without_collection(len(passages)):
            return await asyncio.to_thread(_unpack, articles, passages)

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        encodings: Mapping[ArticleKey, EncodedArticle],
        people: Mapping[ArticleKey, str],
        scope: str = EVERYBODY,
    ) -> None:
        """Write new and changed articles and forget removed ones, all or nothing.

        Args:
            changed: Articles to add or to put in the place of an earlier version.
            removed: Ids of articles to forget.
            encodings: The encodings of the changed articles, by article.
            people: The people found in them, packed; those of an article may be missing.
            scope: Whose articles they are.
        """
        if not changed and not removed:
            return
        gone = [(scope, article_id) for article_id in {*removed, *(a.id for a in changed)}]
        async with self._database.transaction() as connection:
            await connection.executemany("DELETE FROM articles WHERE scope = ? AND id = ?", gone)
            await connection.executemany(
                "INSERT INTO articles (scope, id, file, title, source, author, date, url, "
                "language, digest, removals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_article_row(scope, article) for article in changed),
            )
            await connection.executemany(
                "INSERT INTO passages (scope, article_id, position, id, number, heading, text, "
                "sentences) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (row for article in changed for row in _passage_rows(scope, article)),
            )
            await connection.executemany(
                "INSERT INTO analyses (scope, article_id, encoding, people) VALUES (?, ?, ?, ?)",
                ((scope, a.id, encodings[a.key].to_bytes(), people.get(a.key)) for a in changed),
            )

    async def save_people(self, people: Mapping[ArticleKey, str], scope: str = EVERYBODY) -> None:
        """Write the people of articles that were saved before their people were looked for."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "UPDATE analyses SET people = ? WHERE scope = ? AND article_id = ? AND EXISTS "
                "(SELECT 1 FROM articles WHERE scope = ? AND id = ? AND digest = ?)",
                [
                    (packed, scope, article_id, scope, article_id, digest)
                    for (article_id, digest), packed in people.items()
                ],
            )


def _article_row(scope: str, article: Article) -> tuple[object, ...]:
    removals = [[removal.text, removal.why] for removal in article.removals]
    return (
        scope,
        article.id,
        article.file,
        article.title,
        article.source,
        article.author,
        article.date.isoformat() if article.date else None,
        article.url,
        article.language,
        article.digest,
        json.dumps(removals, ensure_ascii=False),
    )


def _passage_rows(scope: str, article: Article) -> Iterator[tuple[object, ...]]:
    for position, passage in enumerate(article.passages):
        sentences = " ".join(map(str, chain.from_iterable(passage.sentences)))
        yield (
            scope,
            article.id,
            position,
            passage.id,
            passage.number,
            passage.heading,
            passage.text,
            sentences,
        )


def _unpack(articles: Sequence[sqlite3.Row], passages: Sequence[sqlite3.Row]) -> StoredArticles:
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for article_id, passage_id, number, heading, text, sentences in passages:
        by_article[article_id].append(Passage(passage_id, number, text, _spans(sentences), heading))
    found = tuple(_article(row, tuple(by_article[row["id"]])) for row in articles)
    encodings: dict[ArticleKey, EncodedArticle] = {}
    people: dict[ArticleKey, str] = {}
    for article, row in zip(found, articles, strict=True):
        if row["people"] is not None:
            people[article.key] = row["people"]
        if row["encoding"] is not None:
            try:
                encodings[article.key] = EncodedArticle.from_bytes(row["encoding"])
            except ValueError as error:
                log.warning("%s: %s; it is encoded anew", article.file, error)
    return StoredArticles(found, encodings, people)


def _article(row: sqlite3.Row, passages: tuple[Passage, ...]) -> Article:
    return Article(
        id=row["id"],
        file=row["file"],
        title=row["title"],
        source=row["source"],
        author=row["author"],
        date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
        url=row["url"],
        language=row["language"],
        digest=row["digest"],
        passages=passages,
        removals=tuple(Removal(text, why) for text, why in json.loads(row["removals"])),
    )


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    numbers = list(map(int, text.split()))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
