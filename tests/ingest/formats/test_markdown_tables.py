"""A table is read as the parser's own rule reads it, whose tokens are one a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.ingest.formats.markdown import read_markdown
from bot.ingest.formats.markdown_tables import TABLE, use_whole_tables

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINES = st.lists(
    st.lists(
        st.sampled_from(
            (
                "|",
                "|",
                "a",
                "b ",
                " ",
                "\\|",
                "\\\\|",
                "\\",
                "-",
                "---",
                ":-:",
                ">",
                "\t",
                "`",
                "\xa0",
                "1. ",
            )
        ),
        max_size=9,
    ).map("".join),
    max_size=4,
)
_TEXTS = st.builds(
    lambda before, head, rule, after: "\n".join([*before, head, rule, *after]),
    _LINES,
    st.sampled_from(("| a | b |", "a|b", "|a|", "> | a | b |", "- | a | b |", "| a \\| c | b |")),
    st.sampled_from(("|---|---|", "-|-", "|-|", "> |:-:|-|", "  |---|--:|", "|---")),
    _LINES,
)


def by_cell(text: str) -> list[object]:
    """Return the cells of tables, row by row, and what else there is, as the rule has them."""
    found: list[object] = []
    rows: list[list[str]] | None = None
    for token in _parse(MarkdownIt("commonmark").enable("table"), text):
        if token.type == "table_open":
            rows = []
        elif token.type == "table_close":
            found.append(rows)
            rows = None
        elif rows is None:
            found.append((token.type, token.content, token.level))
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.content)
    return found


def whole(text: str) -> list[object]:
    """Return the same of the rule that makes one token of a table."""
    markdown = MarkdownIt("commonmark").enable("table")
    use_whole_tables(markdown)
    found: list[object] = []
    for token in _parse(markdown, text):
        if token.type == TABLE:
            head, *rows = [[cell.strip(" \t") for cell in row] for row in token.meta["rows"]]
            found.append([head, *([*row, *[""] * (len(head) - len(row))] for row in rows)])
        else:
            found.append((token.type, token.content, token.level))
    return found


def _parse(markdown: MarkdownIt, text: str) -> list[Token]:
    markdown.core.ruler.disable("inline")
    return markdown.parse(text)


@given(_TEXTS)
def test_the_cells_are_the_same(text: str) -> None:
    assert whole(text) == by_cell(text)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n| 4 | 5 | 6 |\nnot a row\n\nProse.",
        "| a | b |\n|---|---|\n| 1 \\| 2 | `x\\|y` |\n> A quotation ends it.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n# So does a heading",
        "Prose before\n| a | b |\n|---|---|\n| 1 | 2 |\n    code",
        "| a |\n|---|---|\n| the head is too short |",
        "| a |" + " b |" * 300 + "\n|" + "---|" * 301 + "\n" + "|\n" * 300,
    ],
)
def test_so_it_is_where_a_table_ends(text: str) -> None:
    assert whole(text) == by_cell(text)


def test_a_table_in_a_list_is_read_with_its_item() -> None:
    text = "- The prices:\n\n  | Street | Price |\n  |---|---|\n  | Quay | £3 |\n- The end"
    (block,) = read_markdown(text).blocks
    assert block.text == "- The prices: Street Price Quay £3\n- The end"
