"""A running bot in a simulated server, for each test."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
import pytest
import simcord

from bot.discord_app.client import FootnoteBot
from bot.discord_app.errors import explain
from bot.librarian import Librarian
from bot.storage.articles import ArticleStore
from bot.storage.commands import CommandStore
from bot.storage.database import open_database
from tests.discord_app.api_description import assert_requests_are_valid

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.database import Database


@dataclass
class Newsroom:
    """Hold a server with the bot in it, a channel, and two members."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    reader: simcord.MemberActor
    editor: simcord.MemberActor
    librarian: Librarian
    database: Database
    corpus: Path
    fails_on_purpose: bool = False

    @property
    def bot(self) -> FootnoteBot:
        """Give the bot that is running."""
        assert isinstance(self.env.bot, FootnoteBot)
        return self.env.bot

    def new_bot(self) -> FootnoteBot:
        """Make the bot that a restart would make, on the same database."""
        return FootnoteBot(self.librarian, CommandStore(self.database))

    async def restart(self) -> None:
        """Restart the bot; the messages stay."""
        await self.env.restart_bot(self.new_bot())

    @property
    def last(self) -> discord.Message:
        """Give the channel's last message."""
        message = self.channel.last_message
        assert message is not None
        return message


@asynccontextmanager
async def open_newsroom(corpus: Path, database_path: Path) -> AsyncIterator[Newsroom]:
    """Run the bot over a corpus; at the end check every request that it made."""
    database = await open_database(database_path)
    try:
        librarian = Librarian(corpus, ArticleStore(database))
        await librarian.load()
        await librarian.people()
        bot = FootnoteBot(librarian, CommandStore(database))
        env = simcord.Env(bot, shard_count=1)
        await env.start()
        try:
            guild = env.create_guild(name="Newsroom")
            channel = guild.create_text_channel("ask-the-news")
            editors = guild.create_role(
                "Editors", permissions=discord.Permissions(manage_guild=True)
            )
            room = Newsroom(
                env,
                guild,
                channel,
                guild.add_member(env.create_user("reader")),
                guild.add_member(env.create_user("editor"), roles=[editors]),
                librarian,
                database,
                corpus,
            )
            yield room
        finally:
            await env.shutdown()
        unexpected = [error for error in env.errors if explain(error) is None]
        assert room.fails_on_purpose or not unexpected, unexpected
        assert_requests_are_valid(env.http_requests)
        await librarian.close()
    finally:
        await database.close()


@pytest.fixture
async def newsroom(corpus: Path, tmp_path: Path) -> AsyncIterator[Newsroom]:
    """Give a running bot over the two articles."""
    async with open_newsroom(corpus, tmp_path / "footnote.db") as room:
        yield room
