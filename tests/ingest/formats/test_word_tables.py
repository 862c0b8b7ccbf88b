"""The tables of Word documents, whose cells reach over rows and columns."""

from __future__ import annotations

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.ingest.formats.word_tables import rows_of


def test_cells_that_reach_over_others_are_read_as_python_docx_reads_them() -> None:
    table = docx.Document().add_table(5, 4)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(2, 2).merge(table.cell(4, 3))
    assert rows_of(table) == [[cell.text for cell in row.cells] for row in table.rows]


def test_a_cell_may_go_on_for_thousands_of_rows() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Lune"
    first = table.rows[0]._tr
    table.cell(0, 0)._tc.vMerge = "restart"
    for _ in range(2000):
        row = OxmlElement("w:tr")
        for merged in (True, False):
            cell = OxmlElement("w:tc")
            cell.append(OxmlElement("w:p"))
            if merged:
                cell.vMerge = "continue"  # type: ignore[attr-defined]  # python-docx's own class
            row.append(cell)
        first.addnext(row)
    assert [row[0] for row in rows_of(table)] == ["Lune"] * 2001


def test_a_cell_reaches_over_no_more_columns_than_word_has() -> None:
    table = docx.Document().add_table(1, 1)
    properties = table.cell(0, 0)._tc.get_or_add_tcPr()
    properties.grid_span = 1_000_000
    assert properties.find(qn("w:gridSpan")) is not None
    assert len(rows_of(table)[0]) == 63
