"""A forum gets each announcement once, whatever becomes of Discord's answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord_app.app import App
from bot.discord_app.running.client import FootnoteBot
from bot.discord_app.sources.announcement_poster import DiscordPoster
from bot.open_service import open_service
from bot.storage.sources import Announcement, scope_of
from tests.local_discord.forum import CHANNEL, FORUM
from tests.local_discord.payloads import guild_id, reply_payload
from tests.local_discord.refusal import Refusal
from tests.local_discord.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.articles.article import Article
    from bot.settings import Settings
    from tests.local_discord.forum import Loss
    from tests.local_discord.server import LocalDiscord


@dataclass
class Desk:
    """What posts, and what is to be posted."""

    poster: DiscordPoster
    article: Article

    @property
    def announcement(self) -> Announcement:
        """The announcement of the article in the forum."""
        return Announcement(scope_of(guild_id(0)), "s1", self.article.id, FORUM)

    async def post(self) -> bool:
        """Post it."""
        return await self.poster.post(self.announcement, self.article)

    async def was_posted(self) -> bool | None:
        """Look whether it was posted."""
        return await self.poster.was_posted(self.announcement)


@pytest.fixture
async def desk(local: LocalDiscord, settings: Settings) -> AsyncIterator[Desk]:
    """Yield a poster that is logged in to a local Discord."""
    async with open_service(settings) as service:
        app = App.over(service)
        async with FootnoteBot(app) as bot:
            await bot.login(TOKEN)
            article = service.shelves.shared.library.articles[0]
            yield Desk(DiscordPoster(bot, app.languages), article)


async def test_a_post_is_made_and_found_again(local: LocalDiscord, desk: Desk) -> None:
    assert await desk.was_posted() is False
    assert await desk.post()
    assert [post["name"] for post in local.forum.posts] == [desk.article.title]
    assert await desk.was_posted() is True


@pytest.mark.parametrize("loss", ["error", "cut"])
@pytest.mark.parametrize("archived", [False, True])
async def test_a_post_whose_answer_is_lost_is_not_made_again(
    local: LocalDiscord, desk: Desk, loss: Loss, *, archived: bool
) -> None:
    local.forum.losses.append(loss)
    assert not await desk.post()
    local.forum.archived = archived
    assert await desk.was_posted() is True
    assert len(local.forum.posts) == 1


async def test_a_post_that_came_too_early_is_made_after_the_wait(
    local: LocalDiscord, desk: Desk
) -> None:
    local.refusals.append(Refusal("/threads$", 429, 0.01))
    assert await desk.post()
    assert local.refused == 1
    assert len(local.forum.posts) == 1


async def test_where_the_bot_may_not_look_it_is_not_posted_twice(
    local: LocalDiscord, desk: Desk
) -> None:
    local.forum.losses.append("error")
    assert not await desk.post()
    local.forum.closed = True
    assert await desk.was_posted() is True


@pytest.mark.parametrize("said_before", [0, 500])
async def test_a_message_is_found_however_much_was_said_before_and_since(
    local: LocalDiscord, desk: Desk, said_before: int
) -> None:
    begun = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
    for second in range(-said_before, 500):
        moment = begun + dt.timedelta(seconds=second)
        local.forum.spoken.append(reply_payload(discord.utils.time_snowflake(moment)))
    button = {
        "type": 2,
        "id": 2,
        "style": 2,
        "custom_id": f"fn:sum:{desk.article.id}",
        "label": "…",
    }
    row = {"type": 1, "id": 1, "components": [button]}
    at = int(begun.timestamp())
    announcement = replace(desk.announcement, channel=CHANNEL, begun=at)
    assert await desk.poster.was_posted(announcement) is False
    local.forum.spoken[said_before + 1]["components"] = [row]
    assert await desk.poster.was_posted(announcement) is True


async def test_where_discord_cannot_be_asked_it_is_left_for_later(
    local: LocalDiscord, desk: Desk
) -> None:
    local.refusals.append(Refusal("/threads/active$", 400))
    assert await desk.was_posted() is None
