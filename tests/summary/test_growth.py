"""Condensing an article takes time in proportion to it, whatever it is made of."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.summary import summarise

if TYPE_CHECKING:
    from bot.articles.article import Article

GROWTH = 4
# Work that is linear grows by GROWTH, and work that is quadratic by its square.
MOST = GROWTH * 2.5
SIZE = 4000

PARAGRAPHS = {
    "he said": "He said that it was late on that day.\n\n",
    "an interview": "**Who is the one that you saw?**\n\nI am the one that we saw there.\n\n",
    "denials": "He denied the charge, “and that.” He called all of it a lie.\n\n",
    "questions": "**Where were you then?** I was at home that day.\n\n",
    "open quotations": "“He said it and ‘That was all of it, she said to me.\n\n",
    "captions": "The harbour in winter with boats.\n\nThe harbour was full of boats.\n\n",
    "one paragraph": "He said that it was late on that day. ",
}


def _article(paragraph: str, size: int) -> Article:
    return parse_article(f"# A title\n\nAnn Lee spoke.\n\n{paragraph * size}".encode(), "a.md")


def _fastest(article: Article) -> float:
    taken = []
    for _ in range(2):
        start = time.process_time()
        summarise(article, pack_for("en"), 120)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_an_article_of_very_many_paragraphs(kind: str) -> None:
    small, large = (_article(PARAGRAPHS[kind], size) for size in (SIZE, GROWTH * SIZE))
    assert _fastest(large) < MOST * max(_fastest(small), 0.02)
