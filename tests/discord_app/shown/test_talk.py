from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import buttons, read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def say(newsroom: Newsroom, text: str) -> str:
    await newsroom.reader.send(newsroom.channel, newsroom.mention(text))
    return read(newsroom.last)


async def test_greetings_and_thanks_get_a_pointer_and_are_no_questions(newsroom: Newsroom) -> None:
    assert "Ask me anything about the articles" in await say(newsroom, "hello!")
    assert "word for word" in await say(newsroom, "what can you do?")
    assert "You're welcome" in await say(newsroom, "thanks a lot 🙏")
    assert (await say(newsroom, "lol")).startswith("Ask me anything about the articles")
    assert "Bye!" in await say(newsroom, "good night")


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("how do I add an article?", "`/sources add`"),
        ("can you read links?", "“Read this page”"),
        ("who is mentioned in the articles?", "`/who`"),
        ("delete my data", "`/privacy`"),
    ],
)
async def test_what_a_command_does_is_answered_with_its_name(
    newsroom: Newsroom, asked: str, command: str
) -> None:
    assert command in await say(newsroom, asked)


async def test_what_is_new_shows_the_newest_articles_first(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "what's new?")
    assert shown.startswith("### The newest articles")
    assert shown.index("Harbour bridge reopens") < shown.index("Otters return")


async def test_whoever_asks_how_many_articles_there_are_is_told(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "how many articles do you have?")
    assert shown.startswith("### The newest articles")
    assert "2 articles · One sentence of each, quoted" in shown


async def test_whoever_asks_for_articles_on_a_topic_gets_what_they_say(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "which articles are there about otters?")
    assert shown.startswith("### About “otters”")
    assert "Otters return to the river Lune" in shown


async def test_whoever_doubts_an_answer_is_told_what_it_is(newsroom: Newsroom) -> None:
    await newsroom.reader.send_dm("When did the harbour bridge reopen?")
    for doubt in ("source?", "are you sure?"):
        await newsroom.reader.send_dm(doubt)
        reply = newsroom.reader.user.dm_channel.last_message
        assert reply is not None
        assert "whether that answers your question is a guess of mine" in read(reply)


async def test_noise_is_no_part_of_the_question(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "hey can someone tell me pls where were otters seen lol 😂")
    assert "**Otters have been seen in the river Lune" in shown


async def test_two_questions_get_an_answer_each_with_a_button_each(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "When did the harbour bridge reopen? Where were otters seen?")
    assert "**1 ·" in shown
    assert "**2 ·" in shown
    assert shown.index("The harbour bridge reopened on Saturday") < shown.index("Otters have been")
    assert sum(one.startswith("fn:open:") for one in buttons(newsroom.last)) == 2


async def test_a_refusal_names_the_nearest_article_and_what_to_try(newsroom: Newsroom) -> None:
    shown = await say(newsroom, "Which volcano erupted near the harbour of Reykjavik yesterday?")
    assert "Try a name, a place" in shown
    assert "The nearest I have is “Harbour bridge reopens after nine months”" in shown


async def test_in_direct_messages_the_message_before_counts(newsroom: Newsroom) -> None:
    await newsroom.reader.send_dm("When did the harbour bridge reopen?")
    await newsroom.reader.send_dm("what did it cost?")
    reply = newsroom.reader.user.dm_channel.last_message
    assert reply is not None
    shown = read(reply)
    assert shown.startswith("-# What did the harbour bridge cost?")
    assert "4.5 million" in shown


async def test_in_a_channel_only_a_reply_follows(newsroom: Newsroom) -> None:
    await say(newsroom, "When did the harbour bridge reopen?")
    assert "What did the harbour bridge cost" not in await say(newsroom, "what did it cost?")


async def test_a_reply_knows_what_the_answer_showed(newsroom: Newsroom) -> None:
    await say(newsroom, "Who counted eleven animals near Caton?")
    answer = newsroom.last
    await newsroom.reader.send(
        newsroom.channel, newsroom.mention("what did she say about salmon?"), reply_to=answer
    )
    assert read(newsroom.last).startswith("-# What did Priya Nair say about salmon?")


@pytest.mark.parametrize("asked", ["is this true?", "fact check pls"])
async def test_a_claim_is_set_beside_the_closest_sentence(newsroom: Newsroom, asked: str) -> None:
    claim = await newsroom.editor.send(
        newsroom.channel, newsroom.mention("Mayor Ann Lee said the work had cost 9 million dollars")
    )
    await newsroom.reader.send(newsroom.channel, newsroom.mention(asked), reply_to=claim)
    shown = read(newsroom.last)
    assert "Closest in the articles:" in shown
    assert "had cost __9__ million dollars" in shown
    assert "had cost __4.5__ million dollars" in shown
    assert "%" not in shown


async def test_where_discord_hides_the_claim_the_way_to_ask_is_said(newsroom: Newsroom) -> None:
    claim = await newsroom.editor.send(newsroom.channel, "The work had cost 9 million dollars")
    await newsroom.reader.send(newsroom.channel, newsroom.mention("is this true?"), reply_to=claim)
    assert "choose Apps, Find in the articles" in read(newsroom.last)


async def test_is_this_true_without_a_message_says_how_to_ask(newsroom: Newsroom) -> None:
    assert "Reply to the message that makes the claim" in await say(newsroom, "is this true?")


async def test_a_summary_without_an_article_is_that_of_the_newest(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert "Summary of the newest article" in read(result)


async def test_a_day_is_summed_up_in_one_sentence_of_each_article(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", day="2024-03-02")
    assert "Harbour bridge reopens" in read(result)
    assert "Otters" not in read(result)


@pytest.mark.parametrize(
    ("day", "said"),
    [("yesterday", "is not a day"), ("1999-01-01", "There is no article of that day")],
)
async def test_a_day_that_is_none_gets_a_plain_sentence(
    newsroom: Newsroom, day: str, said: str
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", day=day)
    assert said in read(result)
