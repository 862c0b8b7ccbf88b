"""Read the tables of Markdown, each as one token: as one a cell, a large one takes seconds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_block import table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

TABLE = "whole_table"
"""The type of a token that is a table; its ``meta`` has the ``rows``, the head first."""

_SPACES = " \t\n\v\f\r"
_BORDER = "|"
_NOT_ESCAPED = re.compile(r"(?<!\\)\|")
_MAX_MISSING = 65_536
"""Cells that rows may lack before the table ends: else a few bytes would be millions of cells."""


def use_whole_tables(markdown: MarkdownIt) -> None:
    """Let a parser make one token of type ``TABLE`` of each table; only the tokens differ."""
    markdown.block.ruler.at("table", _whole_table, {"alt": ["paragraph", "reference"]})


def _whole_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    if not table(state, start, end, silent=True):
        return False
    if silent:
        return True
    parent, state.parentType = state.parentType, "table"
    head = _cells(_line(state, start))
    rows = [head]
    missing = 0
    line = start + 2
    interrupting = state.md.block.ruler.getRules("blockquote")
    while line < end and state.sCount[line] >= state.blkIndent:
        text = _line(state, line)
        if not text or state.is_code_block(line):
            break
        # Nothing else begins with a border, so that most rows need not be asked about.
        if text[0] != _BORDER and any(rule(state, line, end, True) for rule in interrupting):  # noqa: FBT003
            break
        cells = _cells(text)
        missing += len(head) - len(cells)
        if missing > _MAX_MISSING:
            break
        rows.append(cells[: len(head)])
        line += 1
    token = state.push(TABLE, "table", 0)
    token.map = [start, line]
    token.meta = {"rows": rows}
    state.parentType = parent
    state.line = line
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(_SPACES)


def _cells(line: str) -> list[str]:
    if "\\" in line:
        cells = [cell.replace("\\|", "|") for cell in _NOT_ESCAPED.split(line)]
    else:
        cells = line.split(_BORDER)
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells
