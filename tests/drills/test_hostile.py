"""The drill of nasty files in small; ``python -m tests.drills.hostile`` runs it in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.drills import hostile
from tests.drills.hostile_files import CLASSES

if TYPE_CHECKING:
    from pathlib import Path


def test_every_nasty_file_is_read_or_refused(tmp_path: Path) -> None:
    reading = hostile.read_each(tmp_path / "files", seed=2, files=2 * len(CLASSES))
    assert reading.read + reading.refused == len(reading.seconds) == 2 * len(CLASSES)
    assert not [reason for reason in reading.reasons if "mistake" in reason or "ended" in reason]


async def test_nasty_files_cost_no_answer(tmp_path: Path) -> None:
    count = await hostile.run_drill(tmp_path, seed=3, files=len(CLASSES), at_once=len(CLASSES))
    assert count.answered == count.asked > 0
    assert count.reloads == 1
