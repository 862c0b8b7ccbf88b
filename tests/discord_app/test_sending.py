"""What takes longer than Discord waits is announced, and then shown as it would have been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.discord_app import sending
from tests.discord_app.reading import button, read, told

if TYPE_CHECKING:
    import discord

    from bot.library.library import Library
    from tests.discord_app.conftest import Newsroom


@pytest.fixture
def slow(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so much time pass in the library that Discord is told that the answer takes longer."""
    replies: list[sending.Reply] = []
    library = newsroom.service.shelves.library

    class Recorded(sending.Reply):
        def __init__(self, interaction: discord.Interaction, **how: bool) -> None:
            super().__init__(interaction, **how)
            replies.append(self)

    async def wait(*where: Any) -> Library:
        if replies:
            replies.pop().defer()
        return await library(*where)

    monkeypatch.setattr(sending, "Reply", Recorded)
    monkeypatch.setattr(newsroom.service.shelves, "library", wait)


@pytest.mark.usefixtures("slow")
async def test_a_late_answer_is_shown_to_everybody(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert not result.ephemeral
    assert "Ann Lee" in read(result)


@pytest.mark.usefixtures("slow")
async def test_that_there_is_none_is_for_who_asked_alone(newsroom: Newsroom) -> None:
    question = "Which emperor minted dollars in Rome?"
    result = await newsroom.reader.slash(newsroom.channel, "ask", question=question)
    assert "No answer in the articles" in read(result)
    assert result.response is None
    assert [shown.ephemeral for shown in result.followups] == [True]


@pytest.mark.usefixtures("slow")
async def test_a_late_summary_comes(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", article="bridge")
    assert "Harbour bridge reopens after nine months" in read(result)


@pytest.mark.usefixtures("slow")
async def test_a_late_mistake_is_told(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", article="nothing")
    assert "No article is called that" in read(result)
    assert result.response is None
    assert [shown.ephemeral for shown in result.followups] == [True]


@pytest.mark.usefixtures("slow")
async def test_a_reply_comes_even_where_discord_could_not_be_told(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("POST", "/interactions/*/callback", status=403, times=1)
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert "Ann Lee" in read(result)


async def test_no_message_is_kept_in_memory_for_its_buttons(newsroom: Newsroom) -> None:
    views = newsroom.bot._connection._view_store
    for command in ("articles", "who", "privacy"):
        await newsroom.reader.slash(newsroom.channel, command)
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    await newsroom.reader.click(told(result), custom_id=button(told(result), "up"))
    assert not views._views
    assert not views._synced_message_views
