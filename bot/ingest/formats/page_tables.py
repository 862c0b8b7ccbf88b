"""Read the tables of a page: which row names the columns, and what each cell stands for."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from bot.ingest.formats.page_questions import is_bold
from bot.ingest.text.lists_and_tables import add_table, may_be_header, names_years
from bot.ingest.text.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_CELLS = ("td", "th")
_PARTS = ("thead", "tbody", "tfoot")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,5}")
_MIN_CELLS = 2
_MAX_TITLE_LENGTH = 150
_MAX_SPAN = 100
"""Rows and columns that a cell reaches over at the most, and cells of a row that is looked at."""

_MAX_COPIES = 2000
"""Cells of a page that are copied into the rows that they reach into."""

_MAX_COPIED_LENGTH = 200
_MAX_GRID = 100_000
"""Cells of a page's tables, with the empty ones that make all rows of a table equally long."""


def prepare_tables(tree: _Element) -> None:
    """Mark the headers of tables, and repeat the cells that reach over several rows.

    A table that would be too large, as rows of one cell below a row of thousands are, becomes
    paragraphs.
    """
    for cell in tree.iter(*_CELLS):
        _bound_spans(cell)
    left = _MAX_COPIES
    room = _MAX_GRID
    for table in [*tree.iter("table")]:
        rows = _rows_of(table)
        _mark_header(rows)
        if all(len(row) <= _MAX_SPAN for row in rows):
            left = _repeat(rows, left)
        size = _grid_of(rows)
        if size > room:
            _lay_out(table, rows)
        else:
            room -= size


def add_page_table(
    rows: Sequence[Sequence[_Element]], texts: Sequence[Sequence[str]], blocks: list[Block]
) -> None:
    """Append a table that was found in a page.

    Args:
        rows: The cells of its rows; those of a header are marked.
        texts: What they say.
        blocks: What stands before it.
    """
    if not any(len(row) > 1 for row in texts):  # one column lays out paragraphs
        said = [text for row in texts for text in row if text]
        blocks.extend(Block(text, is_heading=False) for text in said)
        return
    above = 0
    while sum(map(bool, texts[above])) < _MIN_CELLS < len(texts) - above:
        above += 1
    said = [text for row in texts[:above] for text in row if text]
    titles = [text for text in said if len(text) <= _MAX_TITLE_LENGTH]
    if len(titles) < len(said):
        blocks.extend(Block(text, is_heading=False) for text in said)
        titles = []
    first, *below = texts[above:]
    cells = [cell for cell, text in zip(rows[above], first, strict=True) if text]
    marked = [cell.get("role") == "head" for cell in cells]
    # Where the first cell alone is marked, it is the header of its row.
    named = all(marked) if any(marked) else _looks_like_header(first, below)
    has_header = bool(below) and named
    title = " – ".join(titles) or None
    add_table(blocks, first if has_header else [], below if has_header else texts[above:], title)


def _looks_like_header(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether only the first row has no figures, or it has years and no other has."""
    if names_years(first):
        return not any(map(names_years, below))
    numbers = [any(map(_DIGIT.search, row)) for row in below]
    return not any(map(_DIGIT.search, first)) and all(numbers) and may_be_header(first, below)


def _grid_of(rows: Sequence[_Element]) -> int:
    """Return how many cells a table has at most once all of its rows are equally long."""
    ending = Counter[int]()
    reaching = widest = 0
    for index, row in enumerate(rows):
        reaching -= ending.pop(index, 0)
        width = 0
        for cell in _cells_of(row):
            columns, depth = _span(cell, "colspan"), _span(cell, "rowspan")
            width += columns
            if depth > 1:
                ending[index + depth] += columns
        widest = max(widest, width + reaching)
        reaching = ending.total()
    return len(rows) * widest


def _lay_out(table: _Element, rows: Sequence[_Element]) -> None:
    """Turn a table into a paragraph for each of its rows."""
    for row in rows:
        for cell in _cells_of(row):
            cell.tag = "span"
            cell.attrib.clear()
            cell.tail = f" {cell.tail or ''}"
        row.tag = "p"
    table.tag = "div"


def _rows_of(table: _Element) -> list[_Element]:
    rows: list[_Element] = []
    for part in table:
        rows.extend(row for row in (part if part.tag in _PARTS else (part,)) if row.tag == "tr")
    return rows


def _mark_header(rows: Sequence[_Element]) -> None:
    """Mark the first row with several cells as the header, where it stands out as one.

    What stands above it is its title, and no header.
    """
    wide = (index for index, row in enumerate(rows) if len(_cells_of(row)) >= _MIN_CELLS)
    place = next(wide, None)
    following = next(wide, None)
    if place is None or following is None:
        return
    row, below = _cells_of(rows[place]), _cells_of(rows[following])
    for cell in chain.from_iterable(map(_cells_of, rows[:place])):
        cell.tag = "td"
    if any(cell.tag == "th" for cell in row):
        return
    within = rows[place].getparent()
    stands_out = _are_bold(row) and not _are_bold(below)
    if stands_out or (within is not None and within.tag == "thead"):
        for cell in row:
            cell.tag = "th"


def _cells_of(row: _Element) -> list[_Element]:
    return [cell for cell in row if cell.tag in _CELLS]


def _are_bold(cells: Sequence[_Element]) -> bool:
    return all(is_bold(cell) for cell in cells) and any(cell.xpath("string()") for cell in cells)


def _repeat(rows: Sequence[_Element], left: int) -> int:
    """Copy the cells that reach over several rows into those rows.

    Args:
        rows: The rows of a table.
        left: How many cells may be copied.

    Returns:
        How many are left.
    """
    for index, row in enumerate(rows):
        column = 0
        for cell in _cells_of(row):
            reach, width = _span(cell, "rowspan"), _span(cell, "colspan")
            text = str(cell.xpath("string()")).strip() if reach > 1 else ""
            if 0 < len(text) <= _MAX_COPIED_LENGTH:
                del cell.attrib["rowspan"]
                below = rows[index + 1 : index + reach][:left]
                left -= len(below)
                for reached in below:
                    _insert(text, width, reached, column)
            column += width
    return left


def _span(cell: _Element, name: str) -> int:
    """Return how many rows or columns a cell reaches over."""
    said = _NUMBER.fullmatch(cell.get(name, ""))
    return min(max(int(said[0]), 1), _MAX_SPAN) if said else 1


def _bound_spans(cell: _Element) -> None:
    """Rewrite over how many rows and columns a cell reaches as a number that any parser reads."""
    for name in ("rowspan", "colspan"):
        span = _span(cell, name)
        if span > 1:
            cell.set(name, str(span))
        elif name in cell.attrib:
            del cell.attrib[name]


def _insert(text: str, width: int, row: _Element, column: int) -> None:
    """Insert a cell into a row where a column begins, or behind its last cell."""
    cell = etree.Element("td", colspan=str(width))
    cell.text = text
    for other in _cells_of(row):
        if column <= 0:
            other.addprevious(cell)
            return
        column -= _span(other, "colspan")
    row.append(cell)
