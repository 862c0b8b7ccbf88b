"""Read the paragraphs, lists and tables of a Word document (.docx)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.ingest.lists_and_tables import add_list, add_table
from bot.ingest.splitter import Block

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_SPACES = re.compile(r"[ \t\xa0]++")
_HEADING = re.compile(r"\A(?:heading|title|subtitle)\b", re.IGNORECASE)
_TITLE = re.compile(r"\Atitle\b", re.IGNORECASE)
_LIST = re.compile(r"\Alist\b", re.IGNORECASE)


class WordDocumentError(ValueError):
    """The document can't be read; the message says how to mend that."""


def read_word_document(content: bytes) -> tuple[str | None, list[Block]]:
    """Return a document's title, where it was given one, and its blocks in reading order.

    Raises:
        WordDocumentError: It is no Word document, or is damaged.
    """
    import docx  # noqa: PLC0415 - for this alone
    from docx.exceptions import PythonDocxError  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(content))
        return _title(document), _blocks(document)
    except (BadZipFile, KeyError, ValueError, PythonDocxError, XMLSyntaxError) as error:
        message = "it is no .docx, or is damaged: save it again in Word, or as text"
        raise WordDocumentError(message) from error


def _title(document: Document) -> str | None:
    for paragraph in document.paragraphs:
        if _TITLE.match(_style(paragraph)) and paragraph.text.strip():
            return _fold(paragraph.text)
    return None


def _blocks(document: Document) -> list[Block]:
    """Return paragraphs and tables; the items of a list stand in one block."""
    from docx.table import Table  # noqa: PLC0415 - for this alone

    blocks: list[Block] = []
    items: list[str] = []
    for part in document.iter_inner_content():
        if not isinstance(part, Table) and _is_item(part):
            items.append(f"• {_fold(part.text)}")
            continue
        if items:
            add_list(blocks, items)
            items = []
        if isinstance(part, Table):
            _add_table(part, blocks)
        elif _TITLE.match(_style(part)):
            continue
        elif part.text.strip():
            heading = bool(_HEADING.match(_style(part)))
            blocks.append(Block(_fold(part.text), is_heading=heading))
    if items:
        add_list(blocks, items)
    return blocks


def _is_item(paragraph: Paragraph) -> bool:
    if not paragraph.text.strip() or _HEADING.match(_style(paragraph)):
        return False
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return numbered or bool(_LIST.match(_style(paragraph)))


def _add_table(table: Table, blocks: list[Block]) -> None:
    rows = [[_fold(cell.text) for cell in row.cells] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if rows and max(map(len, rows)) == 1:
        blocks.extend(Block(row[0], is_heading=False) for row in rows)
    elif rows:
        add_table(blocks, rows[0] if len(rows) > 1 else [], rows[1:] if len(rows) > 1 else rows)


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "") if paragraph.style is not None else ""


def _fold(text: str) -> str:
    return _SPACES.sub(" ", text).replace("\n", " ").strip()
