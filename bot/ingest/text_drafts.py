"""Draft an article of a text, of Markdown or of an HTML page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles.article import Removal
from bot.ingest.draft import Draft, title_from_file
from bot.ingest.metadata.article_opening import read_opening
from bot.ingest.metadata.front_matter import FrontMatter, FrontMatterError, read_front_matter
from bot.ingest.refusal import NO_ARTICLE, RefusedFileError
from bot.ingest.text.cleaner import clean_blocks, clean_lines
from bot.ingest.text.interview import mark_questions
from bot.ingest.text.paragraph_lines import part_lines
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import (
    mark_captions,
    mark_headings,
    mark_labelled,
    one_a_line,
    plain_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.metadata.article_opening import Opening
    from bot.ingest.text.splitter import Block

_MAX_KICKER_WORDS = 4
_MARKS = ("#", ">", "|", "-", "*", "+", "=", "`", "~", "<", "[^", " ", "\t")


def draft_text(text: str, file: str) -> Draft:
    """Draft an article of a plain text."""
    lines = text.split("\n")
    opening = read_opening(lines)
    lines = ["" if index in opening.taken else line for index, line in enumerate(lines)]
    kept, removals = clean_lines(lines, opening.title or "")
    blocks = mark_headings(mark_labelled(part_lines(plain_blocks(kept))))
    blocks, captions = mark_captions(blocks)
    return Draft(
        opening.complete(FrontMatter()),
        opening.title or title_from_file(file),
        blocks,
        (*opening.removals, *removals, *captions),
    )


def draft_markdown(text: str, file: str) -> Draft:
    """Draft an article of Markdown with or without front matter.

    Raises:
        RefusedFileError: The front matter is wrong, or the Markdown is nested too deeply.
    """
    from bot.ingest.formats.markdown import MarkdownError, read_markdown  # noqa: PLC0415 - for this alone

    try:
        fields, body, unused = read_front_matter(text)
        markdown = read_markdown(_with_blank_lines(body))
    except (FrontMatterError, MarkdownError) as error:
        raise RefusedFileError(file, str(error)) from error
    opening, blocks = take_opening(markdown.blocks, fields.title)
    title = opening.title or title_from_file(file)
    blocks, removals = clean_blocks(blocks, title)
    blocks = mark_headings(mark_labelled(part_lines(mark_questions(blocks))))
    blocks, captions = mark_captions(blocks)
    not_used = (Removal(line, "front matter that is not used") for line in unused)
    return Draft(
        opening.complete(fields),
        title,
        blocks,
        (*not_used, *markdown.removals, *opening.removals, *removals, *captions),
    )


def draft_page(text: str, file: str) -> Draft:
    """Draft an article of an HTML page.

    Raises:
        RefusedFileError: There is no article in it, or it is too much to read.
    """
    from bot.ingest.formats.page import PageError, read_page  # noqa: PLC0415 - most of a second

    try:
        page = read_page(text)
    except PageError as error:
        raise RefusedFileError(file, str(error)) from error
    if page is None:
        raise RefusedFileError(file, NO_ARTICLE)
    fields = page.fields
    if fields.language == "en":  # which site builders say of pages in any language
        fields = replace(fields, language=None)
    opening, blocks = take_opening(page.blocks, fields.title)
    title = opening.title or title_from_file(file)
    blocks, removals = clean_blocks(blocks, title)
    kickers = _kickers(blocks)
    blocks = mark_labelled(part_lines(mark_questions(blocks[len(kickers) :])))
    blocks, captions = mark_captions(blocks)
    return Draft(
        opening.complete(fields),
        title,
        blocks,
        (*page.removals, *opening.removals, *removals, *kickers, *captions),
    )


def _with_blank_lines(body: str) -> str:
    """Separate the paragraphs of a text that has one on each line."""
    lines = body.split("\n")
    marked = [line.startswith(_MARKS) or line[:1].isdigit() for line in lines]
    prose = [line for line, is_marked in zip(lines, marked, strict=True) if not is_marked]
    if "```" in body or not all(map(str.strip, lines)) or not one_a_line(prose):
        return body
    separated = [
        f"{line}\n" if not (marked[index] and marked[index + 1 : index + 2] == [True]) else line
        for index, line in enumerate(lines)
    ]
    return "\n".join(separated)


def take_opening(blocks: Sequence[Block], title: str | None) -> tuple[Opening, list[Block]]:
    """Separate the headline, the byline and the like from an article's blocks."""
    lines: list[str] = []
    headings: set[int] = set()
    for block in blocks:
        if block.is_heading:
            headings.add(len(lines))
        lines.extend((*block.text.split("\n"), ""))
    opening = read_opening(lines, title, headings)
    rest: list[Block] = []
    start = 0
    for block in blocks:
        count = block.text.count("\n") + 1
        left = [lines[i] for i in range(start, start + count) if i not in opening.taken]
        if left:
            rest.append(replace(block, text="\n".join(left)))
        start += count + 1
    return opening, rest


def _kickers(blocks: Sequence[Block]) -> list[Removal]:
    """Return the words that some pages set above an article: “Spain”, “Live”."""
    kickers: list[Removal] = []
    for block in blocks:
        short = len(block.text.split()) <= _MAX_KICKER_WORDS and not block.is_heading
        if not short or ends_like_sentence(block.text):
            return kickers
        kickers.append(Removal(block.text, "kicker"))
    return []
