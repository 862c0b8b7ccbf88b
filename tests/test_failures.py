"""A run of the tests ends where one fails."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

FAILING = """\
from bot.storage.sqlite.opening import open_database

async def test_fails(tmp_path):
    assert not await open_database(tmp_path / "footnote.db")
"""


def test_a_run_ends_where_a_test_leaves_a_database_open(tmp_path: Path) -> None:
    (tmp_path / "test_failing.py").write_text(FAILING)
    options = ("-q", "-p", "no:cacheprovider", "-c", "pyproject.toml", "-p", "tests.conftest")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "1 failed" in done.stdout
    assert done.returncode == 1
