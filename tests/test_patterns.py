"""No pattern over untrusted text takes more time than in proportion to what it is given."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import regex

import bot
from bot.language.names.by_language import name_rules_for
from bot.language.packs import LANGUAGES, pack_for
from tests.attacks import attacks_on, is_slow

if TYPE_CHECKING:
    from collections.abc import Iterator

    Pattern = re.Pattern[str] | regex.Pattern[str]

PACKAGES = (
    *("ingest", "people", "summary", "language", "retrieval", "library"),
    *("fetching", "sources", "discord_app"),
)
MODULES = sorted(
    module.name
    for package in PACKAGES
    for module in pkgutil.walk_packages([f"{bot.__path__[0]}/{package}"], f"bot.{package}.")
    if not module.name.endswith((".make", ".network"))  # make what ships, of what is trusted
)
GROWTH = 4
SIZE = 1_000
NOTICEABLE = 0.01
"""Seconds; what takes less at the larger size is no danger, and too short to compare."""
PIECES = (
    *("a", "A", "Aa ", "a ", "A.", "A. ", "AB-", "AB ", " ", ", ", ", a ", ", the ", "of A "),
    *(" (a", "(", ")", "”", "»a", "“a”", '"a', "‘a", "'", "a’", ".”", "1", "1,", "1.", "Mr. "),
    *(" who ", " is the a", "”, ally ", "’s ", "é", "日", "한", "Я", "ก", "a\u0301", "-", "a-a-"),
    *(
        "<",
        "&",
        "@",
        "#",
        "[a](",
        "?",
        "? ",
        "!",
        "¿",
        "…",
        "https://a.",
        "\n",
        "\n\n",
        "_",
        "*",
        "`",
        "|",
        "\\",
    ),
)
"""What attack texts are made of, over and over."""


def test_the_patterns_of_languages_are_among_them() -> None:
    found = _patterns()
    assert len(found) > 200
    assert any(isinstance(pattern, regex.Pattern) for pattern in found.values())


@cache
def _patterns() -> dict[str, Pattern]:
    """Return every pattern that a module, a language pack or the like holds, by its text."""
    seen: set[int] = set()
    found: dict[str, Pattern] = {}
    for name in MODULES:
        for value in vars(importlib.import_module(name)).values():
            _look_into(value, name, found, seen)
    for code in LANGUAGES:
        pack = pack_for(code)
        pack.analyser.terms("Who said, on 3 May, that 1,000 of them had left?")
        for value in (pack, pack.analyser, name_rules_for(code)):
            _look_into(value, f"the language {code}", found, seen)
    return found


def _look_into(value: object, where: str, found: dict[str, Pattern], seen: set[int]) -> None:
    """Add the patterns in a value of ours, and in what it holds."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern | regex.Pattern):
        if isinstance(value.pattern, str):
            found.setdefault(f"{value.pattern} {int(value.flags)}", value)
        return
    for inner in _held_by(value):
        _look_into(inner, where, found, seen)


def _held_by(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif type(value).__module__.startswith("bot.") and not isinstance(value, type):
        for kind in type(value).__mro__:
            for name, made in vars(kind).items():
                if isinstance(made, cached_property) and kind.__module__.startswith("bot.language"):
                    getattr(value, name)
        yield from list(getattr(value, "__dict__", {}).values())
        for kind in type(value).__mro__:
            for slot in getattr(kind, "__slots__", ()):
                yield getattr(value, slot, None)


def _seconds(pattern: Pattern, text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def _least(pattern: Pattern, text: str) -> float:
    """Return the seconds that the quickest of three searches takes."""
    return min(_seconds(pattern, text) for _ in range(3))


@pytest.mark.parametrize("pattern", _patterns().values(), ids=range(len(_patterns())))
def test_every_pattern_is_linear(pattern: Pattern) -> None:
    if isinstance(pattern, re.Pattern):
        for attack in attacks_on(pattern):
            assert not is_slow(pattern, attack), (pattern.pattern, attack)
    for piece in PIECES:
        for begin, end in (("", "!"), ("“", "\n"), ("A (", "1"), (", the ", "")):
            size = max(1, SIZE // len(piece))
            large = begin + piece * (GROWTH * size) + end
            took = _seconds(pattern, large)
            if took > NOTICEABLE:
                limit = 2.5 * GROWTH * _least(pattern, begin + piece * size + end)
                # It is searched again only where the first search seems too slow.
                slow = took if took <= limit else _least(pattern, large)
                assert slow <= limit, (pattern.pattern, piece, begin)


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


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("bot.ingest.")])
def test_every_pattern_of_the_reader_can_be_found_by_its_name(name: str) -> None:
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
