from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = """
import os
from bot.retrieval.meaning.encoder import Encoder
Encoder().embed(["A word."])
fds = "/proc/self/fd"
for number in os.listdir(fds):
    if os.path.exists(f"{fds}/{number}"):
        print(os.readlink(f"{fds}/{number}"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed on Linux alone")
def test_what_runs_the_models_keeps_nothing_to_report(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    # In continuous integration it reports nothing anyway.
    kept = {k: v for k, v in os.environ.items() if "CI" not in k and not k.startswith("ORT_")}
    where = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    opened = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**kept, **where, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert ".onnxruntime" not in opened
    assert list(tmp_path.rglob("*")) == []
