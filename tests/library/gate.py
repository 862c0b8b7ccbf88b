"""Have a worker wait where it looks for people, until the test lets it go on.

A worker imports what it is to do by name, so this module imports next to nothing: on a busy machine
a worker that imports a module of tests with all that it needs is given up before it has begun.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.analysis.article_analysis import people_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.article import Article

GATE = "GATE_OF_THE_TEST"
"""The environment variable that says where the gate is."""


class Gate:
    """A pipe at which workers wait.

    The test has it open to read and to write, so that neither side ever waits for the other to
    open it: a worker that has gone doesn't keep the test from ending.

    Args:
        path: Where the pipe is made.
    """

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    def let_through(self, count: int = 1) -> None:
        """Let as many through, be they there yet or not."""
        os.write(self._pipe, b"." * count)

    def close(self) -> None:
        """Let all through who still wait."""
        self.path.unlink()
        os.close(self._pipe)


@contextmanager
def gate_at(path: Path) -> Iterator[Gate]:
    """Make a gate for the time of the block."""
    gate = Gate(path)
    try:
        yield gate
    finally:
        gate.close()


def find_when_told(article: Article) -> str:
    """Find people once the worker has been let through."""
    with Path(os.environ[GATE]).open("rb", buffering=0) as pipe:
        pipe.read(1)
    return people_in(article)


def find_when_told_at_the_bridge(article: Article) -> str:
    """Find people, those of one article alone once the worker has been let through."""
    return find_when_told(article) if article.file == "bridge.md" else people_in(article)


def fail_on_ferries(article: Article) -> str:
    """Find people, but a mistake of ours, where there is a ferry."""
    if any("ferry" in passage.text for passage in article.passages):
        raise IndexError
    return people_in(article)


def fail_on_ferries_when_told(article: Article) -> str:
    """Fail so once the worker has been let through at the bridge."""
    find_when_told_at_the_bridge(article)
    return fail_on_ferries(article)


def fail(_: Article) -> str:
    """Find people of nothing."""
    raise IndexError
