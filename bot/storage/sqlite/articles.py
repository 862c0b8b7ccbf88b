"""The articles, with their passages and what was found in them, in SQLite."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import json
import logging
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.articles.article import Article, Passage, Removal
from bot.articles.encoded import EncodedArticle
from bot.monitoring.garbage_collection import without_collection
from bot.storage.errors import DatabaseError
from bot.storage.stores import EVERYBODY, StoredArticles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bot.articles.article import ArticleKey
    from bot.storage.sqlite.database import Database

log = logging.getLogger(__name__)

_ARTICLE = "scope, id, file, title, source, author, date, url, language, digest"
_PASSAGE = "scope, article_id, position, id, number, heading, text, sentences"
_CHECKSUM_BYTES = 16


class SqliteArticleStore:
    """Saves and loads articles with their encodings and their people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, scope: str = EVERYBODY) -> StoredArticles:
        """Return the articles of a scope, with their encodings and their people.

        An article that is not what was saved is left out, with a line in the log.
        """
        articles = await self._database.fetch(
            f"SELECT {_columns('articles', _ARTICLE)}, checksum, removals, encoding, people "  # noqa: S608 - names of ours
            "FROM articles "
            "LEFT JOIN removals ON removals.scope = articles.scope AND removals.article_id = id "
            "LEFT JOIN analyses ON analyses.scope = articles.scope AND analyses.article_id = id "
            "WHERE articles.scope = ? ORDER BY file",
            (scope,),
        )
        passages = await self._database.fetch(
            f"SELECT {_PASSAGE} FROM passages "  # noqa: S608 - names of ours
            "WHERE scope = ? ORDER BY article_id, position",
            (scope,),
        )
        versions = await self._database.fetch(
            "SELECT version FROM shelf_versions WHERE scope = ?", (scope,)
        )
        version = max((row["version"] for row in versions), default=0)
        with without_collection(len(passages)):
            stored, damaged = await asyncio.to_thread(_unpack, articles, passages, version)
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
        gone = [(scope, article_id) for article_id in {*removed, *(a.id for a in changed)}]
        async with self._database.transaction() as connection:
            await connection.executemany("DELETE FROM articles WHERE scope = ? AND id = ?", gone)
            for table, columns, rows in _new_rows(scope, changed, encodings, people):
                places = ", ".join("?" * (columns.count(",") + 1))
                await connection.executemany(
                    f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - names of ours
                    rows,
                )
            versions = await connection.execute_fetchall(
                "INSERT INTO shelf_versions VALUES (?, 1) "
                "ON CONFLICT (scope) DO UPDATE SET version = version + 1 RETURNING version",
                (scope,),
            )
            return int(next(iter(versions))[0])

    async def save_people(self, people: Mapping[ArticleKey, str], scope: str = EVERYBODY) -> None:
        """Write the people of articles that were saved before their people were found."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "UPDATE analyses SET people = ? WHERE scope = ? AND article_id = ? AND EXISTS "
                "(SELECT 1 FROM articles WHERE scope = ? AND id = ? AND digest = ?)",
                [
                    (_sealed(scope, key, packed.encode()), scope, key[0], scope, *key)
                    for key, packed in people.items()
                ],
            )


def _new_rows(
    scope: str,
    articles: Sequence[Article],
    encodings: Mapping[ArticleKey, EncodedArticle],
    people: Mapping[ArticleKey, str],
) -> Iterator[tuple[str, str, Iterable[tuple[object, ...]]]]:
    """Return each table, in the order in which they refer to each other, with its new rows."""
    yield "articles", f"{_ARTICLE}, checksum", (_article_row(scope, a) for a in articles)
    removals = ((scope, a.id, _packed_removals(a)) for a in articles)
    yield "removals", "scope, article_id, removals", removals
    yield "passages", _PASSAGE, (row for a in articles for row in _passage_rows(scope, a))
    analyses = (
        (
            scope,
            a.id,
            _sealed(scope, a.key, encodings[a.key].to_bytes()),
            _sealed(scope, a.key, people[a.key].encode()) if a.key in people else None,
        )
        for a in articles
    )
    yield "analyses", "scope, article_id, encoding, people", analyses


def _columns(table: str, names: str) -> str:
    return ", ".join(f"{table}.{name}" for name in names.split(", "))


def _article_row(scope: str, article: Article) -> tuple[object, ...]:
    row = (
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
    )
    return (*row, _checksum(row, _packed_removals(article), _passage_rows(scope, article)))


def _packed_removals(article: Article) -> str:
    removals = [[removal.text, removal.why] for removal in article.removals]
    return json.dumps(removals, ensure_ascii=False)


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


def _checksum(
    article: Iterable[object], removals: object, passages: Iterable[Iterable[object]]
) -> str:
    """Return the checksum of everything that is shown of an article."""
    digest = hashlib.blake2b(digest_size=_CHECKSUM_BYTES)
    for row in ((*article, removals), *passages):
        digest.update("\x1f".join(map(str, row)).encode(errors="surrogatepass"))
        digest.update(b"\x1e")
    return digest.hexdigest()


def _sealed(scope: str, key: ArticleKey, content: bytes) -> bytes:
    """Return what was found in an article behind a checksum that names the article."""
    whose = "\x1f".join((scope, *key)).encode(errors="surrogatepass")
    digest = hashlib.blake2b(whose + b"\x1e" + content, digest_size=_CHECKSUM_BYTES)
    return digest.digest() + content


def _unsealed(scope: str, key: ArticleKey, sealed: object) -> bytes | None:
    """Return what was found in an article, or ``None`` if it is missing or damaged."""
    if not isinstance(sealed, bytes):
        return None
    content = sealed[_CHECKSUM_BYTES:]
    return content if _sealed(scope, key, content) == sealed else None


def _encoding(row: sqlite3.Row, article: Article) -> EncodedArticle | None:
    """Return an article's encoding, or ``None`` if it has to be made anew."""
    if row["encoding"] is None:
        return None
    packed = _unsealed(row["scope"], article.key, row["encoding"])
    try:
        if packed is not None:
            return EncodedArticle.from_bytes(packed)
    except ValueError as error:
        log.warning("%s: %s; it is encoded anew", article.file, error)
    else:
        log.warning("%s: its encoding is damaged; it is encoded anew", article.file)
    return None


