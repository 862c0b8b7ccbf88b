"""What a document may do to the process that reads it, by a word in it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article


def misbehave(article: Article) -> int:
    """Do what the article's first word says, and else return the number of its passages."""
    text = article.passages[0].text
    if text.startswith("Hang"):
        while True:
            pass
    if text.startswith("Exit"):
        os._exit(3)
    if text.startswith("Swell"):
        bytearray(8 << 30)
    if text.startswith("Raise"):
        raise IndexError
    if text.startswith("Print"):
        sys.stdout.write("not a reading")
        sys.stdout.flush()
        os.write(1, b"nor is this")
    if text.startswith("Secret"):
        return sum(key.startswith(("DISCORD", "FOOTNOTE")) for key in os.environ)
    return len(article.passages)
