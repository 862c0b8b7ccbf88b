"""Messages from before answers were shown as layouts: an embed, with its buttons in rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.discord_app.reading import button, buttons, read, told

if TYPE_CHECKING:
    import discord

    from tests.discord_app.conftest import Newsroom

QUESTION = "How much did the work on the harbour bridge cost?"
OLD = "An old description."


@pytest.fixture
async def old(newsroom: Newsroom) -> discord.Message:
    """Make of an answer what it looked like before."""
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    answer = newsroom.last
    names = [name for name in buttons(answer) if name.startswith(("fn:prev", "fn:next", "fn:con"))]
    votes = [name for name in buttons(answer) if name.startswith(("fn:up", "fn:down"))]
    store(newsroom, answer, [names, votes])
    return newsroom.last


def store(newsroom: Newsroom, message: discord.Message, rows: list[list[str]]) -> None:
    """Let a message be an embed with rows of buttons."""
    stored = newsroom.env.backend.get_message(newsroom.channel.id, message.id)
    stored.flags = 0
    stored.embeds = [{"type": "rich", "description": OLD, "author": {"name": QUESTION}}]
    stored.components = [
        {"type": 1, "id": 0, "components": list(map(_button, row))} for row in rows
    ]


def _button(name: str) -> dict[str, Any]:
    return {"type": 2, "id": 0, "style": 2, "label": "x", "custom_id": name}


async def test_a_turned_page_is_shown_as_it_is_now_with_the_question_it_had(
    newsroom: Newsroom, old: discord.Message
) -> None:
    await newsroom.restart()
    await newsroom.reader.click(old, custom_id=button(old, "next"))
    assert newsroom.last.flags.components_v2
    assert newsroom.last.embeds == []
    assert read(newsroom.last).startswith(f"-# {QUESTION}\n### ")
    assert "-# Passage 2 of " in read(newsroom.last)


async def test_a_vote_is_counted_under_the_embed_that_stays(
    newsroom: Newsroom, old: discord.Message
) -> None:
    await newsroom.restart()
    up = button(old, "up")
    await newsroom.editor.click(old, custom_id=up)
    assert newsroom.last.embeds[0].description == OLD
    assert buttons(newsroom.last)[up] == "1"


async def test_the_context_is_shown_beside_it(newsroom: Newsroom, old: discord.Message) -> None:
    around = await newsroom.editor.click(old, custom_id=button(old, "context"))
    assert around.ephemeral
    assert "**▸ ¶ " in read(told(around))
    assert newsroom.last.embeds[0].description == OLD


async def test_buttons_of_passages_and_lists_are_answered(
    newsroom: Newsroom, old: discord.Message
) -> None:
    digest = newsroom.librarian.library.articles[0].digest[:6]
    names = [f"fn:open:bridge:{digest}:1:0", f"fn:near:bridge:{digest}:1:0", "fn:sum:bridge"]
    store(newsroom, old, [names])
    for name in names:
        shown = await newsroom.editor.click(newsroom.last, custom_id=name)
        assert "### [Harbour bridge reopens after nine months](" in read(shown)


async def test_a_reply_to_it_follows_its_question(newsroom: Newsroom, old: discord.Message) -> None:
    follow_up = newsroom.mention("and the cost?")
    await newsroom.reader.send(newsroom.channel, follow_up, reply_to=old)
    asked = read(newsroom.last).splitlines()[0]
    assert "work" in asked, "a word of the question that the embed shows"
    assert "cost?" in asked


async def test_an_edited_question_takes_the_embed_away(newsroom: Newsroom) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    store(newsroom, newsroom.last, [])
    await newsroom.reader.edit(asked, newsroom.mention("Who is Priya Nair?"))
    assert newsroom.last.embeds == []
    assert "Priya Nair" in read(newsroom.last)
