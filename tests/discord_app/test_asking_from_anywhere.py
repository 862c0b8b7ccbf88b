"""One article, private answers, the context menu, direct messages and user installs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_one_article_can_be_asked(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Who is Ann Lee?", article="otters"
    )
    assert result.response is not None
    assert "No answer in the articles" in read(result)
    choices = await newsroom.reader.autocomplete(
        newsroom.channel, "ask", "article", "otter", question="Who?"
    )
    assert [choice["value"] for choice in choices] == ["otters"]


async def test_an_article_that_is_none_is_refused(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Who is Ann Lee?", article="../../etc/passwd"
    )
    assert result.ephemeral
    assert result.response is not None
    assert "No article is called that" in read(result)


@pytest.mark.parametrize("private", [True, False])
async def test_answers_are_private_where_the_member_wants_it(
    newsroom: Newsroom, *, private: bool
) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "ask", question="Who is Ann Lee?", private=private
    )
    assert result.ephemeral is private


async def test_a_claim_in_the_chat_is_checked_against_the_articles(newsroom: Newsroom) -> None:
    claim = await newsroom.editor.send(
        newsroom.channel, "Somebody told me that the harbour bridge cost the city 4.5 million!"
    )
    found = await newsroom.reader.context_menu(newsroom.channel, "Find in the articles", claim)
    assert found.ephemeral
    assert found.response is not None
    assert "Harbour bridge reopens after nine months" in read(found)


async def test_a_claim_that_was_forwarded_is_checked_too(newsroom: Newsroom) -> None:
    channel = newsroom.channel
    claim = await newsroom.reader.send(channel, "The work on the bridge cost 7 million dollars")
    forwarded = await newsroom.reader.forward(claim, channel)
    assert not forwarded.content
    found = await newsroom.editor.context_menu(channel, "Find in the articles", forwarded)
    assert "Closest in the articles" in read(found)


async def test_a_message_without_text_has_nothing_to_find(newsroom: Newsroom) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    found = await newsroom.reader.context_menu(
        newsroom.channel, "Find in the articles", newsroom.last
    )
    assert found.response is not None
    assert "no text" in read(found)


async def test_a_message_without_a_word_is_told_so(newsroom: Newsroom) -> None:
    smile = await newsroom.reader.send(newsroom.channel, "\U0001f600 <:smile:123>")
    found = await newsroom.reader.context_menu(newsroom.channel, "Find in the articles", smile)
    assert "There is no word in that to search for." in read(found)


async def test_commands_work_in_direct_messages_and_where_a_user_installed_them(
    newsroom: Newsroom,
) -> None:
    dm = await newsroom.reader.user.slash("ask", question="Who is Ann Lee?")
    assert dm.response is not None
    assert "Ann Lee" in read(dm)
    before = await newsroom.service.stores.questions.report(newsroom.guild.id)
    with newsroom.user_installed(newsroom.reader):
        await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert await newsroom.service.stores.questions.report(newsroom.guild.id) == before


async def test_every_command_declares_where_it_works(newsroom: Newsroom) -> None:
    (sync,) = (
        request
        for request in newsroom.env.http_requests
        if request.method == "PUT" and request.path.endswith("/commands")
    )
    assert isinstance(sync.json, list)
    declared = {
        command["name"]: (command["integration_types"], command["contexts"])
        for command in sync.json
    }
    anywhere = ([0, 1], [0, 1, 2])
    assert declared == {
        "ask": anywhere,
        "Find in the articles": anywhere,
        "summary": anywhere,
        "who": anywhere,
        "articles": anywhere,
        "help": anywhere,
        "privacy": anywhere,
        "settings": ([0], [0]),
        "report": ([0], [0]),
        "reload": ([0], [0, 1]),
        "sources": ([0], [0]),
        "Read this page": ([0], [0]),
    }
