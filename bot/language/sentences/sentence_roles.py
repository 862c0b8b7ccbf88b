"""Tell the sentences of a paragraph that answer nothing, or less than others, from prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.plain_text import QUESTION_MARKS
from bot.language.sentence_cues import CAPTION, QUESTION, TABLE_ROW
from bot.language.sentences.captions import captions_in
from bot.language.sentences.line_marks import row_header

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage
    from bot.language.pack import LanguagePack

_QUOTATION = re.compile(r"[\"“”„«»「」]")


def roles_in(article: Article, passage: Passage, pack: LanguagePack) -> list[int]:
    """Return the roles of a paragraph's sentences: bits of :mod:`bot.language.sentence_cues`.

    Args:
        article: The article.
        passage: Its paragraph.
        pack: The article's language.

    Returns:
        For each sentence which of ``CAPTION``, ``QUESTION`` and ``TABLE_ROW`` it is, or 0.
    """
    captions = captions_in(article, passage, pack)
    row = TABLE_ROW * is_table(passage)
    return [
        CAPTION * (place < captions) | QUESTION * _asks(passage.text[start:end]) | row
        for place, (start, end) in enumerate(passage.sentences)
    ]


def _asks(sentence: str) -> bool:
    return sentence.rstrip().endswith(QUESTION_MARKS) and not _QUOTATION.search(sentence)


def is_table(passage: Passage) -> bool:
    """Return whether a paragraph's sentences are rows, each with the same headers."""
    if ": " not in passage.text or len(passage.sentences) == 1:
        return False
    headers = {row_header(passage.text, *span) for span in passage.sentences}
    return len(headers) == 1 and None not in headers
