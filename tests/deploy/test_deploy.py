"""The files for running the bot for long are what systemd and containers take."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bot.settings import Settings
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

DEPLOY = PROJECT / "bot" / "deploy"
UNIT = (DEPLOY / "footnote.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
OPTIONS = {str(field.validation_alias) for field in Settings.model_fields.values()}


@pytest.fixture
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "footnote.service"
    unit.write_text(UNIT.replace("/opt/footnote/.venv/bin/python", sys.executable))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if "No such file or directory" in done.stderr and "footnote" not in done.stderr:
        pytest.skip(f"systemd-analyze can't run here: {done.stderr.strip()}")
    assert "footnote.service" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr


def test_the_unit_starts_the_bot_with_settings_that_exist() -> None:
    assert re.search(r"^ExecStart=\S+/python run_bot\.py run$", UNIT, re.MULTILINE)
    names = set(re.findall(r"^Environment=(FOOTNOTE_\w+)", UNIT, re.MULTILINE))
    assert names
    assert names <= OPTIONS


def test_the_container_is_made_of_what_is_here_and_runs_without_rights() -> None:
    for sources in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE):
        for source in sources.split():
            assert source != ".", "a folder's .env would come along"
            assert (PROJECT / source).exists(), source
    lines = CONTAINER.splitlines()
    assert lines.index("USER footnote") < lines.index('CMD ["python", "run_bot.py", "run"]')
    names = set(re.findall(r"(FOOTNOTE_\w+)=", CONTAINER))
    assert names
    assert names <= OPTIONS
    assert "DISCORD_TOKEN" not in CONTAINER


def test_the_container_keeps_its_database_in_its_volume() -> None:
    (volume,) = re.findall(r"^VOLUME (\S+)$", CONTAINER, re.MULTILINE)
    assert f"FOOTNOTE_DATABASE={volume}/" in CONTAINER
    assert f"-o footnote {volume}" in CONTAINER


def test_compose_builds_this_container_and_gives_it_no_more_than_it_needs(
    compose: dict[str, Any],
) -> None:
    service = compose["services"]["footnote"]
    context = (DEPLOY / service["build"]["context"]).resolve()
    assert context == PROJECT
    assert (context / service["build"]["dockerfile"]).is_file()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "ports" not in service
    assert set(service["environment"]) <= OPTIONS
    named = {volume.partition(":")[0] for volume in service["volumes"]}
    assert "state" in named & set(compose["volumes"])
    (corpus,) = named - {"state"}
    assert (DEPLOY / corpus).resolve() == PROJECT / "corpus"


def test_compose_waits_for_the_answers_under_way(compose: dict[str, Any]) -> None:
    # Whatever it is doing, the bot ends within five seconds.
    grace = compose["services"]["footnote"]["stop_grace_period"]
    assert int(grace.removesuffix("s")) > 5


def test_the_health_check_asks_the_port_that_is_served(compose: dict[str, Any]) -> None:
    service = compose["services"]["footnote"]
    port = service["environment"]["FOOTNOTE_MONITOR_PORT"]
    assert f"http://127.0.0.1:{port}/healthz" in " ".join(service["healthcheck"]["test"])
