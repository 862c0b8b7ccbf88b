"""Find the paragraphs of a Word document that are bold from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.etree import _Element

OFF = frozenset({"0", "false", "off"})
"""Values by which a property of a text is turned off."""


def bold_styles(document: Document) -> frozenset[str]:
    """Return the ids of the styles that make a text bold, those aside that a table has."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    return frozenset(
        style.get(qn("w:styleId"), "")
        for style in document.styles.element.iterchildren(qn("w:style"))
        if _turned_on(style.find(qn("w:rPr"))) and style.get(qn("w:type")) != "table"
    )


def is_bold(paragraph: BaseOxmlElement, styles: frozenset[str]) -> bool:
    """Return whether a paragraph has text, and all of it is bold.

    Args:
        paragraph: The paragraph.
        styles: The styles that make a text bold.
    """
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    around = named is not None and named.get(qn("w:val")) in styles
    found = False
    for text in paragraph.iter(qn("w:t")):
        run = text.getparent()
        if run is None or not (text.text or "").strip():
            continue
        said = run.find(qn("w:rPr"))
        style = None if said is None else said.find(qn("w:rStyle"))
        by_style = around or (style is not None and style.get(qn("w:val")) in styles)
        own = _turned_on(said)
        if not (by_style if own is None else own):
            return False
        found = True
    return found


def _turned_on(properties: _Element | None) -> bool | None:
    """Return whether properties make a text bold, or ``None`` where they don't say."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - for this alone

    bold = None if properties is None else properties.find(qn("w:b"))
    return None if bold is None else bold.get(qn("w:val")) not in OFF
