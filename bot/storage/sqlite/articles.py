"""Keep the last good version of every article with its passages."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.article import Article, Passage, Removal
from bot.language.analyzer import Analyzer
from bot.library.analysis import VERSION, Analysis
from bot.monitoring.garbage_collection import without_collection
from bot.retrieval.vocabulary import Vocabulary
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    import aiosqlite

    from bot.storage.sqlite.database import Database


class SqliteArticleStore:
    """The articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> tuple[tuple[Article, ...], Analysis | None]:
        """Load every article of a scope, in the order of their files, with their analysis.

        Returns:
            The articles, and their analysis or ``None`` where another version made it.
        """
        versions = await self._database.fetch("SELECT version FROM analysis")
        is_ours = [row["version"] for row in versions] == [VERSION]
        forms = await self._database.fetch("SELECT form FROM forms ORDER BY id")
        articles = await self._database.fetch(
            "SELECT * FROM articles WHERE scope = ? ORDER BY file", (scope,)
        )
        passages = await self._database.fetch(
            "SELECT article_id, id, number, heading, text, sentences FROM passages "
            "WHERE scope = ? ORDER BY article_id, position",
            (scope,),
        )
        known = [row["form"] for row in forms] if is_ours else None
        with without_collection(len(passages)):
            return await asyncio.to_thread(_unpack, articles, passages, known)

    async def save(
        self,
        changed: Sequence[Article],
        removed: Collection[str],
        analysis: Analysis,
        scope: str = EVERYBODY,
    ) -> None:
        """Write new and changed articles and forget removed ones, all or nothing.

        Args:
            changed: Articles to add or to put in the place of an earlier version.
            removed: Ids of articles to forget.
            analysis: The analysis that the changed articles are in.
            scope: Whose articles they are.
        """
        if not changed and not removed:
            return
        gone = [(scope, article_id) for article_id in {*removed, *(a.id for a in changed)}]
        async with self._database.transaction() as connection:
            await _begin_analysis(connection)
            rows = await connection.execute_fetchall("SELECT count(*) FROM forms")
            saved = next(iter(rows))[0]
            await connection.executemany("DELETE FROM articles WHERE scope = ? AND id = ?", gone)
            await connection.executemany(
                "INSERT INTO articles (scope, id, file, title, source, author, date, url, "
                "language, digest, removals, figures, terms) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_article_row(scope, article, analysis) for article in changed),
            )
            await connection.executemany(
                "INSERT INTO passages (scope, article_id, position, id, number, heading, text, "
                "sentences) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (row for article in changed for row in _passage_rows(scope, article)),
            )
            await connection.executemany(
                "INSERT INTO forms VALUES (?, ?)",
                list(enumerate(analysis.vocabulary.forms[saved:], start=saved)),
            )

    async def save_figures(
        self, articles: Sequence[Article], analysis: Analysis, scope: str = EVERYBODY
    ) -> None:
        """Write the people of articles that were saved before their people were looked for."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "UPDATE articles SET figures = ? WHERE scope = ? AND id = ? AND digest = ?",
                [
                    (
                        analysis.figures[article.key],
                        scope,
                        article.id,
                        article.digest,
                    )
                    for article in articles
                ],
            )


async def _begin_analysis(connection: aiosqlite.Connection) -> None:
    """Forget what another version of the analysis left, before the first of ours is saved."""
    rows = await connection.execute_fetchall("SELECT version FROM analysis")
    if [row["version"] for row in rows] == [VERSION]:
        return
    await connection.execute("DELETE FROM forms")
    await connection.execute("UPDATE articles SET figures = NULL, terms = NULL")
    await connection.execute("DELETE FROM analysis")
    await connection.execute("INSERT INTO analysis VALUES (?)", (VERSION,))


def _article_row(scope: str, article: Article, analysis: Analysis) -> tuple[object, ...]:
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
        analysis.figures.get(article.key),
        analysis.encoded[article.key].astype("<i4").tobytes(),
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


def _unpack(
    articles: Sequence[sqlite3.Row],
    passages: Sequence[sqlite3.Row],
    forms: Sequence[str] | None,
) -> tuple[tuple[Article, ...], Analysis | None]:
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for article_id, passage_id, number, heading, text, sentences in passages:
        by_article[article_id].append(Passage(passage_id, number, text, _spans(sentences), heading))
    found = tuple(_article(row, tuple(by_article[row["id"]])) for row in articles)
    if forms is None:
        return found, None
    analysis = Analysis(Vocabulary(Analyzer(), forms))
    for article, row in zip(found, articles, strict=True):
        key = article.key
        if row["terms"] is not None:
            analysis.encoded[key] = np.frombuffer(row["terms"], dtype="<i4")
        if row["figures"] is not None:
            analysis.figures[key] = row["figures"]
    return found, analysis


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
