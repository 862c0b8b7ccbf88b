"""Find headings and lists within a paragraph, line by line."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bot.ingest.text.lists_and_tables import add_list, is_short
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import NO_HEADING_ENDS, Block
from bot.language.sentences.line_marks import LIST_ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MIN_ITEMS = 2
_MAX_HEADING_WORDS = 8
_MAX_HEADING_LENGTH = 60
_SURE_MARK = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
"""Marks of items that may stand apart; after a dash somebody may as well be speaking."""

_FACT = re.compile(r"\d|: | [-–—] ")
"""Matches what the entries below a heading have and it hasn't: a figure, or a label's sign."""

_NO_HEADING = f"{NO_HEADING_ENDS}·|"


def part_lines(blocks: Sequence[Block]) -> list[Block]:
    """Part paragraphs whose lines are a heading, a list, or the text around a list.

    Args:
        blocks: What was read so far; headings, lists and tables that were found stay as they are.

    Returns:
        The blocks in order, with no word lost or added.
    """
    parted: list[Block] = []
    margin = max((len(line) for block in blocks for line in block.text.split("\n")), default=0)
    for is_item, run in groupby(blocks, _is_item):
        if is_item:
            lines = [line for block in run for line in block.text.split("\n")]
            add_list(parted, list(_items(lines)))
            continue
        for block in run:
            is_parted = block.is_heading or block.by_line or "\n" not in block.text
            parted.extend([block] if is_parted else _parts(block.text.split("\n"), margin))
    return parted


def _is_item(block: Block) -> bool:
    """Return whether a paragraph is one item of a list, whose others are paragraphs, too."""
    return not (block.is_heading or block.by_line) and bool(_SURE_MARK.match(block.text))


def _parts(lines: list[str], margin: int) -> list[Block]:
    """Return the parts of a paragraph of several lines, of a text with lines up to a margin."""
    marked = [bool(LIST_ITEM.match(line.lstrip())) for line in lines]
    if sum(marked) >= _MIN_ITEMS:
        return _around_list(lines, marked)
    if _is_heading(lines):
        text = "\n".join(lines[1:]).strip()
        return [Block(text, is_heading=False, heading=lines[0].strip())]
    if _are_entries(lines, margin):
        return [_entries([line.strip() for line in lines])]
    return [Block("\n".join(lines).strip(), is_heading=False)]


def _are_entries(lines: Sequence[str], margin: int) -> bool:
    """Return whether each line says something of its own, as no sentence and no wrapping ends it.

    The first word of the line below would have fitted on each.
    """
    firsts = [line.split(maxsplit=1)[0] for line in lines if line.strip()]
    would_fit = (
        len(line.strip()) + 1 + len(first) <= margin
        for line, first in zip(lines[:-1], firsts[1:], strict=True)
    )
    return not any(map(ends_like_sentence, lines)) and all(would_fit)


def _entries(lines: list[str]) -> Block:
    """Return a paragraph of entries; a first line that is none, as the others are, heads them."""
    first, *below = lines
    heads = len(below) > 1 and _may_be_heading(first) and not _FACT.search(first)
    if heads and all(map(_FACT.search, below)):
        return Block("\n".join(below), is_heading=False, by_line=True, heading=first)
    return Block("\n".join(lines), is_heading=False, by_line=True)


def _around_list(lines: list[str], marked: list[bool]) -> list[Block]:
    """Return a list with what stands right above and below it: one paragraph while it is short.

    A line right above the list stays in its paragraph, as the items say little without it; items
    that are no sentences are one with it.
    """
    first = marked.index(True)
    last = len(marked) - marked[::-1].index(True)
    while last < len(lines) and _goes_on(lines[last]):
        last += 1
    above, below = lines[:first], lines[last:]
    heading = above.pop(0).strip() if _is_heading(above) else None
    items = list(_items(lines[first:last]))
    said = [" ".join(map(str.strip, prose)) for prose in (above, below)]
    whole = [line for line in (said[0], *items, said[1]) if line]
    if is_short(whole):
        alone = len(above) == 1 and _may_be_heading(said[0]) and not below
        by_line = not alone or any(map(ends_like_sentence, items))
        return [Block("\n".join(whole), is_heading=False, by_line=by_line, heading=heading)]
    blocks = [Block(said[0], is_heading=False, heading=heading)] if said[0] else []
    add_list(blocks, items)
    return [*blocks, Block(said[1], is_heading=False)] if said[1] else blocks


def _items(lines: Sequence[str]) -> Iterator[str]:
    """Yield the items of a list, each with the lines that it was wrapped into."""
    item = ""
    for line in lines:
        if item and not LIST_ITEM.match(line.lstrip()):
            item = f"{item} {line.strip()}"
            continue
        if item:
            yield item
        item = line.rstrip()
    yield item


def _goes_on(line: str) -> bool:
    """Return whether a line belongs to the item above it."""
    return line[:1].isspace() or line[:1].islower()


def _is_heading(lines: Sequence[str]) -> bool:
    """Return whether a paragraph's first line is the heading of the others.

    It is one in capitals, or one that ends long before the margin, so that no wrapping explains
    where it ends, above prose.
    """
    line = lines[0].strip() if lines else ""
    if len(lines) <= 1 or not _may_be_heading(line):
        return False
    if line.isupper():
        return True
    below = lines[1].strip()
    margin = max(len(one.strip()) for one in lines[1:])
    would_fit = 2 * (len(line) + 1 + len(below.split(maxsplit=1)[0])) < margin
    begins = below[:1].isupper() or below[:1].isdigit()
    return would_fit and begins and ends_like_sentence(lines[-1])


def _may_be_heading(line: str) -> bool:
    """Return whether a line is as short as a heading, and ends like one."""
    short = len(line) <= _MAX_HEADING_LENGTH and len(line.split()) <= _MAX_HEADING_WORDS
    return short and not ends_like_sentence(line, _NO_HEADING)
