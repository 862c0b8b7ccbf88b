"""Remove boilerplate from the lines of an article, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles.article import Removal
from bot.ingest.text.boilerplate import kind_of_boilerplate
from bot.ingest.text.sentences import ends_like_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.text.splitter import Block

TITLE_REPEATED = "title repeated"
"""Why a line was removed that is the headline again."""

_WRAPPED_LENGTH = 40
SITE_NAME = re.compile(r"\s[|–—-]\s[^|–—]{2,40}\Z")
"""Matches the site's name behind a headline: “Bridge reopens | City News”."""

_MAX_SITE_LENGTH = 80
_NEITHER = re.compile(r"[\W_]++")
"""What is neither a letter nor a digit."""


def clean_lines(lines: list[str], title: str) -> tuple[list[str], tuple[Removal, ...]]:
    """Remove boilerplate from an article's lines.

    Args:
        lines: The lines below the headline, without their line ends.
        title: The headline; a line that only repeats it is removed.

    Returns:
        The lines, each removed one left empty so that paragraphs stay apart, and what was
        removed with the reason. Lines of nothing but white space are not reported.
    """
    headline = _bare(title)
    kept: list[str] = []
    removals: list[Removal] = []
    for index, line in enumerate(lines):
        stripped = line.strip()
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        alone = not _continues(kept[-1].strip() if kept else "", following)
        why = _boilerplate(stripped, headline) if stripped and alone else None
        kept.append("" if why else line)
        if why:
            removals.append(Removal(stripped, why))
    return kept, tuple(removals)


def clean_blocks(blocks: Sequence[Block], title: str) -> tuple[list[Block], tuple[Removal, ...]]:
    """Remove boilerplate from an article's blocks, line by line.

    Args:
        blocks: The blocks below the headline.
        title: The headline.

    Returns:
        The blocks that have any line left, and what was removed with the reason.
    """
    lines = [line for block in blocks for line in (*block.text.split("\n"), "")]
    kept, removals = clean_lines(lines, title)
    rest = iter(kept)
    cleaned: list[Block] = []
    links: list[Removal] = []
    below = False
    for block in blocks:
        left = [next(rest) for _ in range(block.text.count("\n") + 1)]
        next(rest)
        text = "\n".join(line for line in left if line.strip())
        if below and _lists_titles(block):
            links.append(Removal(block.text, "link to another article"))
        elif text:
            cleaned.append(replace(block, text=text))
        below = block.is_heading and not text
    return cleaned, (*removals, *links)


def _lists_titles(block: Block) -> bool:
    """Return whether a block is a list without a sentence, as below *See also*."""
    lines = block.text.split("\n")
    return block.by_line and not any(map(ends_like_sentence, lines))


def _continues(before: str, following: str) -> bool:
    """Return whether a line between these two is the middle of a wrapped paragraph."""
    return following[:1].islower() or (
        len(before) >= _WRAPPED_LENGTH and not ends_like_sentence(before)
    )


def _boilerplate(line: str, headline: str) -> str | None:
    text = line.lstrip("#").strip().strip("*_").strip()
    if headline and _repeats_headline(text, headline):
        return TITLE_REPEATED
    return kind_of_boilerplate(text)


def _repeats_headline(text: str, headline: str) -> bool:
    """Return whether a line is the headline, with or without the site's name after it."""
    if len(text) > 2 * len(headline) + _MAX_SITE_LENGTH:
        return False
    first = text[:1].lower()
    if first.isascii() and first.isalnum() and headline[0] != first:
        return False
    if _bare(text) == headline:
        return True
    site = SITE_NAME.search(text)
    return site is not None and _bare(text[: site.start()]) == headline


def _bare(text: str) -> str:
    """Reduce a line to its letters and digits, for comparing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NEITHER.sub("", folded)
