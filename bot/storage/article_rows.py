"""The rows that articles are kept as, whatever database keeps them, and their checksums."""

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
from bot.storage.stored_articles import StoredArticles
from bot.storage.stores import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence

    from bot.articles.article import ArticleKey
    from bot.storage.row import Row

log = logging.getLogger(__name__)

ARTICLE = "scope, id, file, title, source, author, date, url, language, digest"
"""The columns of an article, but for its checksum."""

ARTICLE_IN_FULL = ", ".join(f"articles.{name}" for name in ARTICLE.split(", "))
"""The same, each with the name of its table."""

PASSAGE = "scope, article_id, position, id, number, heading, text, sentences"
"""The columns of a passage."""

_CHECKSUM_BYTES = 16


def new_rows(
    scope: str,
    articles: Sequence[Article],
    encodings: Mapping[ArticleKey, EncodedArticle],
    people: Mapping[ArticleKey, str],
) -> Iterator[tuple[str, str, Iterable[tuple[object, ...]]]]:
    """Return each table, in the order in which they refer to each other, with its new rows."""
    yield "articles", f"{ARTICLE}, checksum", (_article_row(scope, a) for a in articles)
    removals = ((scope, a.id, _packed_removals(a)) for a in articles)
    yield "removals", "scope, article_id, removals", removals
    yield "passages", PASSAGE, (row for a in articles for row in _passage_rows(scope, a))
    analyses = (
        (
            scope,
            a.id,
            sealed(scope, a.key, encodings[a.key].to_bytes()),
            sealed(scope, a.key, people[a.key].encode()) if a.key in people else None,
        )
        for a in articles
    )
    yield "analyses", "scope, article_id, encoding, people", analyses


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
    """Return the checksum of everything that is shown of an article.

    It covers each passage's text, sentences, number and heading, and the article's own fields, so
    it is that of each passage too: where a single character of one isn't what was saved, none of
    the article is served, and its file is read again. One that is damaged is seldom alone on its
    page of the database, and reading a file costs milliseconds.
    """
    digest = hashlib.blake2b(digest_size=_CHECKSUM_BYTES)
    for row in ((*article, removals), *passages):
        digest.update("\x1f".join(map(str, row)).encode(errors="surrogatepass"))
        digest.update(b"\x1e")
    return digest.hexdigest()


def sealed(scope: str, key: ArticleKey, content: bytes) -> bytes:
    """Return an analysis with a checksum in front that also covers the article."""
    whose = "\x1f".join((scope, *key)).encode(errors="surrogatepass")
    digest = hashlib.blake2b(whose + b"\x1e" + content, digest_size=_CHECKSUM_BYTES)
    return digest.digest() + content


def _unsealed(scope: str, key: ArticleKey, kept: object) -> bytes | None:
    """Return an analysis, or ``None`` if it is missing or damaged."""
    if not isinstance(kept, bytes):
        return None
    content = kept[_CHECKSUM_BYTES:]
    return content if sealed(scope, key, content) == kept else None


def _encoding(row: Row, article: Article) -> EncodedArticle | None:
    """Return an article's encoding, or ``None`` if it has to be made again."""
    if row["encoding"] is None:
        return None
    packed = _unsealed(row["scope"], article.key, row["encoding"])
    try:
        if packed is not None:
            return EncodedArticle.from_bytes(packed)
    except ValueError as error:
        log.warning("%s: %s; encoding it again", article.file, error)
    else:
        log.warning("%s: its stored encoding is damaged; encoding it again", article.file)
    return None


async def unpacked_articles(
    articles: Sequence[Row],
    passages: Sequence[Row],
    version: int,
    delete: Callable[[Sequence[tuple[object, object]]], Awaitable[None]],
) -> StoredArticles:
    """Return what the rows hold, unpacked in a thread; what is damaged is deleted.

    Args:
        articles: The rows of the articles.
        passages: The rows of their passages.
        version: The version of the scope.
        delete: Deletes articles by their ids and their checksums, as good versions may have taken
            their places.
    """
    with without_collection(len(passages)):
        stored, damaged = await asyncio.to_thread(unpack, articles, passages, version)
    if damaged:
        try:
            await delete(damaged)
        except DatabaseError as error:
            # The next load leaves them out as well.
            log.warning("damaged articles can't be deleted: %s", error)
    return stored


def unpack(
    articles: Sequence[Row], passages: Sequence[Row], version: int
) -> tuple[StoredArticles, list[tuple[object, object]]]:
    """Return what the rows hold, and the ids and checksums of the articles that are damaged."""
    by_article: dict[object, list[tuple[Any, ...]]] = defaultdict(list)
    for row in passages:
        by_article[row["article_id"]].append(tuple(row))
    found: list[Article] = []
    damaged: list[tuple[object, object]] = []
    encodings: dict[ArticleKey, EncodedArticle] = {}
    people: dict[ArticleKey, str] = {}
    fields = ARTICLE.count(",") + 1
    for row in articles:
        of_article = by_article[row["id"]]
        # Without a checksum and a digest it is from before there were checksums: it is served
        # only where its file can't be read again.
        is_old = not row["checksum"] and not row["digest"]
        checksum = _checksum(tuple(row)[:fields], row["removals"], of_article)
        article = _article(row, of_article) if is_old or checksum == row["checksum"] else None
        if article is None:
            _log_damage(row)
            damaged.append((row["id"], row["checksum"]))
            continue
        found.append(article)
        encoding = _encoding(row, article)
        if encoding is not None:
            encodings[article.key] = encoding
        packed = _unsealed(row["scope"], article.key, row["people"])
        if packed is not None:
            people[article.key] = packed.decode()
    return StoredArticles(tuple(found), encodings, people, version), damaged


def _log_damage(row: Row) -> None:
    """Log that an article is damaged, and what becomes of it: only shared ones have a file."""
    if row["scope"] == EVERYBODY:
        log.warning("%s is damaged in the database; reading its file again", row["file"])
    else:
        log.warning(
            "%s of the server %s is damaged in the database, and answers no more: its source has "
            "to be added again",
            row["file"],
            row["scope"],
        )


def _article(row: Row, passages: Iterable[tuple[Any, ...]]) -> Article | None:
    """Return the article that rows hold, or ``None`` if they can't hold one."""
    try:
        return _read_article(row, passages)
    except (TypeError, ValueError):
        return None


def _read_article(row: Row, passages: Iterable[tuple[Any, ...]]) -> Article:
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
