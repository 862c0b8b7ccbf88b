"""Settings, reports, privacy and fair use: each server for itself."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.fair_use import FairUse
from bot.storage.guild_settings import DEFAULTS
from bot.storage.retention import forget_old_questions
from tests.discord_app.reading import button, fields, read, told

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom

UNANSWERED = "Which emperor minted dollars in Rome?"


async def test_a_server_without_settings_has_sensible_ones(newsroom: Newsroom) -> None:
    shown = fields(await newsroom.editor.slash(newsroom.channel, "settings"))
    assert shown["Answers to /ask"] == "for everybody"
    assert shown["Mentions are answered in"] == "every channel"
    assert shown["Members can vote"] == "yes"
    assert shown["A member may ask"] == "5 questions in 20 s"
    assert shown["Texts of unanswered questions are kept"] == "no"


async def test_settings_outlive_a_restart_and_stay_in_their_server(newsroom: Newsroom) -> None:
    result = await newsroom.editor.slash(
        newsroom.channel, "settings", answers="private", feedback=False
    )
    assert "Settings saved" in read(result)
    await newsroom.service.stores.guilds.load()
    await newsroom.restart()
    asked = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert asked.ephemeral
    assert asked.response is not None
    assert "👍" not in str(asked.response.components)
    other = newsroom.env.create_guild(name="Another")
    channel = other.create_text_channel("talk")
    member = other.add_member(newsroom.reader.user)
    elsewhere = await member.slash(channel, "ask", question="Who is Ann Lee?")
    assert not elsewhere.ephemeral
    assert elsewhere.response is not None
    assert "👍" in str(elsewhere.response.components)


async def test_mentions_are_answered_in_the_chosen_channels_only(newsroom: Newsroom) -> None:
    other = newsroom.guild.create_text_channel("chat")
    await newsroom.editor.slash(newsroom.channel, "settings", add_channel=newsroom.channel)
    question = newsroom.mention("Who is Ann Lee?")
    await newsroom.reader.send(other, question)
    assert other.last_message is not None
    assert other.last_message.author.id == newsroom.reader.id
    await newsroom.reader.send(newsroom.channel, question)
    assert newsroom.last.author.bot
    await newsroom.editor.slash(newsroom.channel, "settings", add_channel=other)
    await newsroom.editor.slash(newsroom.channel, "settings", remove_channel=newsroom.channel)
    await newsroom.reader.send(other, question)
    assert other.last_message.author.bot


@pytest.mark.parametrize("command", ["settings", "report"])
async def test_only_those_who_manage_the_server_come_in(newsroom: Newsroom, command: str) -> None:
    commands = await newsroom.bot.tree.fetch_commands()
    found = next(item for item in commands if item.name == command)
    newsroom.guild.set_command_permissions(found, {newsroom.reader: True})
    result = await newsroom.reader.slash(newsroom.channel, command)
    assert result.ephemeral
    assert result.response is not None
    assert read(result) == "Only those who may Manage Server can do that."


async def test_reports_a_servers_questions_votes_and_gaps_and_no_others(
    newsroom: Newsroom,
) -> None:
    await newsroom.editor.slash(newsroom.channel, "settings", keep_questions=True)
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    answer = newsroom.last
    down = button(answer, "down")
    await newsroom.editor.click(answer, custom_id=down)
    for _ in range(2):
        await newsroom.reader.slash(newsroom.channel, "ask", question=UNANSWERED)
    other = newsroom.env.create_guild(name="Another")
    channel = other.create_text_channel("talk")
    await other.add_member(newsroom.reader.user).slash(channel, "ask", question="Who is Nair?")

    result = await newsroom.editor.slash(newsroom.channel, "report")
    assert "**3** questions · 33% answered" in read(result)
    assert "👎 1" in read(result)
    shown = fields(result)
    assert "Harbour bridge reopens" in shown["Least liked"]
    gaps = shown["Asked most often without an answer"]
    assert gaps.startswith(f"2 × {UNANSWERED.casefold()}\n-# Nearest: ")
    (file,) = told(result).attachments
    rows = list(csv.reader(io.StringIO((await file.read()).decode("utf-8-sig"))))
    assert ["unanswered", UNANSWERED.casefold(), "2", "", ""] in rows
    assert ["asked", "", "3", "", ""] in rows

    boss = other.add_member(
        newsroom.editor.user,
        roles=[other.create_role("Boss", permissions=discord.Permissions(manage_guild=True))],
    )
    elsewhere = await boss.slash(channel, "report")
    assert "**1** question ·" in read(elsewhere)
    assert "Asked most often" not in read(elsewhere)


async def test_no_text_is_kept_unless_an_admin_wants_it(newsroom: Newsroom) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question=UNANSWERED)
    assert not await newsroom.database.fetch("SELECT * FROM unanswered_questions")
    result = await newsroom.editor.slash(newsroom.channel, "report")
    assert "are not kept" in read(result)


async def test_texts_are_forgotten_in_time_and_at_once_when_switched_off(
    newsroom: Newsroom,
) -> None:
    questions, guild = newsroom.service.stores.questions, newsroom.guild.id
    today = dt.datetime.now(dt.UTC).date()
    await newsroom.editor.slash(newsroom.channel, "settings", keep_questions=True, kept_days=7)
    for age in (0, 6, 7, 40):
        day = today - dt.timedelta(days=age)
        questions.note(guild, f"question of {age} days ago", day, answered=False)
    await forget_old_questions(newsroom.service.stores, guild)
    kept = (await questions.report(guild)).unanswered
    assert {text for text, _ in kept} == {"question of 0 days ago", "question of 6 days ago"}
    await newsroom.editor.slash(newsroom.channel, "settings", keep_questions=False)
    assert (await questions.report(guild)).unanswered == ()


async def test_a_servers_data_go_when_the_bot_does(newsroom: Newsroom) -> None:
    await newsroom.editor.slash(newsroom.channel, "settings", feedback=False)
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    guild = newsroom.bot.get_guild(newsroom.guild.id)
    assert guild is not None
    await newsroom.bot.on_guild_remove(guild)
    assert newsroom.service.stores.guilds.get(newsroom.guild.id) == DEFAULTS
    for table in ("answers", "guild_settings", "question_counts", "unanswered_questions"):
        assert not await newsroom.database.fetch(f"SELECT * FROM {table}")  # noqa: S608


async def test_privacy_is_told_plainly_and_votes_are_deleted_on_request(
    newsroom: Newsroom,
) -> None:
    await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    shown = await newsroom.service.stores.answers.get(
        (await newsroom.database.fetch("SELECT id FROM answers"))[0]["id"]
    )
    assert shown is not None
    await newsroom.service.stores.answers.vote(shown.id, newsroom.reader.id, 1)
    await newsroom.service.stores.answers.vote(shown.id, newsroom.editor.id, 1)
    shown_to = await newsroom.reader.slash(newsroom.channel, "privacy")
    assert shown_to.ephemeral
    assert shown_to.response is not None
    assert "not kept" in read(shown_to)
    assert "how sure the answer was" in read(shown_to)
    assert "the articles that this server added, and who added them when" in read(shown_to)
    done = await newsroom.reader.click(shown_to.response.message, custom_id="fn:forget")
    assert "1 vote of yours was deleted" in read(done)
    assert (await newsroom.service.stores.answers.votes(shown.id)).up == 1
    rows = await newsroom.database.fetch("SELECT asker_id FROM answers")
    assert [row["asker_id"] for row in rows] == [0]


async def test_every_question_and_command_is_in_the_log_with_one_code(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="bot")
    for _ in range(2):
        await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    noted = [
        (record.getMessage(), vars(record)["footnote_fields"]["code"])
        for record in caplog.records
        if "footnote_fields" in vars(record)
    ]
    codes = [code for event, code in noted if event == "question"]
    assert len(set(codes)) == 2
    assert codes == [code for event, code in noted if event == "command"]
    assert all(re.fullmatch("[0-9A-F]{8}", code) for code in codes)
    # That is all that the privacy text says of it, and nothing shows who asked.
    fields = [
        vars(record)["footnote_fields"]
        for record in caplog.records
        if record.getMessage() == "question"
    ]
    assert all(one.keys() == {"code", "guild", "answered", "confidence"} for one in fields)
    said = [
        f"{record.getMessage()} {vars(record).get('footnote_fields')}" for record in caplog.records
    ]
    assert not any(str(newsroom.reader.id) in line for line in said)


async def test_a_member_who_asks_too_quickly_is_told_when_to_go_on(newsroom: Newsroom) -> None:
    newsroom.clock.step = 0.0
    for _ in range(5):
        done = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
        assert not done.ephemeral
    late = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert late.ephemeral
    assert late.response is not None
    assert "Try again in 20 s" in read(late)
    other = await newsroom.editor.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert not other.ephemeral
    newsroom.clock.now += 20
    again = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
    assert not again.ephemeral


async def test_one_question_at_a_time() -> None:
    fair_use = FairUse(lambda: 1.0)
    async with fair_use.turn(1, 2, DEFAULTS):
        with pytest.raises(Exception, match="One question at a time"):
            async with fair_use.turn(1, 2, DEFAULTS):
                pass
        async with fair_use.turn(1, 3, DEFAULTS):
            pass
    async with fair_use.turn(1, 2, DEFAULTS):
        pass
