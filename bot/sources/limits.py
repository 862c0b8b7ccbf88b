"""Limits on how much one server may add."""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 3600
DAY = 24 * HOUR

LEAST_EVERY = 15 * 60
"""Seconds between two looks at a feed, at least; at most it is a day."""

MOST_OF_A_FEED = 200
"""Articles of one feed that are kept at most."""

LINK_EVERY = DAY
"""Seconds between two looks at a link."""

UNDONE_WITHIN = DAY
"""Seconds in which a source that was removed can be brought back, and an offer be kept."""

WAITING = 2
"""How many times as many passages as answer what is offered may have, and what was removed."""

ANNOUNCED_AN_HOUR = 10
"""Articles that are announced in one channel within an hour at most."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one server may bring in.

    Attributes:
        sources: How many sources.
        passages: How many passages all of their articles may have together.
    """

    sources: int = 200
    passages: int = 50_000
