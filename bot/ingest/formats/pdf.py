"""Read the text of a PDF, in paragraphs, without what is printed on every page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.article import Removal
from bot.articles.storable import storable
from bot.ingest.formats.damaged_file_errors import DAMAGED
from bot.ingest.formats.pdf_tables import with_items, with_tables
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import may_be_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

MOST_PAGES = 500

_DIGITS = re.compile(r"\d++")
_SPACES = re.compile(r"\s++")
_HYPHENATED = re.compile(r"[^\W\d_]{2}-\Z")
_MAX_LAID_OUT = 100_000
"""Characters of a page, its white space among them, up to which tables are looked for."""

_MARGIN_LINES = 2
_SHORT = 60
_LEAST_PAGES = 3
_SHORT_LINE = 0.85
_LONG_SHARE = 0.9
# Placeholders that programs write as the title of a document without one.
_NO_TITLE = re.compile(r"\A(?:untitled|microsoft word|.*\.(?:docx?|pdf|indd|qxd|tex|dvi)\Z)", re.I)


class PdfError(ValueError):
    """The PDF can't be read; the message says how to fix that."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """What was read of a PDF.

    Attributes:
        title: Its title, where it was given one.
        text: Its text, paragraphs separated by blank lines.
        removals: What is printed on every page.
    """

    title: str | None
    text: str
    removals: tuple[Removal, ...]


def read_pdf(content: bytes) -> PdfText:
    """Read the text of a PDF; pictures of text are not read.

    Raises:
        PdfError: It is damaged, has a password, has no text, or has too many pages.
    """
    title, pages = _pages(content)
    pages, removals = _without_margins(pages)
    text = "\n\n".join(_paragraphs([line for page in pages for line in page]))
    if not text.strip():
        message = "it holds no text, only pictures of it: save it as text, or run it through OCR"
        raise PdfError(message)
    return PdfText(title, text, removals)


def _pages(content: bytes) -> tuple[str | None, list[list[str]]]:
    """Return a PDF's title and the lines of its pages."""
    from pypdf import PdfReader  # noqa: PLC0415 - for this alone
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 - the same

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            message = "it is protected with a password: save it without one"
            raise PdfError(message)
        if len(reader.pages) > MOST_PAGES:
            message = f"it has over {MOST_PAGES} pages: split it"
            raise PdfError(message)
        title = reader.metadata.title if reader.metadata else None
        # In a damaged file it may be anything.
        said = title.strip() if isinstance(title, str) else ""
        pages = [_lines(page) for page in reader.pages]
    except PdfError:
        raise
    except (DependencyError, NotImplementedError) as error:  # a kind of encryption
        message = "it is protected with a password: save it without one"
        raise PdfError(message) from error
    except (PyPdfError, *DAMAGED) as error:
        message = "the PDF is damaged: save it again, or as text"
        raise PdfError(message) from error
    return (said if said and not _NO_TITLE.match(said) else None), pages


def _lines(page: PageObject) -> list[str]:
    """Return the lines of a page; a table or a list is one, with line ends in it."""
    lines = [_fold(line) for line in page.extract_text().split("\n")]
    try:
        laid_out = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except DAMAGED:
        return lines  # what was read is the page's text, whatever its places may be
    if len(laid_out) > _MAX_LAID_OUT:
        return lines
    laid_out = storable(laid_out)
    return with_items(with_tables(lines, laid_out), laid_out)


def _fold(line: str) -> str:
    return _SPACES.sub(" ", storable(line)).strip()


def _without_margins(pages: Sequence[list[str]]) -> tuple[list[list[str]], tuple[Removal, ...]]:
    """Remove the lines at the top and the foot that recur on most pages, whatever their numbers."""
    if len(pages) < _LEAST_PAGES:
        return list(pages), ()
    filled = [[line for line in page if line] for page in pages]
    counts = Counter(
        same
        for page in filled
        for same in {_same(line) for line in (*page[:_MARGIN_LINES], *page[-_MARGIN_LINES:])}
    )
    printed = {same for same, count in counts.items() if count * 2 > len(pages)}
    kept, removed = [], []
    for page in pages:
        margins = [i for i, line in enumerate(page) if line]
        margins = [*margins[:_MARGIN_LINES], *margins[-_MARGIN_LINES:]]
        out = {i for i in margins if _same(page[i]) in printed}
        removed += [page[i] for i in sorted(out)]
        kept.append([line for i, line in enumerate(page) if i not in out])
    return kept, tuple(Removal(line, "page header or footer") for line in removed)


def _same(line: str) -> str:
    """Return a line's key for comparing, which ignores digits in short lines (page numbers)."""
    return _DIGITS.sub("0", line.lower()) if len(line) <= _SHORT else line


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Join the lines of each paragraph, as far as their lengths tell where it ends.

    A table is a paragraph, whose rows have a line each.
    """
    lengths = sorted(len(line) for line in lines if line and "\n" not in line)
    full = lengths[int(len(lengths) * _LONG_SHARE)] if lengths else 0
    paragraph = above = ""
    for line in lines:
        if "\n" in line:
            yield from _before_table(paragraph, above)
            paragraph = ""
            yield line
            continue
        above = line or above
        if not line:
            # A page may end in the middle of a sentence, and so may a column.
            if paragraph and ends_like_sentence(paragraph):
                yield paragraph
                paragraph = ""
            continue
        if paragraph and _HYPHENATED.search(paragraph) and line[0].islower():
            paragraph = paragraph[:-1] + line
        else:
            paragraph = f"{paragraph} {line}" if paragraph else line
        is_short = len(line) < _SHORT_LINE * full
        if is_short and (ends_like_sentence(line) or paragraph == line):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _before_table(paragraph: str, last: str) -> Iterator[str]:
    """Yield the paragraph before a table or a list, and a heading that was joined to it."""
    prose = paragraph.removesuffix(last).rstrip()
    if prose != paragraph and ends_like_sentence(prose) and may_be_heading(last):
        yield from (prose, last)
    elif paragraph:
        yield paragraph
