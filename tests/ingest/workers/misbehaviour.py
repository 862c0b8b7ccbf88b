"""What a document may do to the process that reads it, by a word in it."""

from __future__ import annotations

import os
import re
import sys
import threading
from typing import TYPE_CHECKING

from bot.ingest.document_reader import Document
from bot.ingest.workers.worker import Worker

if TYPE_CHECKING:
    from bot.articles.article import Article

NAP = 2.0
"""How long a document is read without any time of a processor, in seconds."""


def misbehave(article: Article) -> int:
    """Do what the article's first word says, and else return the number of its passages."""
    text = article.passages[0].text
    if "TOLD" in os.environ:
        os.write(os.open(os.environ["TOLD"], os.O_WRONLY), f"{os.getppid()}\n".encode())
    if text.startswith(("Sleep", "Starve")):
        threading.Event().wait(NAP if text.startswith("Starve") else None)
    if text.startswith("Match"):
        re.match("(a*)*b", "a" * 64)  # holds the interpreter
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
    if text.startswith("Nice"):
        return os.getpriority(os.PRIO_PROCESS, 0)
    if text.startswith("Template"):
        return os.getppid()
    if text.startswith("Secret"):
        return sum(key.startswith(("DISCORD", "FOOTNOTE")) for key in os.environ)
    return len(article.passages)


class SlowToLoad:
    """Takes forever to load, once it has told so."""

    def load(self) -> None:
        """Tell so, and wait."""
        os.write(os.open(os.environ["TOLD"], os.O_WRONLY), b".")
        threading.Event().wait()

    def __call__(self, _: Article) -> None:
        """Find nothing."""


def process_of(_: Article) -> int:
    """Return the number of the process that reads."""
    return os.getpid()


def read_for_ever(word: str) -> None:
    """Let a worker read a document that does what its first word says."""
    content = f"A title\n\n{word} is what this article of a few words says.\n".encode()
    with Worker(misbehave, seconds=600) as worker:
        list(worker.read([Document("a.txt", "a", content)]))
