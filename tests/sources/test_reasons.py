"""Every reason why something can't be read is recognised, so that members read their language."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.locale.language import Languages
from bot.sources.errors import NOT_READ, SourceError
from bot.sources.reasons import PATTERNS, Reason, recognised
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

RAISED = {"FetchError", "FrontMatterError", "MarkdownError", "PageError", "PdfError", "FeedError"}
RAISED |= {"WordDocumentError", "RefusedFileError", "refuse"}
FILES = [
    path
    for folder in ("fetching", "ingest")
    for path in sorted((PROJECT / "bot" / folder).rglob("*.py"))
]


def said_of(node: ast.expr | None) -> str | None:
    """Return a sentence of the source, with a digit for everything that differs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values
        )
    return None


def reasons() -> Iterator[str]:
    """Yield every sentence that a reason is made of, from the source that gives it."""
    for path in FILES:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
            given = [
                argument
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id in RAISED
                for argument in call.args
            ]
            names = {one.id for one in given if isinstance(one, ast.Name)}
            assigned = [
                one.value
                for one in ast.walk(function)
                if isinstance(one, ast.Assign)
                and any(isinstance(to, ast.Name) and to.id in names for to in one.targets)
            ]
            yield from filter(None, map(said_of, [*given, *assigned]))


def test_every_reason_that_the_source_gives_is_recognised() -> None:
    found = sorted({reason for reason in reasons() if " " in reason and "7 7" not in reason})
    assert len(found) > 40
    assert [reason for reason in found if recognised(reason) is None] == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_reason_is_recognised_as_itself(pattern: str) -> None:
    reason = pattern.replace("{line}", "3").replace("{problem}", "uses tags (!), which are …")
    found = recognised(reason)
    assert found is not None
    assert found[0] == pattern
    assert Languages.load().english.reason(reason) == reason


def test_what_is_none_stays_as_it_is() -> None:
    assert recognised("something else went wrong") is None
    assert Languages.load().english.reason("a {brace}") == "a {brace}"


def test_reasons_within_reasons_are_told_in_the_members_language() -> None:
    german = Languages.load().of(discord.Locale.german)
    inner = "can't be read: write one “field: value” on each line"
    error = SourceError(NOT_READ, name="a.md", reason=Reason(f"the front matter, line 3, {inner}"))
    said = german.say(error.message, **error.values)
    assert said == german.reason(str(error))
    assert "a.md" in said
    assert "3" in said
    assert "read" not in said
    assert "line" not in said


def test_what_a_site_says_is_not_taken_for_a_pattern() -> None:
    german = Languages.load().of(discord.Locale.german)
    assert "{name} 404" in german.reason("the site answers {name} 404")
