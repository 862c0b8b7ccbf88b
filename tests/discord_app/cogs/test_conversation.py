from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_app.reading import read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_a_mention_gets_the_answer_as_a_reply(newsroom: Newsroom) -> None:
    me = newsroom.env.bot.user
    assert me is not None
    asked = await newsroom.reader.send(
        newsroom.channel, f"<@{me.id}> how much did the work on the bridge cost?"
    )
    reply = newsroom.last
    assert reply.author.id == me.id
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    assert "**Mayor Ann Lee said" in read(reply)


async def test_a_reply_to_the_bot_is_a_question(newsroom: Newsroom) -> None:
    me = newsroom.env.bot.user
    assert me is not None
    await newsroom.reader.send(newsroom.channel, f"<@{me.id}> who is Ann Lee?")
    await newsroom.reader.send(newsroom.channel, "And who is Priya Nair?", reply_to=newsroom.last)
    assert "Priya Nair" in read(newsroom.last)


async def test_a_direct_message_is_a_question(newsroom: Newsroom) -> None:
    await newsroom.reader.send_dm("Where were otters seen?")
    reply = newsroom.reader.user.dm_channel.last_message
    assert reply is not None
    assert "river Lune" in read(reply)


async def test_other_talk_is_left_alone(newsroom: Newsroom) -> None:
    await newsroom.reader.send(newsroom.channel, "How much did the bridge cost?")
    assert newsroom.last.author.id == newsroom.reader.id


async def test_a_bare_mention_is_told_how_to_ask(newsroom: Newsroom) -> None:
    me = newsroom.env.bot.user
    assert me is not None
    await newsroom.reader.send(newsroom.channel, f"<@{me.id}>")
    assert "/ask" in read(newsroom.last)


async def test_what_is_not_found_is_said_in_a_reply_with_the_nearest_passage_behind_a_button(
    newsroom: Newsroom,
) -> None:
    me = newsroom.env.bot.user
    assert me is not None
    await newsroom.reader.send(
        newsroom.channel, f"<@{me.id}> Which dollars did the Roman emperor Augustus mint?"
    )
    assert "No answer in the articles" in read(newsroom.last)
    shown = await newsroom.reader.click(newsroom.last, label="Show the nearest passage")
    assert shown.ephemeral


async def test_no_privileged_intent_is_asked_for(newsroom: Newsroom) -> None:
    intents = newsroom.env.bot.intents
    assert not (intents.message_content)
    assert not (intents.members)
    assert not (intents.presences)
