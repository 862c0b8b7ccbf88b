"""A feed that the newsroom follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.discord_app.conftest import open_newsroom
from tests.discord_app.reading import read
from tests.sources.room import rss
from tests.web import SmallWeb, open_fetcher, open_web, page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.sources import Source
    from tests.discord_app.conftest import Newsroom

NEWS = "The council of Ward {n} met on Monday @everyone and raised the fee for boats."


class Feed:
    """A feed that the newsroom follows, and its channel."""

    def __init__(self, news: Newsroom, web: SmallWeb) -> None:
        self.news = news
        self.web = web
        self.channel = news.guild.create_text_channel("news")

    def publish(self, *numbers: int) -> None:
        """Publish articles, the newest first."""
        for number in numbers:
            self.web.pages[f"/{number}"] = page(f"News {number}", NEWS.format(n=number))
        items = [(f"News {number}", self.web.address(f"/{number}")) for number in numbers]
        self.web.pages["/feed"] = (200, {"Content-Type": "text/xml"}, rss(items))

    async def follow(self, channel: int) -> Source:
        """Keep the feed, and let it be announced in a channel."""
        sources, guild = self.news.service.sources, self.news.guild.id
        offer = await sources.offers.feed(guild, 9, self.web.address("/feed"))
        source = await sources.keep(guild, offer.source.id)
        await self.look(source)
        settings = replace(source.settings, channel=channel)
        return await sources.follow(guild, source.id, settings)

    async def look(self, source: Source) -> None:
        """Look at the feed as the bot does when it is due, and announce."""
        await self.news.service.sources.refresh(self.news.guild.id, source.id)
        await self.news.bot.source_tasks.announce()
        await self.news.env.settle()

    def posted(self) -> list[str]:
        """Return what was posted in the channel."""
        return [read(message) for message in self.channel.history()]


@pytest.fixture
async def feed(corpus: Path, tmp_path: Path) -> AsyncIterator[Feed]:
    async with (
        open_web() as small,
        open_newsroom(corpus, tmp_path / "footnote.db", open_fetcher(small)) as news,
    ):
        yield Feed(news, small)
