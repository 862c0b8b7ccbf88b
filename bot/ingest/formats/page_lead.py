"""Find the lead that stands above an article, where the page's description repeats it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOT_WORD = re.compile(r"\W++")
_MIN_LETTERS = 40
_MAX_LENGTH = 1000
_COMPARED = 120
"""Letters of a description that are compared: what goes on behind them may be cut off."""


def lead_of(descriptions: Iterable[str], texts: Sequence[str], blocks: Sequence[Block]) -> str:
    """Return the text of the page that its description repeats, unless it was extracted.

    Args:
        descriptions: What the page says that it is about.
        texts: The texts of the page's elements.
        blocks: What was extracted.

    Returns:
        The lead as the page shows it; nothing where the page shows none or it is there already.
    """
    extracted = "".join(_bare(block.text) for block in blocks)
    for description in descriptions:
        said = _bare(description)[:_COMPARED]
        if len(said) < _MIN_LETTERS or said in extracted:
            continue
        for text in texts:
            if len(text) <= _MAX_LENGTH and _bare(text[: 2 * len(description)]).startswith(said):
                return text
    return ""


def add_lead(lead: str, blocks: Sequence[Block], title: str | None) -> list[Block]:
    """Return an article's blocks with its lead above the first sentence and its sub-heading."""
    sentences = (i for i, b in enumerate(blocks) if not b.is_heading and ends_like_sentence(b.text))
    place = next(sentences, 0)
    while place and blocks[place - 1].is_heading and blocks[place - 1].text != title:
        place -= 1
    return [*blocks[:place], Block(lead, is_heading=False), *blocks[place:]]


def _bare(text: str) -> str:
    return _NOT_WORD.sub("", text)
