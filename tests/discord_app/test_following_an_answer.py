"""The buttons under an answer, before and after a restart, and for those who did not ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import button, buttons, colour, fields, read

if TYPE_CHECKING:
    import discord

    from tests.discord_app.conftest import Newsroom

QUESTION = "How much did the work on the harbour bridge cost?"


def passage(message: discord.Message) -> str:
    """Return the passage that an answer quotes."""
    return read(message).splitlines()[2]


@pytest.fixture
async def answer(newsroom: Newsroom) -> discord.Message:
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION)
    return newsroom.last


async def test_pages_through_the_other_hits_also_after_a_restart(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    question, first = f"-# {QUESTION}", passage(answer)
    assert read(answer).startswith(question)
    await newsroom.restart()
    await newsroom.reader.click(answer, custom_id=button(answer, "next"))
    second = newsroom.last
    assert second.id == answer.id
    assert passage(second) != first
    assert "-# Passage 2 of " in read(second)
    assert read(second).startswith(question)
    await newsroom.reader.click(second, custom_id=button(second, "prev"))
    assert passage(newsroom.last) == first


async def test_only_the_asker_turns_pages_but_anyone_reads_the_context(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    refused = await newsroom.editor.click(answer, custom_id=button(answer, "next"))
    assert "Only the member who asked" in read(refused)
    assert read(newsroom.last) == read(answer)
    shown = await newsroom.editor.click(answer, custom_id=button(answer, "context"))
    assert shown.ephemeral
    assert list(fields(shown)) == ["▸ ¶ 1", "¶ 2 · What it cost"]
    bold = re.findall(r"\*\*[^*]+\*\*", fields(shown)["▸ ¶ 1"])
    assert len(bold) == 1
    assert bold[0] in read(answer)


async def test_everybody_votes_once_and_can_change_or_take_it_back(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    def labels() -> dict[str, str | None]:
        return {
            name.split(":")[1]: label
            for name, label in buttons(newsroom.last).items()
            if name.startswith(("fn:up", "fn:down"))
        }

    for actor in (newsroom.reader, newsroom.editor):
        await actor.click(newsroom.last, custom_id=button(answer, "up"))
    assert labels() == {"up": "2", "down": None}
    await newsroom.restart()
    await newsroom.editor.click(newsroom.last, custom_id=button(answer, "down"))
    assert labels() == {"up": "1", "down": "1"}
    await newsroom.editor.click(newsroom.last, custom_id=button(answer, "down"))
    assert labels() == {"up": "1", "down": None}


async def test_the_article_is_linked(answer: discord.Message) -> None:
    links = [url for url in buttons(answer) if url.startswith("https://news.example.org/bridge#")]
    assert len(links) == 1


async def test_a_button_whose_article_is_gone_says_so(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    (newsroom.corpus / "bridge.md").unlink()
    await newsroom.librarian.reload()
    for start in ("next", "context"):
        result = await newsroom.reader.click(answer, custom_id=button(answer, start))
        assert "no longer here" in read(result)


async def test_an_answer_that_the_database_lost_says_so(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    await newsroom.database.execute("DELETE FROM answers")
    result = await newsroom.reader.click(answer, custom_id=button(answer, "up"))
    assert "no longer known" in read(result)


async def test_an_answer_follows_the_edit_of_its_question(newsroom: Newsroom) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    await newsroom.restart()
    await newsroom.reader.edit(asked, newsroom.mention("Who is Priya Nair?"))
    assert "Who is Priya Nair?" in read(newsroom.last)
    assert "Priya Nair" in read(newsroom.last)
    edited = newsroom.last
    await newsroom.reader.click(edited, custom_id=button(edited, "context"))


async def test_votes_on_an_answer_go_when_its_question_is_edited(newsroom: Newsroom) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention(QUESTION))
    await newsroom.editor.click(newsroom.last, custom_id=button(newsroom.last, "down"))
    await newsroom.reader.edit(asked, content=newsroom.mention("Who counted the otters?"))
    await newsroom.reader.click(newsroom.last, custom_id=button(newsroom.last, "up"))
    (row,) = await newsroom.database.fetch("SELECT sum(value) AS votes FROM votes")
    assert row["votes"] == 1


async def test_an_edit_after_five_minutes_is_not_followed(newsroom: Newsroom) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    await newsroom.env.advance_time(301)
    await newsroom.reader.edit(asked, newsroom.mention("Who is Priya Nair?"))
    assert "Who is Ann Lee?" in read(newsroom.last)


async def test_an_answer_is_taken_back_with_its_question(newsroom: Newsroom) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    assert newsroom.last.author.bot
    await newsroom.restart()
    await newsroom.reader.delete(asked)
    assert newsroom.channel.last_message is None
    assert not await newsroom.database.fetch("SELECT * FROM answers")


async def test_what_a_command_showed_is_forgotten_once_its_message_is_deleted(
    newsroom: Newsroom, answer: discord.Message
) -> None:
    (row,) = await newsroom.database.fetch("SELECT message_id FROM answers")
    assert row["message_id"] == answer.id
    await newsroom.last.delete()
    await newsroom.env.settle()
    assert not await newsroom.database.fetch("SELECT * FROM answers")


async def test_an_answer_that_its_asker_alone_sees_has_no_message_to_follow(
    newsroom: Newsroom,
) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question=QUESTION, private=True)
    (row,) = await newsroom.database.fetch("SELECT message_id FROM answers")
    assert row["message_id"] is None


async def test_a_follow_up_is_joined_with_the_question_before(newsroom: Newsroom) -> None:
    await newsroom.reader.send(
        newsroom.channel, newsroom.mention("When did the harbour bridge reopen?")
    )
    await newsroom.reader.send(newsroom.channel, "and the cost?", reply_to=newsroom.last)
    assert read(newsroom.last).startswith("-# and the cost?")
    assert "4.5 million" in read(newsroom.last)


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_a_follow_up_leans_on_no_answer_that_another_server_was_given(
    newsroom: Newsroom, *, elsewhere: bool
) -> None:
    await newsroom.reader.send(
        newsroom.channel, newsroom.mention("Who is head of the repair crew?")
    )
    if elsewhere:
        # As if another server's answer were kept under the message.
        await newsroom.database.execute("UPDATE answers SET guild_id = guild_id + 1")
    await newsroom.reader.send(newsroom.channel, "What did he warn?", reply_to=newsroom.last)
    he = "he" if elsewhere else "Tomás Ferreira"
    assert read(newsroom.last).startswith(f"-# What did {he} warn?\n")


async def test_edits_are_questions_that_fair_use_counts(newsroom: Newsroom) -> None:
    newsroom.clock.step = 0.0
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    for number in range(5):
        await newsroom.reader.edit(asked, newsroom.mention(f"Who is Priya Nair? {number}"))
    assert "You are quick! Try again in" in read(newsroom.last)
    assert colour(newsroom.last) is None
    newsroom.clock.now += 60
    await newsroom.reader.edit(asked, newsroom.mention("Who is Priya Nair?"))
    assert "Priya Nair" in read(newsroom.last)


async def test_an_edit_that_cannot_be_answered_is_told_with_a_code(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))

    def break_down(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("bot.discord_app.questions.answering.answer_response", break_down)
    await newsroom.reader.edit(asked, newsroom.mention("Who is Priya Nair?"))
    assert "give this code" in read(newsroom.last)
    assert "an edit failed, code" in caplog.text
    assert b"footnote_errors_total 1.0" in newsroom.service.metrics.write()
