"""What Discord may do to the bot: errors, rate limits, a lost gateway, a handler that hangs."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, colour, read, told

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.library.library import Library
    from tests.discord_app.conftest import Newsroom

QUESTION = "Who is Ann Lee?"


@pytest.mark.parametrize("status", [500, 502, 404, 403, 429])
async def test_an_error_costs_one_answer_and_nothing_else(newsroom: Newsroom, status: int) -> None:
    newsroom.fails_on_purpose = True
    newsroom.env.inject_error("POST", "/interactions/*/callback", status=status, times=1)
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    assert "Ann Lee" in read(newsroom.last)
    again = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert again.response is not None
    assert colour(again)


@pytest.mark.parametrize("status", [404, 403, 400, 429])
async def test_a_reply_that_discord_refuses_leaves_the_next_one_alone(
    newsroom: Newsroom, status: int
) -> None:
    newsroom.fails_on_purpose = True
    newsroom.env.inject_error("POST", "/channels/*/messages", status=status, times=1)
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    assert newsroom.last.author.bot
    assert "Ann Lee" in read(newsroom.last)


async def test_questions_are_answered_again_after_the_gateway_was_lost(newsroom: Newsroom) -> None:
    shard = newsroom.bot.shards[0]
    await shard.reconnect()
    await newsroom.env.settle()
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert colour(result)
    assert newsroom.bot.gateway.connected


async def test_a_handler_that_hangs_holds_nobody_else_up(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves = newsroom.service.shelves
    real = shelves.library
    asked = []

    async def hang_once(guild_id: int | None, channels: Collection[int] = ()) -> Library:
        asked.append(guild_id)
        if len(asked) == 1:
            await asyncio.Event().wait()
        return await real(guild_id, channels)

    monkeypatch.setattr(shelves, "library", hang_once)
    hanging = asyncio.create_task(
        newsroom.bot.get_cog("ConversationCog").on_message(  # type: ignore[union-attr]
            await _message(newsroom, "hang")
        )
    )
    await asyncio.sleep(0)
    other = await newsroom.editor.slash(newsroom.channel, "ask", question=QUESTION)
    assert other.response is not None
    assert colour(other)
    # Nor the member whose question hangs, after a while.
    again = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    assert again.response is not None
    assert colour(again)
    hanging.cancel()


async def test_a_locked_database_turns_no_page_away_and_costs_a_vote_with_a_reason(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    asked = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    shown = told(asked)
    await newsroom.database.execute("PRAGMA busy_timeout = 20")
    (row,) = await newsroom.database.fetch("PRAGMA database_list")
    with closing(sqlite3.connect(row["file"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        around = await newsroom.reader.click(shown, custom_id=button(shown, "context"))
        assert colour(around)
        vote = await newsroom.reader.click(shown, custom_id=button(shown, "up"))
        assert "another program holds the database" in read(vote)
    assert "another program holds the database" in caplog.text
    await newsroom.reader.click(shown, custom_id=button(shown, "up"))
    (row,) = await newsroom.database.fetch("SELECT count(*) AS votes FROM votes")
    assert row["votes"] == 1


async def test_buttons_pressed_before_their_answer_is_written_wait_for_it(
    newsroom: Newsroom,
) -> None:
    asked = await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    shown = told(asked)
    number = button(shown, "context").split(":")[2]
    answer = await newsroom.service.stores.answers.get(number)
    assert answer is not None
    await newsroom.service.stores.answers.delete(number)
    newsroom.service.stores.answers.save(answer)
    assert await newsroom.service.stores.answers.get(number) == answer


async def _message(newsroom: Newsroom, text: str) -> object:
    sent = await newsroom.reader.send(newsroom.channel, text)
    sent.content = newsroom.mention(text)
    assert newsroom.bot.user is not None
    sent.mentions = [newsroom.bot.user]  # type: ignore[list-item]
    return sent
