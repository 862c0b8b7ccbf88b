from __future__ import annotations

import asyncio

import pytest

from bot.discord_app.running_requests import RunningRequests


async def test_a_stop_waits_for_answers_then_gives_up_and_begins_no_other() -> None:
    running, begun = RunningRequests(), asyncio.Event()

    async def answer(until: asyncio.Event) -> None:
        with running.answering(), running.answering():
            begun.set()
            await until.wait()

    soon, never = asyncio.Event(), asyncio.Event()
    answers = [asyncio.create_task(answer(until)) for until in (soon, never)]
    await begun.wait()
    soon.set()
    assert await running.finish(0.05) == 1
    running.end()
    await asyncio.wait(answers)
    assert [task.cancelled() for task in answers] == [False, True]
    assert await running.finish(0.05) == 0
    with pytest.raises(asyncio.CancelledError), running.answering():
        raise AssertionError
