from __future__ import annotations

import asyncio
import socket
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from bot.monitoring.heartbeat import FROZEN_AFTER, Heart, heartbeat

if TYPE_CHECKING:
    from pathlib import Path


def test_a_frozen_loop_is_logged_once_with_what_it_is_frozen_in_and_not_reported_alive(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now, told = 0.0, list[str]()
    heart = Heart(told.append, lambda: now)
    heart.look(threading.get_ident())
    assert told == ["WATCHDOG=1"]
    now += FROZEN_AFTER
    for _ in range(2):
        heart.look(threading.get_ident())
    assert told == ["WATCHDOG=1"]
    (record,) = caplog.records
    assert "frozen for 5 s" in record.message
    assert "test_heartbeat.py" in record.message
    heart.beat()
    heart.look(threading.get_ident())
    assert told == ["WATCHDOG=1", "WATCHDOG=1"]


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is Linux's")
async def test_the_service_manager_hears_that_the_bot_is_ready_alive_and_stopping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", name)
    monkeypatch.setattr("bot.monitoring.heartbeat._BEAT_EVERY", 0.01)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(name)
        with heartbeat():
            heard = [await asyncio.to_thread(manager.recv, 100) for _ in range(2)]
        assert heard == [b"READY=1", b"WATCHDOG=1"]
        while (last := manager.recv(100)) == b"WATCHDOG=1":
            continue
        assert last == b"STOPPING=1"
