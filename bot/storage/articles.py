"""Keep the last good version of every article with its passages."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections import defaultdict
from typing import TYPE_CHECKING

from bot.ingest.article import Article, Passage, Removal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from bot.storage.database import Database

EVERYBODY = ""
"""The scope of articles that every server sees."""


class ArticleStore:
    """Save and load articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> tuple[Article, ...]:
        """Load every article of a scope, in the order of their files."""
        articles = await self._database.fetch(
            "SELECT * FROM articles WHERE scope = ? ORDER BY file", (scope,)
        )
        passages = await self._database.fetch(
            "SELECT article_id, id, number, heading, text, sentences FROM passages "
            "WHERE scope = ? ORDER BY article_id, position",
            (scope,),
        )
        return await asyncio.to_thread(_articles, articles, passages)

    async def save(
        self, changed: Sequence[Article], removed: Collection[str], scope: str = EVERYBODY
    ) -> None:
        """Write new and changed articles and forget removed ones, all or nothing.

        Args:
            changed: Articles to add or to put in the place of an earlier version.
            removed: Ids of articles to forget.
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
        sentences = " ".join(f"{start}:{end}" for start, end in passage.sentences)
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


def _articles(
    articles: Sequence[sqlite3.Row], passages: Sequence[sqlite3.Row]
) -> tuple[Article, ...]:
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for article_id, passage_id, number, heading, text, sentences in passages:
        by_article[article_id].append(Passage(passage_id, number, text, _spans(sentences), heading))
    return tuple(
        Article(
            id=row["id"],
            file=row["file"],
            title=row["title"],
            source=row["source"],
            author=row["author"],
            date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
            url=row["url"],
            language=row["language"],
            digest=row["digest"],
            passages=tuple(by_article[row["id"]]),
            removals=tuple(Removal(text, why) for text, why in json.loads(row["removals"])),
        )
        for row in articles
    )


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans = []
    for pair in text.split():
        start, _, end = pair.partition(":")
        spans.append((int(start), int(end)))
    return tuple(spans)
