"""Read the rows of the tables of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.table import Table

_MAX_SPAN = 63
"""Columns that a table of Word's has at the most."""


def rows_of(table: Table) -> list[list[str]]:
    """Return the text of a table's cells, a cell that reaches over several repeated in each.

    python-docx looks for a cell that goes on from above row by row, so that a column of a thousand
    takes it minutes, and it makes as many cells as a document says that one reaches over.

    Args:
        table: The table.
    """
    from docx.table import _Cell  # noqa: PLC0415 - for this alone

    above: dict[int, str] = {}
    rows = []
    for row in table.rows:
        column = row.grid_cols_before
        begun: dict[int, str] = {}
        texts: list[str] = []
        for cell in row._tr.tc_lst:
            goes_on = cell.vMerge == "continue"
            begun[column] = above.get(column, "") if goes_on else _Cell(cell, table).text
            texts.extend([begun[column]] * min(cell.grid_span, _MAX_SPAN))
            column += cell.grid_span
        above = begun
        rows.append(texts)
    return rows
