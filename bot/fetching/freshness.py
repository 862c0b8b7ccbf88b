"""When an address may be requested again: what the site says, and back-off after failures."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

REST_AFTER = 14 * DAY
"""Seconds of failures only after which a source is no longer checked, until a member refreshes
it."""

LEAST_FAILURES = 14
"""Failures before which no source rests: a clock that was wrong, or a computer that slept, makes a
few failures seem to be weeks."""

_FIRST_PAUSE = 5 * MINUTE
_MOST_DOUBLINGS = 10
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def fresh_seconds(headers: Mapping[str, str]) -> int:
    """Return for how many seconds a response stays fresh, at most a day."""
    found = _MAX_AGE.search(headers.get("Cache-Control", ""))
    return min(int(found[1]), DAY) if found else 0


def retry_seconds(headers: Mapping[str, str], now: dt.datetime) -> float | None:
    """Return for how many seconds a site asks not to be contacted, at most a day.

    Args:
        headers: The headers of its answer.
        now: The time, with its zone.
    """
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(min(int(said[:9]), DAY))
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return min(max((until - now).total_seconds(), 0.0), float(DAY))


def pause_after(failures: int) -> int:
    """Return how many seconds to pause after a number of failures in a row."""
    return min(_FIRST_PAUSE << min(max(failures - 1, 0), _MOST_DOUBLINGS), DAY)
