"""What becomes of an answer whose question changes while Discord has not yet taken the answer."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.discord_app.reading import read
from tests.local_discord.live import going_live
from tests.local_discord.refusal import Refusal

if TYPE_CHECKING:
    import pytest

    from bot.settings import Settings
    from tests.local_discord.server import LocalDiscord

QUESTION = "What had the work on the bridge cost?"
OTHER = "Where were otters seen?"


def answers_kept(settings: Settings) -> int:
    with closing(sqlite3.connect(settings.database_address)) as database:
        (count,) = database.execute("SELECT count(*) FROM answers").fetchone()
        return int(count)


async def test_the_answer_to_a_question_deleted_meanwhile_is_taken_back(
    local: LocalDiscord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with going_live(local, settings):
        local.responding.clear()
        asked = [await local.mention(QUESTION) for _ in range(4)]
        await local.until(lambda: len(local.replies) >= 1)
        for number in asked:
            await local.delete(number)
        last = await local.mention(OTHER)
        local.responding.set()
        await local.until(lambda: last in local.said and len(local.replies) == 1)
    assert "river Lune" in str(local.replies.values())
    assert answers_kept(settings) == 1
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_question_deleted_before_its_answer_is_posted_is_no_error(
    local: LocalDiscord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    about_the_question = {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {
            "message_reference": {
                "_errors": [
                    {"code": "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "message": "Unknown message"}
                ]
            }
        },
    }
    async with going_live(local, settings):
        local.refusals.append(Refusal("/messages$", 400, body=about_the_question))
        await local.mention(QUESTION)
        await local.until(lambda: local.refused == 1)
        other = await local.mention(QUESTION)
        await local.until(lambda: other in local.said)
    assert "the message to answer was deleted" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(local.replies) == 1


async def test_the_answer_follows_an_edit_made_meanwhile(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        local.responding.clear()
        number = await local.mention(QUESTION)
        await local.until(lambda: len(local.replies) == 1)
        await local.edit(number, QUESTION + "!")
        await local.edit(number, OTHER)
        local.responding.set()
        await local.until(lambda: "river Lune" in str(local.replies.values()))
    assert len(local.replies) == 1
    assert len(local.said[number]) == 1
    assert answers_kept(settings) == 1


async def test_an_edit_and_then_a_deletion_leave_nothing(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        local.responding.clear()
        number = await local.mention(QUESTION)
        await local.until(lambda: len(local.replies) == 1)
        await local.edit(number, OTHER)
        await local.delete(number)
        local.responding.set()
        await local.until(lambda: not local.replies)
    assert answers_kept(settings) == 0


async def test_a_reply_deleted_before_the_bot_knows_its_id_is_forgotten(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        local.responding.clear()
        await local.mention(QUESTION)
        await local.until(lambda: len(local.replies) == 1)
        (reply,) = local.replies
        await local.delete(reply)
        local.responding.set()
        other = await local.ask(OTHER)
        await local.until(lambda: other in local.said)
    assert answers_kept(settings) == 1


async def test_a_reply_is_posted_once_though_the_line_is_cut_before_that_is_known(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        local.cuts = 1
        number = await local.mention(QUESTION)
        await local.until(lambda: local.cuts == 0 and len(local.replies) == 1)
        await local.edit(number, OTHER)
        await local.until(lambda: "river Lune" in str(local.replies.values()))
        assert len(local.said[number]) == 1
        await local.delete(number)
        await local.until(lambda: not local.replies)


async def test_a_reply_that_is_forbidden_leaves_a_line_in_the_log(
    local: LocalDiscord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with going_live(local, settings):
        local.refusals.append(Refusal("/messages$", 403))
        await local.mention(QUESTION)
        await local.until(lambda: local.refused == 1)
        other = await local.mention(QUESTION)
        await local.until(lambda: other in local.said)
    assert "no permission to answer in server" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_members_who_ask_too_much_hold_nobody_else_up(
    local: LocalDiscord, settings: Settings
) -> None:
    async with going_live(local, settings):
        asked = [await local.mention(QUESTION, member=7) for _ in range(12)]
        other = await local.mention(OTHER, member=8)
        await local.until(lambda: other in local.said and len(local.said) >= 2)
    notices = [
        said for number in asked for said in local.said.get(number, ()) if "reaction" in said
    ]
    assert len(notices) == 1
    assert all("word above is quoted" in read(reply) for reply in local.replies.values())
