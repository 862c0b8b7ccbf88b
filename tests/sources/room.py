"""Servers that bring in sources, over a small web and a real database."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.open_service import make_service
from bot.sources.limits import Limits
from bot.sources.reading import SourceReader
from bot.sources.shelf_writer import ShelfWriter
from bot.sources.sources import Sources
from bot.storage.sqlite.stores import open_stores
from tests.web import Names, SmallWeb, open_fetcher, open_web, page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from bot.ingest.workers.worker import Worker
    from bot.open_service import Service
    from bot.storage.stores import Stores

NOON = 1_795_867_200
"""Noon UTC of 28 November 2026, in seconds since 1970."""

LIGHTHOUSE = """\
The lighthouse on Gull Rock is sold

The lighthouse on Gull Rock was sold for 80,000 pounds to Maren Holt, a retired teacher.

She wants to open a small library in its tower.
"""
PRICE = "How much was the lighthouse on Gull Rock sold for?"


@dataclass
class Clock:
    """A clock that only a test sets."""

    now: int = NOON

    def __call__(self) -> int:
        """Return the time, in seconds since 1970."""
        return self.now


@dataclass
class SourceRoom:
    """Everything that sources need, but Discord."""

    service: Service
    sources: Sources
    web: SmallWeb
    names: Names
    clock: Clock = field(default_factory=Clock)

    async def answers(self, guild_id: int | None, question: str = PRICE) -> bool:
        """Return whether a server's articles answer a question."""
        library = await self.service.shelves.library(guild_id)
        return library.ask(question).answered

    async def titles(self, guild_id: int) -> list[str]:
        """Return the titles of a server's own articles, in order of the alphabet."""
        shelf = await self.service.shelves.own.shelf(guild_id)
        return sorted(article.title for article in shelf.library.articles)

    def publish(self, *numbers: int, feed: str = "/feed") -> None:
        """Publish articles by number, and a feed of them, the newest first."""
        for number in numbers:
            text = f"The council of Ward {number} met on Monday and raised the fee for boats."
            self.web.pages[f"/{number}"] = page(f"News {number}", text)
        self.web.pages[feed] = (
            200,
            {"Content-Type": "application/rss+xml"},
            rss([(f"News {number}", self.web.address(f"/{number}")) for number in numbers]),
        )


def rss(items: Sequence[tuple[str, str]], title: str = "City News") -> bytes:
    """Return an RSS feed of titles and addresses."""
    listed = "".join(
        f"<item><title>{name}</title><link>{link}</link></item>" for name, link in items
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{listed}'
        "</channel></rss>"
    ).encode()


@asynccontextmanager
async def open_room(
    folder: Path, worker: Worker, limits: Limits | None = None
) -> AsyncIterator[SourceRoom]:
    """Open a room over a folder without articles."""
    async with (
        open_stores(folder / "footnote.db") as stores,
        open_web() as small,
        room_over(stores, small, folder, worker, limits) as room,
    ):
        yield room


@asynccontextmanager
async def room_over(
    stores: Stores, small: SmallWeb, folder: Path, worker: Worker, limits: Limits | None = None
) -> AsyncIterator[SourceRoom]:
    """Open a room over stores and a web that are open."""
    (folder / "corpus").mkdir(exist_ok=True)
    service = make_service(folder / "corpus", stores)
    await service.shelves.shared.load()
    clock = Clock()
    writer = ShelfWriter(stores, service.shelves.own, limits or Limits(), clock)
    names = Names()
    async with open_fetcher(small, names) as fetcher:
        sources = Sources(writer, SourceReader(worker), fetcher)
        yield SourceRoom(service, sources, small, names, clock)
    await service.shelves.close()
