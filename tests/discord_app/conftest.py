"""A running bot in a simulated server, for each test."""

from __future__ import annotations

import asyncio
import shutil
import sys
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord
import pytest
import simcord
import simcord.interactions

from bot.discord_app.app import App
from bot.discord_app.error_messages import explain
from bot.discord_app.fair_use import FairUse
from bot.discord_app.locale.language import Languages
from bot.discord_app.running.client import FootnoteBot
from bot.library import Library
from bot.open_service import make_service
from bot.retrieval.answer import UNSURE, Answer
from bot.settings import load_settings
from bot.storage.opening import open_stores
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.stores import stores_of
from tests.conftest import write_corpus
from tests.discord_app.api_description import assert_requests_are_valid
from tests.local_discord.server import TOKEN, serve_discord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.fetching.fetcher import Fetcher
    from bot.library.reloading.librarian import Librarian
    from bot.open_service import Service
    from bot.settings import Settings
    from bot.storage.sqlite.database import Database
    from tests.local_discord.server import LocalDiscord


class Clock:
    """A clock that only a test sets; a minute passes with every look."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.step = 60.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        self.now += self.step
        return self.now


@dataclass
class Newsroom:
    """A server with the bot in it, a channel, and two members."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    reader: simcord.MemberActor
    editor: simcord.MemberActor
    service: Service
    fair_use: FairUse
    clock: Clock
    database: Database
    corpus: Path
    fails_on_purpose: bool = False

    @property
    def librarian(self) -> Librarian:
        """The librarian of the shared shelf."""
        return self.service.shelves.shared

    @property
    def bot(self) -> FootnoteBot:
        """The bot that is running."""
        assert isinstance(self.env.bot, FootnoteBot)
        return self.env.bot

    def new_bot(self) -> FootnoteBot:
        """Return the bot that a restart would make, on the same database."""
        return FootnoteBot(App.over(self.service, self.fair_use))

    async def restart(self) -> None:
        """Restart the bot; the messages stay."""
        await self.env.restart_bot(self.new_bot())

    def mention(self, text: str) -> str:
        """Write a text that mentions the bot."""
        assert self.bot.user is not None
        return f"<@{self.bot.user.id}> {text}"

    @contextmanager
    def locale(self, code: str) -> Iterator[None]:
        """Let members' Discord be in another language; SimCord's is in English."""
        with self._interactions_with(locale=code):
            yield

    @contextmanager
    def user_installed(self, actor: simcord.MemberActor) -> Iterator[None]:
        """Let only a user have installed the app; SimCord's servers have."""
        with self._interactions_with(authorizing_integration_owners={"1": str(actor.id)}):
            yield

    @contextmanager
    def _interactions_with(self, **fields: object) -> Iterator[None]:
        """Change fields of the payload that SimCord makes of every interaction."""
        original = simcord.interactions.base_payload

        def changed(*args: Any, **values: Any) -> Any:
            record, payload = original(*args, **values)
            return record, {**payload, **fields}

        with pytest.MonkeyPatch.context() as patch:
            for module in [*sys.modules.values()]:
                if getattr(module, "base_payload", None) is original:
                    patch.setattr(module, "base_payload", changed)
            yield

    @property
    def last(self) -> discord.Message:
        """The channel's last message."""
        message = self.channel.last_message
        assert message is not None
        return message


def let_be_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library find that its answers are uncertain."""
    ask = Library.ask

    def ask_unsurely(library: Library, *args: Any, **values: Any) -> Answer:
        answer = ask(library, *args, **values)
        return replace(answer, outcome="perhaps", reason=UNSURE)

    monkeypatch.setattr(Library, "ask", ask_unsurely)


def make_newsroom(
    env: simcord.Env,
    service: Service,
    fair_use: FairUse,
    clock: Clock,
    database: Database,
    corpus: Path,
) -> Newsroom:
    """Make a server with a channel, a reader, and an editor who manages it."""
    guild = env.create_guild(name="Newsroom")
    channel = guild.create_text_channel("ask-the-news")
    editors = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
    reader = guild.add_member(env.create_user("reader"))
    editor = guild.add_member(env.create_user("editor"), roles=[editors])
    return Newsroom(env, guild, channel, reader, editor, service, fair_use, clock, database, corpus)


@asynccontextmanager
async def open_newsroom(
    corpus: Path, database_path: Path, fetcher: Fetcher | None = None
) -> AsyncIterator[Newsroom]:
    """Run the bot over a corpus; at the end check every request that it made."""
    database = await open_database(database_path)
    service = make_service(corpus, stores_of(database), fetcher=fetcher)
    try:
        await service.stores.guilds.load()
        await service.shelves.shared.load()
        await service.shelves.shared.people()
        clock = Clock()
        fair_use = FairUse(clock)
        bot = FootnoteBot(App.over(service, fair_use))
        env = simcord.Env(bot, shard_count=1, settle_timeout=60)
        await env.start()
        try:
            room = make_newsroom(env, service, fair_use, clock, database, corpus)
            yield room
        finally:
            await env.shutdown()
        unexpected = [
            error for error in env.errors if explain(error, Languages.load().english) is None
        ]
        assert room.fails_on_purpose or not unexpected, unexpected
        assert_requests_are_valid(env.http_requests)
    finally:
        await service.close()
        await database.close()


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database in which the two articles, and their people, are known already."""
    folder = tmp_path_factory.mktemp("read-before")
    path = folder / "footnote.db"

    async def read() -> None:
        async with open_stores(path) as stores:
            service = make_service(write_corpus(folder / "corpus"), stores)
            await service.shelves.shared.load()
            await service.shelves.shared.people()
            await service.close()

    asyncio.run(read())
    return path


@pytest.fixture
async def newsroom(corpus: Path, tmp_path: Path, read_before: Path) -> AsyncIterator[Newsroom]:
    """Yield a running bot over the two articles, which it has read before."""
    shutil.copy(read_before, tmp_path / "footnote.db")
    async with open_newsroom(corpus, tmp_path / "footnote.db") as room:
        yield room


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """Yield a Discord on a loopback port, which discord.py connects to."""
    async with serve_discord() as local:
        local.form.checked = True
        yield local


@pytest.fixture
def settings(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return the settings of a bot that goes live on the local Discord."""
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    return load_settings(corpus=corpus, database=tmp_path / "footnote.db")
