from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_app.reading import read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_what_happened_is_answered_with_the_summary_of_the_newest_article(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="what happened?")
    assert result.response is not None
    question, title, *_, newest = read(result).splitlines()
    assert question == "-# what happened?"
    assert title.startswith("### [Harbour bridge reopens after nine months](")
    assert "newest article" in newest


async def test_a_mention_may_ask_for_the_summary_of_an_article_by_its_subject(
    newsroom: Newsroom,
) -> None:
    await newsroom.reader.send(newsroom.channel, newsroom.mention("tl;dr the bridge one"))
    assert "### [Harbour bridge reopens after nine months](" in read(newsroom.last)
    assert "newest" not in read(newsroom.last)
