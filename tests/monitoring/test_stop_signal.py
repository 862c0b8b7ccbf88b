from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

BUSY = """
import asyncio, threading
from bot.monitoring.stop_signal import run_and_leave, run_until, stop_requested

async def work():
    try:
        asyncio.get_running_loop().run_in_executor(None, threading.Event().wait)
        print("working", flush=True)
        await asyncio.Event().wait()
    finally:
        print("cleaned up", flush=True)
        {more}

async def main():
    with stop_requested(within={within}) as stop:
        await run_until(stop, work())

run_and_leave(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize(
    "more", ["pass", "await asyncio.Event().wait()"], ids=["thread", "clean-up"]
)
def test_neither_a_thread_nor_a_clean_up_without_end_holds_up_a_stop(more: str) -> None:
    within = 60.0 if more == "pass" else 0.2
    code = BUSY.format(more=more, within=within)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
    assert out == "cleaned up\n"
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
def test_nor_does_what_holds_the_interpreter() -> None:
    more = "import re; re.match('(a*)*b', 'a' * 64)"
    code = BUSY.format(more=more, within=0.2)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
    assert out == "cleaned up\n"
    assert process.returncode == -signal.SIGALRM
