from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING

from bot.storage.answers import ShownAnswer, StoredHit
from bot.storage.errors import DatabaseError
from bot.storage.guild_settings import GuildSettings
from bot.storage.retention import forget_guild, keep_forgetting, known_guilds
from bot.storage.sources import Source, SourceChange
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.storage.stores import Stores
    from tests.storage.conftest import Kept

MONDAY = dt.date(2026, 11, 23)


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


async def fill(stores: Stores, guild_id: int) -> None:
    """Keep everything of a server that can be kept."""
    answer = f"answer-{guild_id}"
    hits = (StoredHit("bridge", "abcdef", 1, 0),)
    stores.answers.save(ShownAnswer(answer, guild_id, 1, answered=True, hits=hits))
    await stores.answers.vote(answer, 1, 1)
    await stores.guilds.save(guild_id, GuildSettings(private=True))
    stores.questions.note(guild_id, "who?", MONDAY, answered=False)
    await stores.questions.report(guild_id)
    await stores.questions.begin_week(guild_id, MONDAY)
    change = SourceChange(Source("s1", "text", "Fog", 9, 0), announced=["own-1"])
    await stores.sources.save(str(guild_id), change)


async def test_everything_about_a_server_is_forgotten_and_nothing_else(kept: Kept) -> None:
    async def tables() -> dict[str, list[str]]:
        owners = {
            "answers": "guild_id",
            "guild_settings": "guild_id",
            "question_counts": "guild_id",
            "unanswered_questions": "guild_id",
            "weekly_reports": "guild_id",
            "votes": "answer_id",
            "sources": "scope",
            "announcements": "scope",
            "shelf_versions": "scope",
        }
        return {
            table: [str(row[0]) for row in await kept.run(f"SELECT {owner} FROM {table}")]  # noqa: S608
            for table, owner in owners.items()
        }

    for guild_id in (7, 8):
        await fill(kept.stores, guild_id)
    assert all(len(rows) == 2 for rows in (await tables()).values())
    await forget_guild(kept.stores, 7)
    assert all(rows in (["8"], ["answer-8"]) for rows in (await tables()).values())
    assert await known_guilds(kept.stores) == {8}


async def test_a_server_is_known_by_whatever_is_kept_of_it(stores: Stores) -> None:
    stores.answers.save(ShownAnswer("an-answer", 1, 1, answered=True, hits=()))
    stores.answers.save(ShownAnswer("a-direct-one", None, 1, answered=True, hits=()))
    await stores.guilds.save(2, GuildSettings())
    stores.questions.note(3, None, MONDAY, answered=True)
    await stores.questions.report(3)
    await stores.questions.begin_week(4, MONDAY)
    await stores.sources.save("5", SourceChange(Source("s1", "text", "Fog", 9, 0)))
    assert await stores.answers.get("an-answer")
    assert await known_guilds(stores) == {1, 2, 3, 4, 5}
