"""Find the tables and the lists of a PDF's page by where their lines stand on it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate, groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from bot.ingest.text.lists_and_tables import add_unmarked_table
from bot.ingest.text.sentences import ends_like_sentence
from bot.language.sentences.line_marks import LIST_ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.ingest.text.splitter import Block

_CELL = re.compile(r"\S++(?: \S++)*+")
"""Matches what one gap at the most parts: more parts cells."""

_SPACES = re.compile(r"\s++")
_MAX_TABLES = 50
"""Tables of a page that are looked for among its lines, each of which takes a look at them all."""

_MIN_ROWS = 3
_MIN_CELLS = 2
_MIN_ITEMS = 2
_LONG = 0.7
"""The share of a page's longest line that prose fills at least, its spaces not counted."""

_OFF = 1
"""How many columns of characters a cell may stand beside the one above it."""


class _Row(NamedTuple):
    """A row of a table: where its cells begin, and what they say."""

    starts: list[int]
    cells: list[str]


def with_tables(lines: Sequence[str], laid_out: str) -> list[str]:
    """Return a page's lines, those of each table as one line that holds its rows.

    A table is only taken for one where its rows, cell after cell, are lines of the page in a row:
    the columns of a newspaper are not.

    Args:
        lines: The lines of the page.
        laid_out: The page's text, each word about where it stands on the page.

    Returns:
        The lines; a row ends with a line end, or two where the table is too long for a paragraph.
    """
    told = list(lines)
    for rows in islice(_tables(laid_out), _MAX_TABLES):
        place = _place_of("".join("".join(row.cells) for row in rows), told)
        if place is not None:
            told[slice(*place)] = ["", _as_text(rows), ""]
    return told


def with_items(lines: Sequence[str], laid_out: str) -> list[str]:
    """Return a page's lines, those of a list that is indented as one line with a mark for each.

    The marks themselves are mostly drawn, and no text.

    Args:
        lines: The lines of the page.
        laid_out: The page's text, each word about where it stands on the page.
    """
    shown = [line for line in laid_out.split("\n") if line.strip()]
    indents = {_bare(line): len(line) - len(line.lstrip()) for line in shown}
    width = max((len(line) for line in lines if "\n" not in line), default=0)
    margin = _margin(indents, width)
    told: list[str] = []
    for indent, run in groupby(lines, lambda line: indents.get(_bare(line), margin)):
        items = [*run]
        if indent > margin + _OFF and _are_items(items, width):
            items = ["\n".join(f"• {item}" for item in items)]
        told.extend(items)
    return told


def _margin(indents: Mapping[str, int], width: int) -> int:
    """Return where most of the prose begins, or else the line that begins first."""
    long = Counter(indent for line, indent in indents.items() if len(line) > _LONG * width)
    return long.most_common(1)[0][0] if long else min(indents.values(), default=0)


def _are_items(lines: Sequence[str], width: int) -> bool:
    """Return whether each line is an item, as no margin explains where it ends."""
    if len(lines) < _MIN_ITEMS or any(LIST_ITEM.match(f"{line} ") for line in lines):
        return False
    ends = all(ends_like_sentence(line) or len(line) < _LONG * width for line in lines[:-1])
    return ends and not any(line[:1].islower() for line in lines)


def _bare(line: str) -> str:
    return _SPACES.sub("", line)


def _as_text(rows: Sequence[_Row]) -> str:
    """Return a table as a paragraph, or several."""
    columns = rows[0].starts
    cells = [["" for _ in columns] for _ in rows]
    for filled, row in zip(cells, rows, strict=True):
        for start, text in zip(row.starts, row.cells, strict=True):
            filled[_column(start, columns)] = text
    blocks: list[Block] = []
    add_unmarked_table(blocks, cells)
    return "\n\n".join(block.text for block in blocks)


def _tables(laid_out: str) -> Iterator[list[_Row]]:
    """Yield runs of lines whose cells stand below those of the first one."""
    table: list[_Row] = []
    for line in filter(str.strip, laid_out.split("\n")):
        found = [*_CELL.finditer(line)]
        row = _Row([one.start() for one in found], [one[0] for one in found])
        if found and LIST_ITEM.fullmatch(f"{found[0][0]} "):
            row.starts.clear()
        if table and _is_below(row, table[0]):
            _add(row, table)
            continue
        if len(table) >= _MIN_ROWS:
            yield table
        table = [row] if len(row.starts) >= _MIN_CELLS else []
    if len(table) >= _MIN_ROWS:
        yield table


def _is_below(row: _Row, first: _Row) -> bool:
    """Return whether each cell of a row begins where one of the first row does."""
    if not row.starts or (len(row.starts) < _MIN_CELLS and row.starts[0] <= first.starts[0] + _OFF):
        return False
    return all(
        abs(start - first.starts[_column(start, first.starts)]) <= _OFF for start in row.starts
    )


def _column(start: int, columns: Sequence[int]) -> int:
    """Return which of the columns, from left to right, begins nearest to a place."""
    behind = bisect_left(columns, start)
    beside = range(max(behind - 1, 0), min(behind + 1, len(columns)))
    return min(beside, key=lambda index: abs(columns[index] - start))


def _add(row: _Row, table: list[_Row]) -> None:
    """Add a row to a table; what stands below no first cell goes on in the row above it."""
    if row.starts[0] <= table[0].starts[0] + _OFF:
        table.append(row)
        return
    above = table[-1]
    for start, text in zip(row.starts, row.cells, strict=True):
        column = _column(start, above.starts)
        if abs(above.starts[column] - start) <= _OFF:
            above.cells[column] += f" {text}"


def _place_of(text: str, lines: Sequence[str]) -> tuple[int, int] | None:
    """Return which lines say a text, whatever white space parts them."""
    bare = [_bare(line) for line in lines]
    ends = [0, *accumulate(map(len, bare))]
    found = "".join(bare).find(sought := _bare(text))
    if found < 0 or found not in ends or found + len(sought) not in ends:
        return None
    first = len(ends) - 1 - ends[::-1].index(found)
    return first, ends.index(found + len(sought))
