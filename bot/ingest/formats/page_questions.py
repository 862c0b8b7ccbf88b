"""Find a page's paragraphs, what of them is bold, and the questions of lists of definitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ingest.text.interview import may_be_question
from bot.ingest.text.splitter import may_be_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

INLINE = ("b", "i", "em", "strong", "u", "small", "font", "span", "mark", "cite", "time", "abbr")
"""Elements that part no text from the text around them."""

_WITHIN_LINES = frozenset((*INLINE, "a", "br", "q", "sub", "sup", "code"))
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight:\s{0,4}(?:bold|[6-9]00)", re.IGNORECASE)
_SPACES = re.compile(r"\s++")


def mark_bold_lines(tree: _Element) -> set[str]:
    """Make headings of the bold lines that stand alone above a paragraph and are no sentence.

    Returns:
        What the other paragraphs say that are bold from end to end.
    """
    left: set[str] = set()
    for line in [*tree.iter("p", "div")]:
        text = _text(line) if is_bold(line) else ""
        below = line.getnext()
        above_prose = line.tag == "p" and below is not None and below.tag == "p"
        if above_prose and text and may_be_heading(text):
            line.tag = "h3"
        elif text:
            left.add(text)
    return left


def part_paragraphs(tree: _Element) -> None:
    """Part the paragraphs that have an empty line in them: two line breaks, one after the other."""
    for line_break in reversed([*tree.iter("br")]):  # so that nothing moves more than once
        parent, second = line_break.getparent(), line_break.getnext()
        ends_line = not (line_break.tail or "").strip()
        if parent is None or parent.tag != "p" or second is None or second.tag != "br":
            continue
        if ends_line:
            below = parent.makeelement("p")
            below.text = second.tail
            below.extend([*second.itersiblings()])
            parent.addnext(below)
            for removed in (line_break, second):
                removed.tail = None
                parent.remove(removed)


def part_definitions(tree: _Element) -> None:
    """Make headings of the terms of a list of definitions that are all questions."""
    for listed in [*tree.iter("dl")]:
        terms = [*listed.iter("dt")]
        if not terms or not all(may_be_question(_text(term)) for term in terms):
            continue
        listed.tag = "div"
        for term in terms:
            term.tag = "h3"
        for answer in [*listed.iter("dd")]:
            answer.tag = "p" if all(child.tag in _WITHIN_LINES for child in answer) else "div"


def is_bold(line: _Element) -> bool:
    """Return whether an element is a line, and all of its text is bold."""
    return all(bold or not text.strip() for text, bold in _pieces(line, bold=False))


def _pieces(element: _Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
    """Yield pieces of text, and whether each is bold; one that isn't where a block begins."""
    bold = bold or element.tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style", "")))
    yield element.text or "", bold
    for child in element:
        if child.tag not in _WITHIN_LINES:
            yield "…", False
            return
        yield from _pieces(child, bold=bold)
        yield child.tail or "", bold


def _text(element: _Element) -> str:
    return _SPACES.sub(" ", "".join(map(str, element.itertext()))).strip()
