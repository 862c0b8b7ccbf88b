"""Every pattern of people and summaries takes time in proportion to the text."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import time

import pytest

import bot.people
import bot.summary
from bot.language.names.by_language import name_rules_for

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")
GROWTH = 4
SIZE = 2_000
NOTICEABLE = 0.02
"""Seconds; what takes less at the larger size is no danger, and too short to compare."""

PIECES = (
    "a",
    "A",
    "Aa ",
    "a ",
    "A.",
    "A. ",
    "AB-",
    "AB ",
    " ",
    ", ",
    ", a ",
    ", the ",
    "of A ",
    " (a",
    "(",
    ")",
    "”",
    "»a",
    "“a”",
    '"a',
    "‘a",
    "'",
    "a’",
    ".”",
    "1",
    "Mr. ",
    " who ",
    " is the a",
    "”, ally ",
    "’s ",
    ", le ",
    " est un ",
)
"""What attack texts are made of, over and over."""


def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for language in LANGUAGES:
        rules = name_rules_for(language)
        assert rules is not None
        for part in (rules, rules.phrases):
            for field in dataclasses.fields(part):
                value = getattr(part, field.name)
                if isinstance(value, re.Pattern) and value not in found.values():
                    found[f"{language} {field.name}"] = value
    modules = ["bot.language.english.openings"]
    for package in (bot.people, bot.summary):
        every = pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        modules += [module.name for module in every if not module.ispkg]
    for module in modules:
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, re.Pattern):
                found[f"{module}.{name}"] = value
    return found


PATTERNS = _patterns()


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_is_slow_on_any_text(name: str) -> None:
    pattern = PATTERNS[name]
    for piece in PIECES:
        for begin, end in (("", "!"), ("“", "\n"), ("A (", "1"), (", the ", "")):
            size = max(1, SIZE // len(piece))
            large = _seconds(pattern, begin + piece * (GROWTH * size) + end)
            if large > NOTICEABLE:
                small = _seconds(pattern, begin + piece * size + end)
                assert large <= 2.5 * GROWTH * small, (piece, begin)
