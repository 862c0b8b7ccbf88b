"""Split an article's lines into passages: the paragraphs that a reader would count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.articles.article import Passage, Removal
from bot.ingest.text.sentences import ends_like_sentence, split_sentences
from bot.language.plain_text import count_words
from bot.language.sentences.captions import ends_with_credit
from bot.language.sentences.line_marks import LIST_ITEM, ROW

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
"""Words and characters that a line has at most which is a heading without marks for that."""

NO_HEADING_ENDS = ".!?…:;,。！？।॥؟۔"
"""Signs that no heading ends with, unless it is marked as one."""

_LABELLED = re.compile(r"[^\s:][^:\n]{0,30}(?:: | [-–—] )\S")
_FACTS = re.compile(r": [^|]{1,80} \| [^|:]{1,30}: ")
"""Matches a line of facts: “Price: £229 | Tested: November”."""

_TEAM = r"[^\W\d_][^\d\n]{0,40} "
_POINTS = r"\d{1,3}(?: \([^()\n]{1,40}\))?"
_SCORE = re.compile(
    r"(?!(?:[^\d\n]{0,40} )?(?i:ages?|chapters?|class|days?|episodes?|grades?|groups?|hours"
    r"|lessons?|pages?|parts?|phases?|rounds?|sections?|stages?|steps?|verses?|weeks?|years?)"
    r"(?: [A-Z])? \d)"
    rf"{_TEAM}(?:{_POINTS},? (?![a-z]){_TEAM}{_POINTS}\Z"
    r"|(?:(?:\d{1,3}[-–]\d{1,3}|\d{1,2}:\d)\b[, ]*)+(?:\Z|(?![a-z])[^\W\d_]))"
)
"""Matches the score of a match: “Ravensmoor 3 Tidewell 2”, “Ravensmoor 3–2 Tidewell”."""

_MAX_CAPTION_LENGTH = 300
_CAPTION = re.compile(
    r"\A[(\[]?(?:file (?:image|photo|picture|photograph)(?: of\b|\s*+:)|"
    r"(?:(?:image|photo|picture) caption|image|photo|picture|photograph|pictured|caption)\s*+:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: a sub-heading or a paragraph.

    Attributes:
        text: Its text.
        is_heading: Whether it is a sub-heading.
        by_line: Whether a sentence ends with each line, as in a list or a table.
        is_caption: Whether it describes a picture: it is counted, but no passage.
        heading: The sub-heading that stands above it alone, in the same paragraph, if any.
        is_bold: Whether it is a paragraph that is bold from end to end.
        level: How deep a sub-heading stands below the title, which is 1; 0 if that isn't known.
    """

    text: str
    is_heading: bool
    by_line: bool = False
    is_caption: bool = False
    heading: str | None = None
    is_bold: bool = False
    level: int = 0


def split_passages(
    article_id: str, blocks: Sequence[Block], language: str = "en"
) -> tuple[Passage, ...]:
    """Number the paragraphs from 1 and split the very long ones.

    Args:
        article_id: The start of each passage's id.
        blocks: Sub-headings and paragraphs in reading order.
        language: The article's language.

    Returns:
        Passages in reading order. A paragraph of more than ``MAX_PASSAGE_WORDS`` words or
        ``MAX_PASSAGE_LENGTH`` characters becomes several passages with the same number, split
        between sentences. A caption has a number and no passage. Sub-headings in a row, or one
        in the section of another, are joined; the last is a paragraph if none is under it.
    """
    passages: list[Passage] = []
    headings: list[Block] = []
    fresh = False
    number = 0
    prose = (i for i, block in enumerate(blocks) if not (block.is_heading or block.is_caption))
    last = max(prose, default=-1)
    for index, block in enumerate(blocks):
        if block.is_heading and index < last:
            headings = [one for one in headings if fresh or _stands_under(block, one)] + [block]
            fresh = True
            continue
        number += 1
        if block.is_caption:
            continue
        fresh = False
        above = [*(one.text for one in headings), block.heading]
        heading = " – ".join(filter(None, above)) or None
        parts = _split_long(block, language)
        for part, (text, sentences) in enumerate(parts, start=1):
            suffix = f".{part}" if len(parts) > 1 else ""
            passages.append(
                Passage(f"{article_id}#{number}{suffix}", number, text, sentences, heading)
            )
    return tuple(passages)


