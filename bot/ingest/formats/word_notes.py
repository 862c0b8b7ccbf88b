"""Read the footnotes and endnotes of a Word document, which python-docx ignores."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_KINDS = ("footnote", "endnote")


def notes_of(document: Document) -> Iterator[BaseOxmlElement]:
    """Yield the notes that a document's text refers to: footnotes first, each kind in its order.

    Args:
        document: The document, unwrapped.

    Raises:
        XMLSyntaxError: The notes are damaged.
        PythonDocxError: As well.
    """
    return chain.from_iterable(_notes(document, kind) for kind in _KINDS)


def _notes(document: Document, kind: str) -> Iterator[BaseOxmlElement]:
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    notes = {
        note.get(qn("w:id")): cast("BaseOxmlElement", note)
        for part in _parts(document, kind)
        for note in part.iterchildren(qn(f"w:{kind}"))
    }
    for reference in document.element.body.iter(qn(f"w:{kind}Reference")):
        # Separators are notes as well, but no text refers to them; a note may be referred to twice.
        note = notes.pop(reference.get(qn("w:id")), None)
        if note is not None:
            yield note


def _parts(document: Document, kind: str) -> Iterator[BaseOxmlElement]:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - for this alone

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
            yield parse_xml(relation.target_part.blob)
