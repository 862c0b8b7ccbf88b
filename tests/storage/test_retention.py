from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING

from bot.storage.errors import DatabaseError
from bot.storage.retention import keep_forgetting
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_old_texts_are_deleted_in_the_next_round_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_stores(tmp_path / "footnote.db") as stores:
        stores.questions.note(7, "who?", dt.date(2020, 1, 1), answered=False)
        assert (await stores.questions.report(7)).unanswered == (("who?", 1),)
        listed = stores.questions.guilds_with_texts
        rounds = 0
        done = asyncio.Event()

        async def fail_once() -> list[int]:
            nonlocal rounds
            rounds += 1
            if rounds == 1:
                raise DatabaseError("the disk is full")
            if rounds == 3:
                done.set()
            return await listed()

        monkeypatch.setattr(stores.questions, "guilds_with_texts", fail_once)
        forgetting = asyncio.create_task(keep_forgetting(stores, every=0))
        await done.wait()
        forgetting.cancel()
        assert (await stores.questions.report(7)).unanswered == ()
        assert "the disk is full" in caplog.text
