"""Read the paragraphs, lists, tables and notes of a Word document (.docx)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

from bot.ingest.formats.damaged_file_errors import DAMAGED
from bot.ingest.formats.word_bold import OFF, bold_styles, is_bold
from bot.ingest.formats.word_notes import notes_of
from bot.ingest.formats.word_tables import rows_of
from bot.ingest.text.interview import may_be_question
from bot.ingest.text.lists_and_tables import add_list, add_unmarked_table
from bot.ingest.text.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_SPACES = re.compile(r"[ \t\xa0]++")
_HEADING = re.compile(r"\A(?:heading|title|subtitle)\b", re.IGNORECASE)
_TITLE = re.compile(r"\Atitle\b", re.IGNORECASE)
_DEPTH = re.compile(r"\Aheading ([1-9])\Z", re.IGNORECASE)
_WRAPPERS = ("w:sdt", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIST = re.compile(r"\Alist\b", re.IGNORECASE)


class WordDocumentError(ValueError):
    """The document can't be read; the message says how to fix that."""


class _Paragraph(NamedTuple):
    """What is needed of a paragraph.

    Attributes:
        style: Its style's name.
        text: Its text.
        is_item: Whether it is in a list.
        is_bold: Whether it is bold from end to end.
    """

    style: str
    text: str
    is_item: bool
    is_bold: bool = False


def read_word_document(content: bytes) -> tuple[str | None, list[Block]]:
    """Return a document's title, where it was given one, and its blocks in reading order.

    Notes come last, as those of Markdown do.

    Raises:
        WordDocumentError: It is no Word document, or is damaged.
    """
    import docx  # noqa: PLC0415 - for this alone
    from docx.exceptions import PythonDocxError  # noqa: PLC0415 - the same
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - the same

    try:
        document = docx.Document(io.BytesIO(content))
        unwrap(document.element.body)
        parts = [*_parts(document), *_notes(document)]
    except (*DAMAGED, BadZipFile, PythonDocxError, XMLSyntaxError) as error:
        message = "it is not a .docx file, or it is damaged: save it again in Word, or as text"
        raise WordDocumentError(message) from error
    return _title(parts), _blocks(parts)


def unwrap(body: BaseOxmlElement) -> None:
    """Take text out of what python-docx passes over: controls, tracked insertions, text boxes.

    Text that Word hides is taken away: nobody who opens the document sees it there.
    """
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    for hidden in list(body.iter(qn("w:vanish"))):
        run = next(hidden.iterancestors(qn("w:r")), None)
        if hidden.get(qn("w:val")) not in OFF and run is not None:
            run.clear()
    for box in list(body.iter(qn("w:txbxContent"))):
        # What Word writes a second time for older programs is passed over.
        around = {ancestor.tag: ancestor for ancestor in reversed(list(box.iterancestors()))}
        host = next(box.iterancestors(qn("w:p")), None)
        if host is not None and _FALLBACK not in around:
            for child in reversed(list(box)):
                host.addnext(child)
    for wrapper in list(body.iter(*map(qn, _WRAPPERS))):
        inside = wrapper.find(qn("w:sdtContent")) if wrapper.tag == qn("w:sdt") else wrapper
        for child in list(inside) if inside is not None else []:
            wrapper.addprevious(child)
        parent = wrapper.getparent()
        if parent is not None:
            parent.remove(wrapper)


def _parts(document: Document) -> Iterator[_Paragraph | list[list[str]]]:
    """Yield the paragraphs, and the tables as rows of cells, in reading order."""
    from docx.table import Table  # noqa: PLC0415 - for this alone

    names: dict[str | None, str] = {}
    bold = bold_styles(document)
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield [[_fold(text) for text in row] for row in rows_of(part)]
            continue
        # Looking a style up takes far longer than reading the paragraph.
        style_id = part._p.style
        if style_id not in names:
            names[style_id] = (part.style.name or "") if part.style is not None else ""
        properties = part._p.pPr
        numbered = properties is not None and properties.numPr is not None
        style = names[style_id]
        is_item = numbered or bool(_LIST.match(style))
        yield _Paragraph(style, _fold(part.text), is_item, is_bold(part._p, bold))


def _notes(document: Document) -> Iterator[_Paragraph]:
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    for note in notes_of(document):
        unwrap(note)
        for paragraph in note.iter(qn("w:p")):
            yield _Paragraph("", _fold(paragraph.text or ""), is_item=False)


def _title(parts: Iterable[_Paragraph | list[list[str]]]) -> str | None:
    for part in parts:
        if isinstance(part, _Paragraph) and _TITLE.match(part.style) and part.text:
            return part.text
    return None


def _blocks(parts: Iterable[_Paragraph | list[list[str]]]) -> list[Block]:
    """Return paragraphs and tables; the items of a list stand in one block."""
    blocks: list[Block] = []
    items: list[str] = []
    for part in parts:
        heading = isinstance(part, _Paragraph) and bool(_HEADING.match(part.style))
        asked = isinstance(part, _Paragraph) and part.is_bold and may_be_question(part.text)
        if isinstance(part, _Paragraph) and part.is_item and part.text and not (heading or asked):
            items.append(f"• {part.text}")
            continue
        if items:
            add_list(blocks, items)
            items = []
        if not isinstance(part, _Paragraph):
            add_unmarked_table(blocks, part)
        elif part.text and not _TITLE.match(part.style):
            level = _level(part.style)
            block = Block(part.text, is_heading=heading, is_bold=part.is_bold, level=level)
            blocks.append(block)
    if items:
        add_list(blocks, items)
    return blocks


def _level(style: str) -> int:
    """Return how deep a heading of a style stands: that of the first kind is below the title."""
    depth = _DEPTH.search(style)
    return int(depth[1]) + 1 if depth else 0


def _fold(text: str) -> str:
    return _SPACES.sub(" ", text).replace("\n", " ").strip()
