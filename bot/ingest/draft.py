"""An article as a format's reader found it, before its paragraphs are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Removal
    from bot.ingest.metadata.front_matter import FrontMatter
    from bot.ingest.text.splitter import Block

_WORD_SIGNS = re.compile(r"[-_\s]++")


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of an article that were found in a file.

    Attributes:
        fields: What the file says about the article.
        title: The headline.
        blocks: Sub-headings and paragraphs in reading order.
        removals: What was removed, and why.
    """

    fields: FrontMatter
    title: str
    blocks: Sequence[Block]
    removals: tuple[Removal, ...]


def is_titled_by_file(title: str, file: str) -> bool:
    """Return whether a title was made from the file's name, as the text has none."""
    return title == title_from_file(file)


def title_from_file(file: str) -> str:
    """Make a title from a file's name, for an article without one."""
    name = file.rpartition("/")[2]
    words = _WORD_SIGNS.sub(" ", name.rpartition(".")[0] or name).strip()
    return words[:1].upper() + words[1:] or name
