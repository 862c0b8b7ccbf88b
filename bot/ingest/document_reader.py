"""Read documents safely: whatever goes wrong, only that document is refused."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from bot.ingest.reader import parse_article
from bot.ingest.refusal import Refusal, RefusedFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType, TracebackType

    from bot.articles.article import Article
    from bot.ingest.formats.feed import Feed

SECONDS = 9.0
"""The maximum CPU time for one document, in seconds."""

_STUDY_COSTS = 5
"""How many times as long a study of an article takes as reading as many characters."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to read.

    Attributes:
        file: Its path in the corpus folder, with forward slashes.
        article_id: The id that its article gets.
        content: Its bytes.
        feed: The address of a feed, if the document is a feed rather than an article.
    """

    file: str
    article_id: str
    content: bytes
    feed: str | None = None

    @property
    def size(self) -> int:
        """How much there is to read, in bytes."""
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Study:
    """A further analysis of an article that was read before.

    Attributes:
        article: The article.
        find: The analysis; it must be importable by name, to be pickled.
    """

    article: Article
    find: Callable[[Article], object]

    @property
    def file(self) -> str:
        """The article's path in the corpus folder."""
        return self.article.file

    @property
    def size(self) -> int:
        """The amount of work, as the size of a document that takes as long to read, in bytes."""
        return _STUDY_COSTS * sum(len(passage.text) for passage in self.article.passages)


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a document or of a study: an article, an analysis, or a refusal.

    Attributes:
        article: The article, unless it was refused or read before.
        analysis: What the reader's ``analyse``, or the study's ``find``, returned for the article.
        refusal: Why the document was refused, if it was.
        feed: The feed that the document is, if it is one.
        feed_link: The address of the feed that it names, if it is a page in a feed's place.
    """

    article: Article | None = None
    analysis: object = None
    refusal: Refusal | None = None
    feed: Feed | None = None
    feed_link: str | None = None


class DocumentReader(Protocol):
    """Reads documents one after the other."""

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in order; a document never raises an error."""


class ClosableReader(DocumentReader, Protocol):
    """A reader with resources, which are released at the end of a ``with`` block."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop at once; readings in other threads end with an error."""


class _OutOfTime(BaseException):
    """Raised by the alarm; no ``except Exception`` of a library may swallow it."""


class DirectReader:
    """Reads documents in this process.

    Args:
        analyse: Called with each article; what it returns is kept with the article.
        seconds: How much time of a processor one document may take; kept in the main thread
            alone, as only there a signal can interrupt.
    """

    def __init__(
        self, analyse: Callable[[Article], object] | None = None, seconds: float = SECONDS
    ) -> None:
        self._analyse = analyse
        self._seconds = seconds

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in order; a document never raises an error."""
        for document in documents:
            try:
                with _deadline(self._seconds):
                    reading = read_document(document, self._analyse)
            except _OutOfTime:
                reading = refuse(document, out_of_time(self._seconds))
            yield reading


def read_document(
    document: Document | Study, analyse: Callable[[Article], object] | None = None
) -> Reading:
    """Read and analyse a document, or perform a study; a failure refuses the document."""
    try:
        if isinstance(document, Study):
            return Reading(analysis=document.find(document.article))
        if document.feed is not None:
            return _read_feed(document, document.feed)
        article = parse_article(document.content, document.file, document.article_id)
        return Reading(article, analyse(article) if analyse else None)
    except RefusedFileError as error:
        return Reading(refusal=Refusal(error.file, error.reason))
    except MemoryError:
        return refuse(document, "it takes too much memory to read: split it, or save it as text")
    except Exception as error:  # a bug in Footnote may cost this document, but no other
        return refuse(
            document,
            f"reading it failed ({type(error).__name__}), which is a bug in Footnote: "
            "please report it with the file; until then, saving it as plain text may help",
        )


def _read_feed(document: Document, address: str) -> Reading:
    from bot.ingest.formats.feed import FeedError, read_feed  # noqa: PLC0415 - for this alone
    from bot.ingest.formats.feed_link import feed_link  # noqa: PLC0415 - the same

    try:
        return Reading(feed=read_feed(document.content, address))
    except FeedError as error:
        found = feed_link(document.content, address)
        return Reading(feed_link=found) if found else refuse(document, str(error))


def refuse(document: Document | Study, reason: str) -> Reading:
    """Return a reading that refuses a document."""
    return Reading(refusal=Refusal(document.file, reason))


def out_of_time(seconds: float) -> str:
    """Return the reason for refusing a document that took too long."""
    return f"it takes more than {seconds:g} seconds to read: split it, or save it as plain text"


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise :class:`_OutOfTime` in the main thread once the time is up."""
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer")):
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGPROF, interrupt)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
