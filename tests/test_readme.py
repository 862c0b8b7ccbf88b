"""What the README gives to copy has to work."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

README = (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    block = re.search(r"```ini\n(.*?)```", README, re.DOTALL)
    assert block
    unit = tmp_path / "footnote.service"
    here = block[1].replace("/opt/footnote/.venv/bin/python", sys.executable)
    unit.write_text(here)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", str(unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if "No such file or directory" in done.stderr and "footnote" not in done.stderr:
        pytest.skip(f"systemd-analyze can't run here: {done.stderr.strip()}")
    assert "footnote.service" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr


def test_every_picture_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (PROJECT / path).is_file(), path


def test_every_command_of_the_terminal_is_described() -> None:
    done = subprocess.run(
        [sys.executable, "run_bot.py", "--help"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    commands = re.findall(r"^│ (\w+) {2,}", done.stdout.partition("Commands")[2], re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        assert f"`python run_bot.py {command}" in README or command == "run", command


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = re.search(r"^python3 -m venv .*pytest.*$", README, re.MULTILINE)
    assert command
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert command[0] in [line.strip() for line in script.splitlines()]
