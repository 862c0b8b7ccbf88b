"""What the documents give to copy, and what they point to, has to work."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from bot.library import Library
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

README = (PROJECT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = (
    "README.md",
    ".github/CONTRIBUTING.md",
    ".github/SECURITY.md",
    "bot/README.md",
    "bot/deploy/README.md",
    "bot/evaluation/README.md",
    "tests/README.md",
    "tests/benchmarks/README.md",
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_picture_and_link_leads_somewhere(name: str) -> None:
    document = PROJECT / name
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    document = PROJECT / name
    text = document.read_text(encoding="utf-8")
    homes = (PROJECT, document.parent, PROJECT / "bot")
    for file in re.findall(r"`([\w./]*/[\w./]+\.(?:py|toml|json|txt|yaml|md))`", text):
        assert any((home / file).exists() for home in homes), file


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_module_that_is_run_is_there(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    for module in re.findall(r"python -m ((?:bot|tests)\.[\w.]+)", text):
        file = PROJECT / module.replace(".", "/")
        assert file.with_suffix(".py").exists() or (file / "__main__.py").exists(), module


def test_the_readme_is_short_enough_for_newcomers() -> None:
    assert len(README.splitlines()) <= 134


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


def test_the_line_of_python_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    assert 'Library.from_folder("corpus").ask("Who is Marco Rubio?")' in README
    answer = Library.from_folder("corpus").ask("Who is Marco Rubio?")
    assert answer.answered
    assert "Republican senator" in answer.hits[0].passage.text


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = re.search(r"^python3 -m venv .*pytest.*$", README, re.MULTILINE)
    assert command
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert command[0] in [line.strip() for line in script.splitlines()]


def test_the_licence_is_the_one_that_the_package_names() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (file,) = project["license-files"]
    assert project["license"] == "MIT"
    assert (PROJECT / file).read_text(encoding="utf-8").startswith("MIT License")


def test_what_it_stands_on_is_named_with_its_licence() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    document = (PROJECT / "bot" / "README.md").read_text(encoding="utf-8")
    section = document.partition("## Dependencies")[2].lower().replace("_", "-")
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=]", requirement)[0].lower().replace("_", "-")
        assert re.search(rf"\b{re.escape(name)}\b", section), name


def test_the_example_of_questions_is_read(tmp_path: Path, corpus: Path) -> None:
    document = (PROJECT / "bot" / "evaluation" / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```json\n(.*?)```", document, re.DOTALL)
    assert block
    questions = tmp_path / "questions.json"
    questions.write_text(block[1], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "run_bot.py", "evaluate", str(questions), "--corpus", str(corpus)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "2 answerable questions over 6 passages" in done.stdout
