"""Write lists and tables as a person would read them aloud."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.ingest.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_WORDS = 100
_MAX_LINES = 15


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


def add_table(blocks: list[Block], header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Append a table, each row with its header: “Tariff: Standard; Now: £12”.

    Args:
        blocks: What stands before the table.
        header: The headers of the columns; none where the table has none.
        rows: The cells of each row.
    """
    lines = [line for line in (_row(header, row) for row in rows) if line]
    if not lines:
        lines = [_row((), header)] if any(header) else []
    if is_short(lines):
        lines = ["\n".join(lines)] if lines else []
    blocks.extend(Block(line, is_heading=False, by_line=True) for line in lines)


def _row(header: Sequence[str], row: Sequence[str]) -> str:
    return "; ".join(
        f"{name.rstrip(':')}: {cell}" if name else cell
        for name, cell in zip_longest(header, row, fillvalue="")
        if cell
    )


def is_short(lines: Sequence[str]) -> bool:
    """Return whether the lines of a list or a table are few enough to stand in one paragraph."""
    return len(lines) <= _MAX_LINES and sum(len(line.split()) for line in lines) <= _MAX_WORDS
