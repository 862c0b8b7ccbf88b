from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import BRIDGE

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_quotes_sentences_each_with_its_paragraph(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "summary", article="bridge", length="short"
    )
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "Harbour bridge reopens after nine months"
    lines = (embed.description or "").split("\n\n")
    assert lines
    for line in lines:
        text, _, paragraph = line.rpartition(" `¶ ")
        assert text in BRIDGE
        assert paragraph.rstrip("`").isdigit()


async def test_asks_which_article_where_there_are_several(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert result.ephemeral
    assert result.response is not None
    assert "choose one" in result.response.content


async def test_needs_no_article_where_there_is_one(newsroom: Newsroom) -> None:
    (newsroom.corpus / "otters.txt").unlink()
    await newsroom.librarian.reload()
    result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert result.response is not None
    assert result.response.embeds[0].title == "Harbour bridge reopens after nine months"


async def test_an_unknown_article_gets_a_plain_sentence(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", article="@everyone")
    assert result.ephemeral
    assert result.response is not None
    assert "no article is called that" in result.response.content.lower()


async def test_a_topic_is_summarised_over_all_articles_each_sentence_cited(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", topic="harbour bridge")
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "About “harbour bridge”"
    for block in (embed.description or "").split("\n\n"):
        text, _, place = block.partition("\n*¶ ")
        assert text in BRIDGE
        assert "Harbour bridge reopens" in place


async def test_a_topic_that_the_articles_lack_is_said_to_be_lacking(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "summary", article="otters", topic="harbour bridge"
    )
    assert result.response is not None
    assert "say nothing about that" in (result.response.embeds[0].description or "")


async def test_offers_articles_while_a_member_types(newsroom: Newsroom) -> None:
    async def offered(typed: str) -> list[str]:
        choices = await newsroom.reader.autocomplete(newsroom.channel, "summary", "article", typed)
        return [choice["value"] for choice in choices]

    assert await offered("") == ["bridge", "otters"]
    assert await offered("otters") == ["otters"]
    assert await offered("reopens") == ["bridge"]
    assert (await offered("harbuor brigde"))[0] == "bridge"
