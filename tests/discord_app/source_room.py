"""The newsroom with another server beside it, and a small web to bring articles in from."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from tests.discord_app.conftest import open_newsroom
from tests.discord_app.reading import button, read, told
from tests.sources.room import LIGHTHOUSE, PRICE
from tests.web import SmallWeb, open_fetcher, open_web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import simcord

    from tests.discord_app.conftest import Newsroom

FILE = ("gull rock.txt", LIGHTHOUSE.encode())
SENTENCE = LIGHTHOUSE.split("\n\n")[1]
ANSWER = "80,000 pounds"


@dataclass
class Other:
    """Another server that the bot is in."""

    channel: simcord.ChannelHandle
    editor: simcord.MemberActor


@dataclass
class Room:
    """The newsroom, another server, and a small web."""

    news: Newsroom
    other: Other
    web: SmallWeb

    async def add(self, **options: object) -> simcord.InteractionResult:
        """Use ``/sources add`` as the newsroom's editor."""
        return await self.news.editor.slash(self.news.channel, "sources add", **options)

    async def press(
        self,
        result: simcord.InteractionResult,
        act: str,
        who: simcord.MemberActor | None = None,
    ) -> simcord.InteractionResult:
        """Press a button of what an interaction was answered with."""
        return await (who or self.news.editor).click(
            told(result), custom_id=button(result, f"src:{act}")
        )

    async def keep(self, **options: object) -> simcord.InteractionResult:
        """Add something and keep it; return the message that then shows it."""
        offered = await self.add(**options)
        await self.press(offered, "keep")
        return offered

    async def ask(self, *, elsewhere: bool = False) -> str:
        """Ask what only the newsroom's own article answers."""
        asker, channel = (
            (self.other.editor, self.other.channel)
            if elsewhere
            else (self.news.reader, self.news.channel)
        )
        return read(await asker.slash(channel, "ask", question=PRICE))


@asynccontextmanager
async def open_source_room(corpus: Path, folder: Path) -> AsyncIterator[Room]:
    """Run the bot in two servers, with a web that it may fetch from."""
    async with (
        open_web() as small,
        open_newsroom(corpus, folder / "footnote.db", open_fetcher(small)) as news,
    ):
        guild = news.env.create_guild(name="Elsewhere")
        channel = guild.create_text_channel("talk")
        editors = guild.create_role("E", permissions=discord.Permissions(manage_guild=True))
        editor = guild.add_member(news.env.create_user("stranger"), roles=[editors])
        yield Room(news, Other(channel, editor), small)
