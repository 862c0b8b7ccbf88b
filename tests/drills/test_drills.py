"""The drills in small; ``python -m tests.drills.kill`` and the others run them in full."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bot.discord_app.running.client import FootnoteBot
from tests.drills import feeds, flips, load, lock, outages, stop
from tests.drills.kill import run_drill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not for Windows")
def test_a_killed_reload_loses_nothing(tmp_path: Path) -> None:
    count = run_drill(2, tmp_path)
    assert count.killed + count.finished == 2


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not for Windows")
async def test_a_look_at_feeds_that_is_killed_loses_nothing_and_announces_nothing_twice(
    tmp_path: Path,
) -> None:
    count = await feeds.run_drill(3, tmp_path)
    assert count.killed + count.finished == 2


@pytest.mark.skipif(sys.platform == "win32", reason="SIGUSR1 is not for Windows")
async def test_each_of_many_questions_is_answered_once_and_nothing_is_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tracing memory makes the models too slow for Discord's three seconds.
    monkeypatch.setenv("FOOTNOTE_MEANING", "off")
    outcome = await load.run_drill(
        tmp_path, questions=100, members=50, servers=5, at_once=25, memory=True
    )
    assert outcome.wrong == {}
    assert outcome.answered == outcome.asked == 100
    assert outcome.after["tasks"] <= outcome.before["tasks"]
    assert outcome.after["threads"] <= outcome.before["threads"]
    assert outcome.after["files"] <= outcome.before["files"]
    assert outcome.after["connections"] <= outcome.before["connections"] + 25
    assert outcome.after["MB"] <= 1.05 * outcome.before["MB"]


async def test_no_question_is_lost_when_discord_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(*_: object, **__: object) -> None:
        """Begin a session without discord.py's five seconds in between."""

    monkeypatch.setattr(FootnoteBot, "before_identify_hook", at_once)
    # After a 500 discord.py waits for seconds.
    chosen = {name: do for name, do in outages.outages(wait=0.1).items() if "500" not in name}
    assert len(chosen) == 6
    for name, count in (await outages.run_drill(tmp_path, chosen, questions=3)).items():
        assert (count.lost, count.twice) == (0, 0), name
        assert count.answered + count.undelivered + count.late == count.asked, name


async def test_a_locked_database_costs_no_answer_and_no_reload(tmp_path: Path) -> None:
    count = await lock.run_drill(tmp_path, seconds=0.5, every=0.05)
    assert count.asked == count.answered == count.noted > 0
    assert count.reloaded == "The articles were read again"


def test_no_damage_of_the_database_shows_what_is_in_no_file(tmp_path: Path) -> None:
    assert sum(flips.run_drill(12, tmp_path).values()) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
async def test_a_stop_takes_seconds_whatever_is_going_on(tmp_path: Path) -> None:
    outcome = await stop.run_drill(3, 300, tmp_path)
    assert set(outcome.seconds) == {"first start", "restart", "flood"}
    assert outcome.longest <= stop.WITHIN
