"""Write lists and tables as a person would read them aloud."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from bot.ingest.text.sentences import ends_like_sentence, split_sentences
from bot.ingest.text.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAX_WORDS = 100
_MAX_LINES = 15
_MAX_LEAD_LENGTH = 90
_MAX_LABEL_LENGTH = 60
_LABELLED = 2
"""Columns of a table whose first one says what stands in the second."""

_NOTHING = frozenset("-–—")
"""What a cell holds that says nothing."""

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def add_list(blocks: list[Block], items: Sequence[str]) -> None:
    """Append a list: one block with what leads in to it while it is short, else one an item.

    Args:
        blocks: What stands before the list; a last paragraph that ends in a colon leads in.
        items: The items with their marks.
    """
    if not items:
        return
    leads = blocks and not blocks[-1].is_heading and blocks[-1].text.endswith(":")
    lines = [blocks[-1].text, *items] if leads else list(items)
    if not is_short(lines):
        blocks.extend(Block(item, is_heading=False, by_line=True) for item in items)
        return
    if leads:
        blocks.pop()
    blocks.append(Block("\n".join(lines), is_heading=False, by_line=True))


def add_table(
    blocks: list[Block],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    title: str | None = None,
) -> None:
    """Append a table, each row with its header: “Tariff: Standard; Now: £12”.

    Its title, or a short line that leads in to it, and a line across all columns are the heading
    of the rows below. A header of a single name is a title: “Captain Teague | ” above “Age | 51”.

    Args:
        blocks: What stands before the table.
        header: The headers of the columns; none where the table has none.
        rows: The cells of each row.
        title: The table's title, if it has one.
    """
    if not any(map(any, rows)):
        header, rows = (), [header]
    if not any(map(any, rows)):
        return
    if len(header) > 1 and header[0] and not any(header[1:]):
        title, header = " – ".join(filter(None, (title, header[0]))), ()
    titles = [one for one in (_take_lead(blocks), title) if one]
    for part, below in _parts(header, rows):
        lines = [line for line in (_row(header, row) for row in below) if line]
        if part and not lines:
            lines, part = [part], ""  # noqa: PLW2901
        if is_short(lines):
            lines = ["\n".join(lines)] if lines else []
        heading = " – ".join([*titles, part] if part else titles) or None
        blocks.extend(
            Block(line, is_heading=False, by_line=True, heading=heading) for line in lines
        )


def add_unmarked_table(blocks: list[Block], rows: Sequence[Sequence[str]]) -> None:
    """Append a table whose first row, which nothing marks, may name its columns.

    Args:
        blocks: What stands before the table.
        rows: The cells of each row; where none has several, each is a paragraph.
    """
    filled = [row for row in rows if any(row)]
    if filled and max(map(len, filled)) == 1:
        blocks.extend(Block(row[0], is_heading=False) for row in filled)
    elif filled:
        first, *below = filled
        named = bool(below) and may_be_header(first, below)
        add_table(blocks, first if named else [], below if named else filled)


def may_be_header(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether a table's first row may name its columns.

    It doesn't where the table has two, the first row holds a figure, and others hold words in the
    same place: each row then says something else (“Opened | 1874”, “Years 1 and 2 | free”).

    Args:
        first: The cells of the first row.
        below: Those of the others.
    """
    if len(first) != _LABELLED:
        return True
    pairs = [row for row in below if len(row) == _LABELLED]
    figures = (column for column in range(_LABELLED) if _DIGIT.search(first[column]))
    return all(_DIGIT.search(row[column]) for column in figures for row in pairs)


def names_years(cells: Sequence[str]) -> bool:
    """Return whether the cells of a row are several years, but for the first."""
    return len(cells) > _LABELLED and all(map(_YEAR.fullmatch, cells[1:]))


def _take_lead(blocks: list[Block]) -> str | None:
    """Take away the short paragraph that leads in to a table, and return it without its colon."""
    last = blocks[-1] if blocks else None
    if last is None or last.is_heading or last.by_line or not last.text.endswith(":"):
        return None
    if len(last.text) > _MAX_LEAD_LENGTH or len(split_sentences(last.text)) > 1:
        return None
    blocks.pop()
    return last.text.rstrip(": ")


def _parts(
    header: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[tuple[str, list[Sequence[str]]]]:
    """Yield the parts of a table that a line across all columns begins, each with that line."""
    across = len(header) > _LABELLED
    part = ""
    for begins, run in groupby(rows, lambda row: across and bool(row) and not any(row[1:])):
        if not begins:
            yield part, [*run]
            part = ""
            continue
        *alone, last = (row[0] for row in run)
        yield from ((line, []) for line in (part, *alone) if line)
        part = last
    if part:
        yield part, []


def _row(header: Sequence[str], row: Sequence[str]) -> str:
    if not any(header) and len(row) == _LABELLED and _is_label(row[0]) and row[1]:
        header, row = row[:1], row[1:]
    return "; ".join(
        f"{name.rstrip(':')}: {cell}" if name else cell
        for name, cell in zip_longest(header, row, fillvalue="")
        if cell and not (name and cell in _NOTHING)
    )


def _is_label(cell: str) -> bool:
    return 0 < len(cell) <= _MAX_LABEL_LENGTH and not ends_like_sentence(cell)


def is_short(lines: Sequence[str]) -> bool:
    """Return whether the lines of a list or a table are few enough to stand in one paragraph."""
    return len(lines) <= _MAX_LINES and sum(len(line.split()) for line in lines) <= _MAX_WORDS
