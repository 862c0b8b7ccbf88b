"""Find the questions of an interview, which stand above what was answered."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import mark_headings
from bot.language.plain_text import QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ingest.text.splitter import Block

MAX_QUESTION_LENGTH = 600
"""Characters of the longest paragraph that is taken for an interviewer's question."""

_ASKS = re.compile(rf"[{''.join(QUESTION_MARKS)}][\"'”’»)]?\Z")
_MIN_QUESTIONS = 2


def may_be_question(text: str) -> bool:
    """Return whether a line ends as a question does, and isn't too long to be one."""
    return len(text) <= MAX_QUESTION_LENGTH and _ASKS.search(text) is not None


def mark_bold_headings(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of the short bold lines above prose, in a format that has headings, too."""
    return [
        marked if block.is_bold else block
        for block, marked in zip(blocks, mark_headings(blocks), strict=True)
    ]


def mark_questions(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of the bold paragraphs that ask something, where there are several.

    An interviewer who states something in bold, too, has all that is bold stay paragraphs: they
    have to be quoted, and what follows would stand under a question that it doesn't answer. What
    is bold before the first question or after the last one says what the interview is about.

    Args:
        blocks: The blocks of an article, cleaned.
    """
    bold = [i for i, block in enumerate(blocks) if block.is_bold and not block.is_heading]
    asked = [index for index in bold if may_be_question(blocks[index].text)]
    if len(asked) < _MIN_QUESTIONS:
        return [*blocks]
    others = set(bold).difference(asked).intersection(range(asked[0], asked[-1]))
    if any(ends_like_sentence(blocks[index].text) for index in others):
        return [*blocks]
    marked = [*blocks]
    for index in asked:
        text = " ".join(blocks[index].text.split())
        marked[index] = replace(blocks[index], text=text, is_heading=True)
    return marked
