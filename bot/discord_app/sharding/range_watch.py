"""Warn where processes with fixed shard ranges leave shards unserved, or share some."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.storage.cluster import ranges

if TYPE_CHECKING:
    from bot.storage.cluster import ClusterView

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds after which a warning is logged: processes that start take a while."""


class RangeWatch:
    """Looks at the shards that processes may serve, and logs what is wrong with them, once."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}
        self._said: set[str] = set()

    def look(self, view: ClusterView, number: int, now: float) -> None:
        """Log what has been wrong for a while.

        Args:
            view: The cluster.
            number: The number of this process.
            now: The time, in seconds.
        """
        wrong = [*_unserved(view), *_shared(view, number)]
        self._since = {text: self._since.get(text, now) for text in wrong}
        for text, since in self._since.items():
            if now - since >= PATIENCE and text not in self._said:
                self._said.add(text)
                log.warning("%s", text)
        self._said.intersection_update(wrong)


def _unserved(view: ClusterView) -> list[str]:
    """Return a warning if no process may serve some shards."""
    missing = [
        one.shard
        for one in view.shards
        if not any(process.may_serve(one.shard) for process in view.processes)
    ]
    if not missing:
        return []
    return [
        f"no process serves the shards {ranges(missing)}, so that their servers get no answer: "
        f"start one that has them in FOOTNOTE_SHARDS, as in {ranges(missing).split(', ')[0]}"
        f"/{len(view.shards)}"
    ]


def _shared(view: ClusterView, number: int) -> list[str]:
    """Return a warning for each process whose range overlaps with that of this one."""
    mine = next((one for one in view.processes if one.number == number), None)
    if mine is None or mine.last is None:
        return []
    wrong = []
    for one in view.processes:
        # A process with the same range waits to replace the other.
        if one.last is None or one.draining or (one.first, one.last) == (mine.first, mine.last):
            continue
        both = range(max(one.first, mine.first), min(one.last, mine.last) + 1)
        if both:
            wrong.append(
                f"the shards {ranges(both)} are named in the FOOTNOTE_SHARDS of this process and "
                f"of {one.name}, and served by the one that claimed them first: name each in one"
            )
    return wrong
