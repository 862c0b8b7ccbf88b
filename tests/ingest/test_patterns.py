"""No pattern of the reader takes more time than in proportion to what it is given."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import bot.ingest
from tests.ingest.attacks import attacks_on, is_slow

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(bot.ingest.__path__, "bot.ingest.")
)


def patterns_of(name: str) -> list[re.Pattern[str]]:
    module = importlib.import_module(name)
    return [value for value in vars(module).values() if isinstance(value, re.Pattern)]


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_is_linear(name: str) -> None:
    for pattern in patterns_of(name):
        for attack in attacks_on(pattern):
            assert not is_slow(pattern, attack), (pattern.pattern, attack)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:(?:[A-Z][\w.]*|via)\s*/?\s*){1,14}\Z",
        r"\A(?:home|news)(?:\s*[>/]\s*[\w’'&. -]{1,60}){1,6}\Z",
        r"\A(?:published)(?: on)?\s*:?\s*\d{4}\Z",
        r"\A#\s+(.*?)\s*#*\Z",
        r"\s+\Z",
        r"(?:a|a)*b",
        r"\A\w+\d+x",
        r"<a [^>]*>x",
    ],
)
def test_the_attacks_find_what_is_not_linear(pattern: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    assert any(is_slow(compiled, attack) for attack in attacks_on(compiled))


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_can_be_found_by_its_name(name: str) -> None:
    source = Path(importlib.import_module(name).__file__ or "").read_text(encoding="utf-8")
    module = ast.parse(source)
    named = {
        id(statement.value)
        for statement in module.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
        ):
            assert node.func.attr in {"compile", "escape"}, f"{name}:{node.lineno}"
            assert node.func.attr == "escape" or id(node) in named, f"{name}:{node.lineno}"
