"""Limits on how much one server may add."""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 3600
DAY = 24 * HOUR

LEAST_EVERY = 15 * 60
"""The minimum seconds between two checks of a feed; the maximum is a day."""

MOST_OF_A_FEED = 200
"""The maximum number of articles of one feed that are kept."""

LINK_EVERY = DAY
"""Seconds between two looks at a link."""

UNDONE_WITHIN = DAY
"""Seconds in which a source that was removed can be brought back, and an offer be kept."""

WAITING = 2
"""The limit on passages of offered and removed sources, as a multiple of the limit on those in
service."""

ANNOUNCED_AN_HOUR = 10
"""The maximum number of articles that are announced in one channel within an hour."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on what one server may add.

    Attributes:
        sources: How many sources.
        passages: How many passages their articles may have in total.
    """

    sources: int = 200
    passages: int = 50_000
