"""Measure how much memory this process and those that it has started take together."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERY = 0.02
_PROC = Path("/proc")


class PeakMemory:
    """The most memory that was in use, in MB.

    What several processes share counts once (each has its part of it: the proportional set size
    of Linux).
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._ended = threading.Event()

    def watch(self) -> None:
        """Look at the memory every now and then until :meth:`end` is called."""
        while not self._ended.wait(_EVERY):
            self.peak = max(self.peak, sum(map(_shared_fairly, _with_descendants("self"))))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()


@contextmanager
def peak_memory() -> Iterator[PeakMemory]:
    """Measure the most memory that is in use within a block; the result is there after it."""
    peak = PeakMemory()
    thread = threading.Thread(target=peak.watch)
    thread.start()
    try:
        yield peak
    finally:
        peak.end()
        thread.join()


def _with_descendants(process: str) -> Iterator[str]:
    yield process
    for children in (_PROC / process / "task").glob("*/children"):
        for child in _text(children).split():
            yield from _with_descendants(child)


def _shared_fairly(process: str) -> float:
    for line in _text(_PROC / process / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:  # it has ended meanwhile
        return ""
