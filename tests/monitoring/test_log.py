from __future__ import annotations

import datetime as dt
import json
import logging
from typing import TYPE_CHECKING

import pytest

from bot.monitoring.log import code_of, log_event, set_up_log
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "MTIz.abc.a-secret-of-the-test"
log = logging.getLogger("tests.events")


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    for name in ("aiosqlite", "discord"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def test_an_event_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log("INFO", "text")
    log_event(log, "question", code="AB12", answered=True, question="two\nlines of text")
    (line,) = capsys.readouterr().err.splitlines()
    assert "INFO    tests.events: question code=AB12 answered=True" in line
    assert line.endswith('question="two\\nlines of text"')


def test_an_event_is_an_object_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log("INFO", "json")
    log_event(log, "question", code="AB12", answered=True)
    try:
        raise ValueError("no")
    except ValueError:
        log.exception("it failed")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert first["event"] == "question"
    assert (first["code"], first["answered"], first["level"]) == ("AB12", True, "INFO")
    assert first["time"].endswith("Z")
    assert "ValueError: no" in second["error"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_never_written(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log("DEBUG", form, TOKEN)  # type: ignore[arg-type]
    log.info("logging in with %s", TOKEN)
    log_event(log, "x", header=f"Bot {TOKEN}")
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        log.exception("it failed")
    written = capsys.readouterr().err
    assert TOKEN not in written
    assert "[token]" in written


def test_a_code_is_short_and_the_same_every_time() -> None:
    assert code_of(1456074443980800012) == code_of(1456074443980800012)
    assert len(code_of(1456074443980800012)) == 8


def test_no_terminal_acts_on_what_a_file_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_log("INFO", "text")
    log.info("refused %s", "a\x1b]0;owned\x07.md")
    try:
        raise ValueError("a\x1b[2J.md")
    except ValueError:
        log.exception("it failed")
    written = capsys.readouterr().err
    assert "\x1b" not in written
    assert r"a\x1b]0;owned\x07.md" in written


async def test_not_even_debug_logs_what_members_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_log("DEBUG", "text")
    async with open_stores(tmp_path / "footnote.db") as stores:
        stores.questions.note(1, "where is the treasure?", dt.date(2026, 1, 1), answered=False)
        await stores.questions.report(1)
    logging.getLogger("discord.gateway").debug("MESSAGE_CREATE where is the treasure?")
    log.debug("this is written")
    written = capsys.readouterr().err
    assert "this is written" in written
    assert "treasure" not in written
