"""Buttons with the ids of another server's articles and sources, sent as Discord sends presses."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.open_service import open_service
from bot.sources.sources import Sources
from tests.discord_app.reading import buttons, read
from tests.local_discord.live import going_live
from tests.local_discord.payloads import guild_id, press_payload
from tests.local_discord.server import serve_discord
from tests.sources.room import LIGHTHOUSE, PRICE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.articles.article import Article
    from bot.settings import Settings
    from tests.local_discord.server import LocalDiscord

OWNER, OTHER = 0, 1
ACTS = ("keep", "discard", "show", "remove", "sure", "restore", "refresh")
ANSWER = "80,000 pounds"
SECRETS = ("lighthouse", "gull", "maren", "holt", "80,000", "retired teacher")


@pytest.fixture
async def two_servers() -> AsyncIterator[LocalDiscord]:
    """Yield a Discord where the bot is in two servers."""
    async with serve_discord(2) as local:
        local.form.checked = True
        yield local


async def press(
    local: LocalDiscord,
    item: str,
    *values: str,
    server: int = OWNER,
    manages: bool = False,
    for_oneself: bool = False,
) -> str:
    """Press a button of any id, or choose values of a menu; return what is said.

    With ``for_oneself`` it is as where the member alone has installed the bot, not the server.
    """
    payload = press_payload(next(local.ids), item, values, server=server, manages=manages)
    if for_oneself:
        payload["authorizing_integration_owners"] = {"1": payload["member"]["user"]["id"]}
    return await said(local, await local.interact(payload))


async def said(local: LocalDiscord, number: int) -> str:
    """Return what an interaction was answered with, once that is more than that it takes long."""
    await local.until(lambda: any(map(read, local.said.get(number, ()))))
    return "\n".join(map(read, local.said[number]))


async def bring_in(settings: Settings, *, kept: bool = True) -> tuple[Article, str]:
    """Let the first server have a text, and the second nothing; return it and its source's id."""
    async with open_service(settings) as service:
        sources = service.sources
        assert isinstance(sources, Sources)
        owner = guild_id(OWNER)
        title, _, text = LIGHTHOUSE.partition("\n\n")
        offer = await sources.offers.text(owner, 9, title, text)
        if kept:
            await sources.keep(owner, offer.source.id)
        assert offer.article is not None
        return offer.article, offer.source.id


def forged(article: Article, source: str, answer: str) -> Iterator[tuple[str, ...]]:
    """Yield ids of buttons about what the first server has, menus with what was chosen."""
    yield from ((f"fn:src:{act}:{source}",) for act in ACTS)
    yield from (("fn:srcs:next:0",), ("fn:srcs:prev:1",), (f"fn:sum:{article.id}",))
    hit = f"{article.id}:{article.digest[:6]}:0:0"
    yield from ((f"fn:{what}:{hit}",) for what in ("copy", "open", "near"))
    yield from ((f"fn:{what}:{answer}:0",) for what in ("context", "next", "up", "down"))
    yield ("fn:person", "maren-holt")


async def test_ids_of_another_servers_articles_and_sources_find_nothing(
    two_servers: LocalDiscord, settings: Settings
) -> None:
    local = two_servers
    article, source = await bring_in(settings)

    async with going_live(local, settings):
        asked = await local.ask(PRICE)
        assert ANSWER in await said(local, asked)
        context = next(name for name in buttons(local.said[asked][-1]) if ":context:" in name)
        answer = context.split(":")[2]
        for item, *chosen in forged(article, source, answer):
            shown = await press(local, item, *chosen, server=OTHER, manages=True)
            assert not any(secret in shown.lower() for secret in SECRETS), (item, shown)
        told = [local.said[number] for number in local.said if number > asked]
        assert article.id not in str(told)
        assert ANSWER not in await said(local, await local.ask(PRICE, server=OTHER))
        # With the same ids, the server whose they are is served; nothing was done to it.
        assert ANSWER in await press(local, context)
        assert ANSWER in await press(local, f"fn:sum:{article.id}")
        assert "Manage Server" in await press(local, f"fn:src:show:{source}")
        assert "Gull Rock" in await press(local, f"fn:src:show:{source}", manages=True)
        alone = await press(local, f"fn:src:show:{source}", manages=True, for_oneself=True)
        assert "Manage Server" in alone
        assert "Gull Rock" not in alone
        assert ANSWER in await said(local, await local.ask(PRICE))


@pytest.mark.parametrize("acts", [("keep", "discard"), ("discard", "keep"), ("keep", "keep")])
async def test_two_who_press_at_once_are_each_told_what_became_of_it(
    two_servers: LocalDiscord, settings: Settings, acts: tuple[str, str]
) -> None:
    local = two_servers
    _, source = await bring_in(settings, kept=False)
    async with going_live(local, settings):
        pressed = [
            press_payload(next(local.ids), f"fn:src:{act}:{source}", (), server=OWNER, manages=True)
            for act in acts
        ]
        numbers = await asyncio.gather(*map(local.interact, pressed))
        told = [await said(local, number) for number in numbers]
        is_kept = any("It answers from now on" in text for text in told)
        gone = sum("no longer here" in text for text in told)
        assert gone == (0 if acts == ("keep", "keep") else 1)
        assert is_kept == (ANSWER in await said(local, await local.ask(PRICE)))
        assert is_kept == ("Discarded." not in told)
