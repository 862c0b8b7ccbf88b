from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import BRIDGE
from tests.discord_app.reading import read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_quotes_sentences_each_with_its_paragraph(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "summary", article="bridge", length="short"
    )
    assert result.response is not None
    title, *lines, _, words = [line for line in read(result).splitlines() if line]
    assert title.startswith("### [Harbour bridge reopens after nine months](")
    assert lines
    assert "every one quoted from the article" in words
    for line in lines:
        text, _, paragraph = line.rpartition(" `¶ ")
        assert text in BRIDGE
        assert paragraph.rstrip("`").isdigit()


async def test_needs_no_article_where_there_is_one(newsroom: Newsroom) -> None:
    (newsroom.corpus / "otters.txt").unlink()
    await newsroom.librarian.reload()
    result = await newsroom.reader.slash(newsroom.channel, "summary")
    assert result.response is not None
    assert "Harbour bridge reopens after nine months" in read(result)


async def test_an_unknown_article_gets_a_plain_sentence(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", article="@everyone")
    assert result.ephemeral
    assert result.response is not None
    assert "no article is called that" in read(result).lower()


async def test_a_topic_is_summarised_over_all_articles_each_sentence_cited(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "summary", topic="harbour bridge")
    assert result.response is not None
    title, text, words = read(result, "\0").split("\0")
    assert title == "### About “harbour bridge”"
    assert "every one quoted" in words
    for block in text.split("\n\n"):
        sentence, _, place = block.partition("\n-# ¶ ")
        assert sentence in BRIDGE
        assert "[Harbour bridge reopens" in place
        assert "bridge#:~:text=" in place


async def test_a_topic_that_the_articles_lack_is_said_to_be_lacking(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(
        newsroom.channel, "summary", article="otters", topic="harbour bridge"
    )
    assert result.response is not None
    assert "say nothing about that" in read(result)


async def test_offers_the_days_that_have_articles(newsroom: Newsroom) -> None:
    (newsroom.corpus / "ferry.md").write_text(
        "---\ntitle: Ferry sinks\ndate: 2026-11-03\n---\n\nThe ferry sank at its berth on Monday."
    )
    await newsroom.librarian.reload()

    async def offered(typed: str) -> list[tuple[str, str]]:
        choices = await newsroom.reader.autocomplete(newsroom.channel, "summary", "day", typed)
        return [(choice["name"], choice["value"]) for choice in choices]

    newest, *older = await offered("")
    assert newest == ("November 3, 2026 · 1 article", "2026-11-03")
    assert [value for _, value in older] == sorted((value for _, value in older), reverse=True)
    for typed in ("2026-11", "novem", "3, 2026"):
        assert newest in await offered(typed)
    assert await offered("2031") == []
    with newsroom.locale("de"):
        assert (await offered("3. nov"))[0][0].startswith("3. November 2026")
    missed = await newsroom.reader.slash(newsroom.channel, "summary", day="2026-11-05")
    assert missed.ephemeral
    assert "The nearest day with one is <t:1793701800:D>." in read(missed)


async def test_offers_articles_while_a_member_types(newsroom: Newsroom) -> None:
    async def offered(typed: str) -> list[str]:
        choices = await newsroom.reader.autocomplete(newsroom.channel, "summary", "article", typed)
        return [choice["value"] for choice in choices]

    assert await offered("") == ["bridge", "otters"]
    assert await offered("otters") == ["otters"]
    assert await offered("reopens") == ["bridge"]
    assert (await offered("harbuor brigde"))[0] == "bridge"