def _unpack(
    articles: Sequence[sqlite3.Row], passages: Sequence[sqlite3.Row], version: int
) -> tuple[StoredArticles, list[object]]:
    """Return what the rows hold, and the ids of the articles that are damaged."""
    by_article: dict[object, list[tuple[Any, ...]]] = defaultdict(list)
    for row in passages:
        by_article[row["article_id"]].append(tuple(row))
    found: list[Article] = []
    damaged: list[object] = []
    encodings: dict[ArticleKey, EncodedArticle] = {}
    people: dict[ArticleKey, str] = {}
    fields = _ARTICLE.count(",") + 1
    for row in articles:
        of_article = by_article[row["id"]]
        # Without a checksum and a digest it is from before there were checksums: it is served
        # only where its file can't be read again.
        is_old = not row["checksum"] and not row["digest"]
        checksum = _checksum(tuple(row)[:fields], row["removals"], of_article)
        article = _article(row, of_article) if is_old or checksum == row["checksum"] else None
        if article is None:
            log.warning("%s is damaged in the database; its file is read again", row["file"])
            damaged.append(row["id"])
            continue
        found.append(article)
        encoding = _encoding(row, article)
        if encoding is not None:
            encodings[article.key] = encoding
        packed = _unsealed(row["scope"], article.key, row["people"])
        if packed is not None:
            people[article.key] = packed.decode()
    return StoredArticles(tuple(found), encodings, people, version), damaged


def _article(row: sqlite3.Row, passages: Iterable[tuple[Any, ...]]) -> Article | None:
    """Return the article that rows hold, or ``None`` if they can't hold one."""
    try:
        return _read_article(row, passages)
    except (TypeError, ValueError):
        return None


def _read_article(row: sqlite3.Row, passages: Iterable[tuple[Any, ...]]) -> Article:
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
        passages=tuple(
            Passage(passage_id, number, text, _spans(sentences), heading)
            for _, _, _, passage_id, number, heading, text, sentences in passages
        ),
        removals=tuple(Removal(text, why) for text, why in json.loads(row["removals"])),
    )


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    numbers = list(map(int, text.split()))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
