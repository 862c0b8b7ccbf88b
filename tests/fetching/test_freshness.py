"""When to ask again."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.fetching.freshness import DAY, fresh_seconds, pause_after, retry_seconds

NOW = dt.datetime(2026, 11, 28, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("99999999999", DAY),
        ("Sat, 28 Nov 2026 12:05:00 GMT", 300),
        ("Sat, 28 Nov 2026 11:00:00 GMT", 0),
        ("Fri, 28 Nov 2036 11:00:00 GMT", DAY),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_how_long_to_leave_a_site_alone(said: str, seconds: float | None) -> None:
    assert retry_seconds({"Retry-After": said}, NOW) == seconds


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("max-age=300", 300), ("public, max-age=99999999", DAY), ("no-store", 0), ("s-maxage=9", 0)],
)
def test_how_long_an_answer_stays_good(said: str, seconds: int) -> None:
    assert fresh_seconds({"Cache-Control": said}) == seconds


def test_failures_back_off_to_a_day() -> None:
    minutes = [pause_after(failures) // 60 for failures in (1, 2, 3, 8, 9, 10, 500)]
    assert minutes == [5, 10, 20, 640, 1280, 1440, 1440]