def level_of(tag: str) -> int:
    """Return how deep a heading stands, by its tag in HTML: 2 for “h2”, and 0 for the title's.

    A page may have other headings of the first level than its title, which is in none of them.
    """
    level = tag.removeprefix("h")
    return int(level) if level in {"2", "3", "4", "5", "6"} else 0


def _stands_under(heading: Block, other: Block) -> bool:
    """Return whether a sub-heading is of a section within that of another one."""
    return 0 < other.level < heading.level


def plain_blocks(lines: Sequence[str]) -> list[Block]:
    """Group the lines of a plain text into blocks.

    Args:
        lines: The article's lines below the headline, cleaned.

    Returns:
        Blocks in reading order, their text exactly as in the lines. Blank lines separate them;
        in a text that has none, and whose lines aren't wrapped, line ends do.
    """
    groups = [[line] for line in lines if line.strip()] if one_a_line(lines) else _groups(lines)
    blocks = [Block("\n".join(group).strip(), is_heading=False) for group in groups]
    return mark_headings(mark_labelled(blocks))


def one_a_line(lines: Sequence[str]) -> bool:
    """Return whether each line is a paragraph: no line is blank, and they aren't wrapped."""
    filled = [line for line in lines if line.strip()]
    return len(filled) == len(_inner(lines)) and not _is_wrapped(filled)


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
        1 for line in lines[:-1] if not ends_like_sentence(line.rstrip(" \t,;:"), NO_HEADING_ENDS)
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


def may_be_heading(line: str) -> bool:
    """Return whether a line is as short as a heading and doesn't end like a sentence."""
    return (
        len(line) <= _MAX_HEADING_LENGTH
        and len(line.split()) <= _MAX_HEADING_WORDS
        and not ends_like_sentence(line, NO_HEADING_ENDS)
        and not _FACTS.search(line)
        and not _SCORE.match(line)
    )


def mark_headings(blocks: Sequence[Block]) -> list[Block]:
    """Mark the short lines that stand alone above prose and end like no sentence."""
    marked: list[Block] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        looks = (
            not block.is_heading
            and not block.by_line
            and not block.is_caption
            and "\n" not in block.text
            and may_be_heading(block.text)
            and not LIST_ITEM.match(block.text)
            and not ends_with_credit(block.text)
        )
        prose = following is not None and (
            following.by_line or ends_like_sentence(following.text, NO_HEADING_ENDS)
        )
        marked.append(Block(block.text, is_heading=True) if looks and prose else block)
    return marked


def mark_labelled(blocks: Sequence[Block]) -> list[Block]:
    """Mark the paragraphs of which each line has a label: “Attendance: 1,874”."""
    return [replace(block, by_line=True) if _is_labelled(block) else block for block in blocks]


def _is_labelled(block: Block) -> bool:
    if block.is_heading or block.by_line or "\n" not in block.text:
        return False
    lines = [line.lstrip() for line in block.text.split("\n")]
    return all(
        (_LABELLED.match(line) or ROW.match(line)) and not line[0].islower() for line in lines
    )


def _split_long(block: Block, language: str) -> list[tuple[str, tuple[Span, ...]]]:
    """Split a paragraph into parts of about equal length, none over the limit if avoidable."""
    text = block.text
    sentences = _split_lines(text) if block.by_line else split_sentences(text, language)
    words = [count_words(text[start:end]) for start, end in sentences]
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


def mark_captions(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Removal, ...]]:
    """Mark the paragraphs that describe a picture, and return what they say as removals."""
    marked = [replace(b, is_caption=True) if _is_caption(b) else b for b in blocks]
    return marked, tuple(Removal(b.text, "caption") for b in marked if b.is_caption)


def _is_caption(block: Block) -> bool:
    if block.is_heading or block.by_line or len(block.text) > _MAX_CAPTION_LENGTH:
        return False
    return _CAPTION.match(block.text) is not None


def _split_lines(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        begin = start + len(line) - len(line.lstrip())
        mark = LIST_ITEM.match(text, begin, start + len(line))
        said = mark.end() if mark else begin
        found = [(said + a, said + z) for a, z in split_sentences(text[said : start + len(line)])]
        # The number of an item is no sentence of its own.
        spans.extend([(begin, found[0][1]), *found[1:]] if found else [])
        start += len(line) + 1
    return tuple(spans)


def _part(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    first = spans[0][0]
    return (
        text[first : spans[-1][1]],
        tuple((start - first, end - first) for start, end in spans),
    )
