"""What ends the preview."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def start_preview(corpus: Path, folder: Path, stderr: int) -> subprocess.Popen[str]:
    """Start the bot without a token, its database in a folder and its log where it is wanted."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": "",
        "FOOTNOTE_CORPUS": str(corpus),
        "FOOTNOTE_DATABASE": str(folder / "footnote.db"),
        "FOOTNOTE_PREVIEW_PORT": "0",
    }
    return subprocess.Popen(
        [sys.executable, str(PROJECT / "run_bot.py")],
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
        env=environment,
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_without_a_token_it_serves_the_preview_until_a_signal(
    corpus: Path, tmp_path: Path, name: signal.Signals
) -> None:
    with start_preview(corpus, tmp_path, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert "DISCORD_TOKEN is not set" in process.stdout.readline()
        assert "http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(name)
        try:
            process.communicate(timeout=20)
        finally:
            process.kill()
        assert process.returncode == 0


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let processes that are started be interrupted, even where this one ignores Ctrl-C.

    A shell starts what runs in the background with the signal ignored, which is inherited.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_the_preview_while_it_loads(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(300):
        text = f"Story {number}\n\n" + "The ferry waits for the tide. " * 200
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with start_preview(folder, tmp_path, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert "DISCORD_TOKEN is not set" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            said, log = process.communicate(timeout=20)
        finally:
            process.kill()
    assert "http://" not in said
    assert "Traceback" not in log
