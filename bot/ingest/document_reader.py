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
    from bot.ingest.feed import Feed

SECONDS = 9.0
"""How much time of a processor one document may take."""

_STUDY_COSTS = 5


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be read.

    Attributes:
        file: Its path in the corpus folder, with forward slashes.
        article_id: The id that its article gets.
        content: Its bytes.
        feed: Where it is from, if it is a feed, which names articles and is none.
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
    """An article that was read before, to be analysed further.

    Attributes:
        article: The article.
        find: Called with it; a function that can be imported by its name.
    """

    article: Article
    find: Callable[[Article], object]

    @property
    def file(self) -> str:
        """The article's path in the corpus folder."""
        return self.article.file

    @property
    def size(self) -> int:
        """How much work it is, in bytes of a document that would take as long to read."""
        return _STUDY_COSTS * sum(len(passage.text) for passage in self.article.passages)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a document or a study: an article, a finding, or a refusal.

    Attributes:
        article: The article, unless it was refused or read before.
        analysis: What the reader's ``analyse``, or the study's ``find``, returned for the article.
        refusal: Why the document is no article, if it is none.
        feed: The feed that the document is, if it is one.
    """

    article: Article | None = None
    analysis: object = None
    refusal: Refusal | None = None
    feed: Feed | None = None


class DocumentReader(Protocol):
    """Reads documents one after the other."""

    def read(self, documents: Iterable[Document | Study]) -> Iterator[Reading]:
        """Yield a reading for each document, in the same order; no document raises anything."""


class ClosableReader(DocumentReader, Protocol):
    """A reader that has something to let go of, and does so where a ``with`` block ends."""

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
        """End at once; what another thread is reading ends with an error."""


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
        """Yield a reading for each document, in the same order; no document raises anything."""
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
    """Read and analyse a document, or study; one that makes anything fail is refused."""
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
    except Exception as error:  # a mistake of ours may cost this document, but no other
        return refuse(
            document,
            f"reading it failed ({type(error).__name__}), which is a mistake in Footnote: "
            "please report it with the file; until then, saving it as plain text may help",
        )


def _read_feed(document: Document, address: str) -> Reading:
    from bot.ingest.feed import FeedError, read_feed  # noqa: PLC0415 - for this alone

    try:
        return Reading(feed=read_feed(document.content, address))
    except FeedError as error:
        return refuse(document, str(error))


def refuse(document: Document | Study, reason: str) -> Reading:
    """Return the reading of a document that is refused."""
    return Reading(refusal=Refusal(document.file, reason))


def out_of_time(seconds: float) -> str:
    """Return the reason of a document that took too long."""
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
