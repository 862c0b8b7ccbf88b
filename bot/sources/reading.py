"""Read a server's documents, in a separate process, into articles of that server."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bot.fetching.web_address import address_of_article, host_of
from bot.ingest.document_reader import Document
from bot.ingest.refusal import NO_ARTICLE, NO_PROSE
from bot.library.analysis.article_analysis import ArticleAnalysis
from bot.library.analysis.encoding import encode_articles
from bot.sources.errors import NOT_READ, SourceError
from bot.sources.reasons import Reason
from bot.storage.sources import Entry, SourceChange

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.articles.encoded import EncodedArticle
    from bot.fetching.content_kind import Kind
    from bot.fetching.fetcher import Fetched
    from bot.ingest.document_reader import DocumentReader, Reading
    from bot.ingest.formats.feed import Feed
    from bot.storage.sources import Source

_SUFFIXES: dict[Kind, str] = {"page": ".html", "text": ".txt", "pdf": ".pdf", "feed": ".xml"}
_DIGEST_LENGTH = 20
_NO_TEXT = (
    "no article text was found in the page, which may need a browser or an account: paste its text "
    "instead, with /sources add and no option"
)
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read, with its analysis.

    Attributes:
        key: Its key among the articles of the server: an address, or a file's name.
        article: The article.
        encoding: Its words.
        people: Its people, packed; ``None`` where they have not been searched for.
        as_of: The day on which the page had this text; ``None`` for a file.
    """

    key: str
    article: Article
    encoding: EncodedArticle
    people: str | None
    as_of: dt.date | None = None


class SourceReader:
    """Reads files, pages and feeds.

    Args:
        reader: Reads and analyses documents, such as a
            :class:`~bot.ingest.workers.worker.Worker` with an
            :class:`~bot.library.analysis.article_analysis.ArticleAnalyser`.
    """

    def __init__(self, reader: DocumentReader) -> None:
        self._reader = reader
        # Waiting for it must not use up all threads, which other work needs.
        self._turn = asyncio.Lock()

    async def file(self, scope: str, source_id: str, name: str, content: bytes) -> ReadArticle:
        """Read a file that somebody sent.

        Args:
            scope: Its owner.
            source_id: The source that it belongs to.
            name: Its name; the ending tells the format.
            content: Its bytes.

        Raises:
            SourceError: It can't be an article; the message says how to fix it.
        """
        key = f"{source_id}/{name}"
        reading = await self._read(Document(name, own_id(scope, key), content))
        return await _made(reading, name, scope, key)

    async def page(self, scope: str, fetched: Fetched) -> ReadArticle:
        """Read a page, a text or a PDF that was fetched.

        Raises:
            SourceError: It can't be an article; the message says why.
        """
        name = _name_of(fetched)
        reading = await self._read(Document(name, own_id(scope, fetched.address), fetched.content))
        if reading.article is None:
            raise _not_read(_of_a_link(reading), host_of(fetched.address))
        named = reading.article.url
        address = address_of_article(fetched.address, named)
        source = reading.article.source or host_of(address) or None
        today = dt.datetime.now(dt.UTC).date()
        date = credible_day(reading.article.date, today)
        article = replace(reading.article, url=address, source=source, date=date)
        reading = replace(reading, article=article)
        read = await _made(reading, host_of(address), scope, address)
        return replace(read, as_of=today)

    async def feed(self, fetched: Fetched) -> Feed:
        """Read a feed that was fetched.

        Raises:
            SourceError: It is none; the message says why.
        """
        name = host_of(fetched.address)
        document = Document(name, "", fetched.content, feed=fetched.address)
        reading = await self._read(document)
        if reading.feed is None:
            raise _not_read(reading, name)
        return reading.feed

    async def feed_link(self, fetched: Fetched) -> str | None:
        """Return the address of the feed that a page names, or ``None``."""
        document = Document(host_of(fetched.address), "", fetched.content, feed=fetched.address)
        return (await self._read(document)).feed_link

    async def _read(self, document: Document) -> Reading:
        async with self._turn:
            return await asyncio.to_thread(lambda: next(iter(self._reader.read([document]))))


def credible_day(said: dt.date | None, today: dt.date) -> dt.date | None:
    """Return the day that a site says an article is of, or ``None`` if it is still to come.

    An article of the future would count as the newest until then. Tomorrow is believed, as in some
    time zones it has begun.

    Args:
        said: What the site says.
        today: The day on which that was read, in UTC.
    """
    return said if said is not None and said - today <= _A_DAY else None


def own_id(scope: str, key: str) -> str:
    """Return the id of a server's own article, which reveals nothing about the article."""
    digest = hashlib.sha256(f"{scope}\x1f{key}".encode(errors="surrogatepass"))
    return f"own-{digest.hexdigest()[:_DIGEST_LENGTH]}"


def with_id(article: Article, article_id: str) -> Article:
    """Return an article under another id, which its passages' ids begin with.

    Its file, which logs may name, is called by the id as well.
    """
    passages = tuple(
        replace(passage, id=article_id + passage.id.removeprefix(article.id))
        for passage in article.passages
    )
    return replace(article, id=article_id, file=article_id, passages=passages)


async def _made(reading: Reading, name: str, scope: str, key: str) -> ReadArticle:
    if reading.article is None:
        raise _not_read(reading, name)
    article = await asyncio.to_thread(with_id, reading.article, own_id(scope, key))
    if isinstance(reading.analysis, ArticleAnalysis):
        return ReadArticle(key, article, reading.analysis.encoding, reading.analysis.people)
    (encoding,) = await asyncio.to_thread(encode_articles, [article], {})
    return ReadArticle(key, article, encoding, None)


def under_id(read: ReadArticle, article_id: str) -> ReadArticle:
    """Return a reading under the id that the article had before."""
    return replace(read, article=with_id(read.article, article_id))


def _of_a_link(reading: Reading) -> Reading:
    """Return a reading whose refusal tells a member with a link, not a file, what to do."""
    refusal = reading.refusal
    if refusal is None or refusal.reason not in {NO_PROSE, NO_ARTICLE}:
        return reading
    return replace(reading, refusal=replace(refusal, reason=_NO_TEXT))


def _not_read(reading: Reading, name: str) -> SourceError:
    reason = reading.refusal.reason if reading.refusal else "it holds nothing"
    return SourceError(NOT_READ, name=name, reason=Reason(reason.rstrip(".")))


def _name_of(fetched: Fetched) -> str:
    """Return a file's name for what was fetched; it is the title where there is no other."""
    path = unquote(urlsplit(fetched.address).path).rstrip("/").rpartition("/")[2]
    stem = path.rpartition(".")[0] or path or host_of(fetched.address)
    return stem + _SUFFIXES[fetched.kind or "page"]


def entry_of(
    source: Source, key: str, read: ReadArticle, seen: int, mark: str | None = None
) -> Entry:
    """Return the entry of what was read."""
    day = read.as_of.isoformat() if read.as_of else None
    return Entry(source.id, key, read.article.id, seen, day, mark=mark)


def change_to(source: Source, read: ReadArticle, entry: Entry) -> SourceChange:
    """Return the change that puts a reading onto the shelf."""
    key = read.article.key
    people = {} if read.people is None else {key: read.people}
    return SourceChange(source, [read.article], {key: read.encoding}, people, [entry])
