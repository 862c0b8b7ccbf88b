"""The drills in small; ``python -m tests.drills.kill`` and ``.load`` run them in full."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.drills.kill import run_drill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not for Windows")
def test_a_killed_reload_loses_nothing(tmp_path: Path) -> None:
    count = run_drill(4, tmp_path)
    assert count.killed + count.finished == 4
