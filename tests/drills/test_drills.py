"""The drills in small; ``python -m tests.drills.kill`` and ``.load`` run them in full."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.drills import load
from tests.drills.kill import run_drill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not for Windows")
def test_a_killed_reload_loses_nothing(tmp_path: Path) -> None:
    count = run_drill(4, tmp_path)
    assert count.killed + count.finished == 4


async def test_each_of_many_questions_is_answered_once_and_nothing_is_left_over(
    tmp_path: Path,
) -> None:
    outcome = await load.run_drill(
        tmp_path, questions=200, members=100, servers=5, at_once=50, memory=True
    )
    assert outcome.wrong == {}
    assert outcome.answered == outcome.requests == outcome.asked == 200
    assert outcome.after["tasks"] <= outcome.before["tasks"]
    assert outcome.after["MB"] <= 1.05 * outcome.before["MB"]
