"""Split an article's lines into passages: paragraphs as a reader counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.article import Passage
from bot.ingest.sentences import ends_like_sentence, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span

MAX_PASSAGE_WORDS = 200
MAX_PASSAGE_LENGTH = 4000
"""No passage has more characters, whatever it is written in."""
_WRAP_WIDTH = 100
_MIN_WRAPPED_LINES = 3
_WRAPPED_SHARE = 0.6
_MAX_HEADING_WORDS = 12
_MAX_HEADING_LENGTH = 90
_MAX_MARKED_HEADING_LENGTH = 300
_MARKDOWN_HEADING = re.compile(r"#{1,6}+\s")
_LIST_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s")
_STOPS = ".!?…:;,。！？"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: a sub-heading or a paragraph."""

    text: str
    is_heading: bool


def split_passages(article_id: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Number the paragraphs from 1 and split the very long ones.

    Args:
        article_id: The start of each passage's id.
        blocks: Sub-headings and paragraphs in reading order.

    Returns:
        Passages in reading order. A paragraph of more than ``MAX_PASSAGE_WORDS`` words or
        ``MAX_PASSAGE_LENGTH`` characters becomes several passages with the same number, split
        between sentences. Sub-headings in a row are joined; one with no paragraph under it is a
        paragraph itself, so that nothing of the article is lost.
    """
    passages: list[Passage] = []
    headings: list[str] = []
    fresh = False
    number = 0
    last = max((index for index, block in enumerate(blocks) if not block.is_heading), default=-1)
    for index, block in enumerate(blocks):
        if block.is_heading and index < last:
            headings = [*headings, block.text] if fresh else [block.text]
            fresh = True
            continue
        fresh = False
        number += 1
        heading = " – ".join(headings) or None
        parts = _split_long(block.text)
        for part, (text, sentences) in enumerate(parts, start=1):
            suffix = f".{part}" if len(parts) > 1 else ""
            passages.append(
                Passage(f"{article_id}#{number}{suffix}", number, text, sentences, heading)
            )
    return tuple(passages)


def plain_blocks(lines: Sequence[str], *, markdown: bool) -> list[Block]:
    """Group lines into blocks.

    Args:
        lines: The article's lines below the headline, cleaned.
        markdown: Whether ``#`` begins a heading and list items are lines of their own.

    Returns:
        Blocks in reading order, their text exactly as in the lines. Blank lines separate them;
        in a text that has none, and whose lines aren't wrapped, line ends do.
    """
    filled = [line for line in lines if line.strip()]
    one_a_line = len(filled) == len(_inner(lines)) and not _is_wrapped(filled)
    groups = [[line] for line in filled] if one_a_line else _groups(lines)
    blocks: list[Block] = []
    for group in groups:
        blocks.extend(
            _markdown_blocks(group) if markdown else [Block(_join(group), is_heading=False)]
        )
    return _mark_plain_headings(blocks)


def _inner(lines: Sequence[str]) -> Sequence[str]:
    """Leave out the blank lines before the first and after the last filled one."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else ()


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines end where the margin was, not where a paragraph ends."""
    if len(lines) < _MIN_WRAPPED_LINES:
        return False
    width = max(map(len, lines))
    if width > _WRAP_WIDTH:
        return False
    unfinished = sum(
        1 for line in lines[:-1] if not ends_like_sentence(line.rstrip(" \t,;:"), _STOPS)
    )
    return unfinished >= _WRAPPED_SHARE * (len(lines) - 1)


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _markdown_blocks(group: Sequence[str]) -> Iterator[Block]:
    """Split a group of Markdown lines where a heading or a list item begins."""
    pending: list[str] = []
    for line in group:
        stripped = line.strip()
        is_heading = bool(_MARKDOWN_HEADING.match(stripped + " "))
        if (is_heading or _LIST_ITEM.match(stripped)) and pending:
            yield Block(_join(pending), is_heading=False)
            pending = []
        if is_heading:
            heading = stripped.lstrip("#").strip().rstrip("#").rstrip()
            if heading:
                yield Block(heading, is_heading=len(heading) <= _MAX_MARKED_HEADING_LENGTH)
        else:
            pending.append(line)
    if pending:
        yield Block(_join(pending), is_heading=False)


def _join(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip()


def _mark_plain_headings(blocks: Sequence[Block]) -> list[Block]:
    """Mark the short lines that stand alone above prose and end like no sentence."""
    marked: list[Block] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        looks = (
            not block.is_heading
            and len(block.text) <= _MAX_HEADING_LENGTH
            and "\n" not in block.text
            and len(block.text.split()) <= _MAX_HEADING_WORDS
            and not ends_like_sentence(block.text, _STOPS)
            and not _LIST_ITEM.match(block.text)
        )
        prose = following is not None and ends_like_sentence(following.text, _STOPS)
        marked.append(Block(block.text, is_heading=True) if looks and prose else block)
    return marked


def _split_long(text: str) -> list[tuple[str, tuple[Span, ...]]]:
    """Split a paragraph into parts of about equal length, none over the limit if avoidable."""
    sentences = split_sentences(text)
    words = [len(text[start:end].split()) for start, end in sentences]
    total = sum(words)
    short = total <= MAX_PASSAGE_WORDS and len(text) <= MAX_PASSAGE_LENGTH
    if short or len(sentences) <= 1:
        return [(text, sentences)] if sentences else []
    wanted = total / -(-total // MAX_PASSAGE_WORDS)
    parts: list[list[Span]] = [[]]
    length = 0
    for span, count in zip(sentences, words, strict=True):
        full = length + count > MAX_PASSAGE_WORDS or length + count / 2 > wanted
        if parts[-1] and (full or span[1] - parts[-1][0][0] > MAX_PASSAGE_LENGTH):
            parts.append([])
            length = 0
        parts[-1].append(span)
        length += count
    return [_part(text, part) for part in parts]


def _part(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    first = spans[0][0]
    return (
        text[first : spans[-1][1]],
        tuple((start - first, end - first) for start, end in spans),
    )
