from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_what_happened_is_answered_with_the_summary_of_the_newest_article(
    newsroom: Newsroom,
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "ask", question="what happened?")
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "Harbour bridge reopens after nine months"
    assert embed.author.name == "what happened?"
    assert "newest article" in (embed.footer.text or "")


async def test_a_mention_may_ask_for_the_summary_of_an_article_by_its_subject(
    newsroom: Newsroom,
) -> None:
    await newsroom.reader.send(newsroom.channel, newsroom.mention("tl;dr the bridge one"))
    (embed,) = newsroom.last.embeds
    assert embed.title == "Harbour bridge reopens after nine months"
    assert "newest" not in (embed.footer.text or "")
