"""Kill the bot while it looks at feeds: ``python -m tests.drills.feeds --times 50``.

Twenty feeds of four servers each have a new article in every round, and the process that reads
and announces them is killed at a random moment. After every SIGKILL the database has to open
clean; in the end every article has to be there once, and to have been announced once. What is
announced goes to a file, as it would to Discord: it stays, though the process that sent it is
killed before it can note that.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.fetching.fetcher import Fetcher
from bot.ingest.workers.worker import Worker
from bot.library.analysis.article_analysis import ArticleAnalyser
from bot.library.shelves.own_shelves import OwnShelves
from bot.sources.announcing import Announcements
from bot.sources.limits import ANNOUNCED_AN_HOUR, DAY, Limits
from bot.sources.reading import SourceReader
from bot.sources.schedule import SourceSchedule
from bot.sources.shelf_writer import ShelfWriter
from bot.sources.sources import Sources
from bot.storage.sources import FeedSettings, guild_of_scope
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.stores import open_stores
from tests.drills.environment import environment
from tests.sources.room import NOON, rss
from tests.web import SmallWeb, no_waiting, open_web, page, reach_of

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.storage.sources import Announcement
    from bot.storage.stores import Stores

FEEDS = 20
SERVERS = 4
_CHANNEL = 1000


@dataclass
class Count:
    """What became of the looks that were killed.

    Attributes:
        killed: How many were.
        finished: How many were through before that.
        articles: How many articles were read in all.
        announced: How many of them were announced.
    """

    killed: int = 0
    finished: int = 0
    articles: int = 0
    announced: int = 0


class FileChannel:
    """All channels, as one file: a line for each message, with what its button names."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def post(self, announcement: Announcement, article: Article, /) -> bool:
        """Post an announcement."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{announcement.scope} {announcement.article} {article.title}\n")
        # Discord takes its time to answer; meanwhile the process may be killed.
        await asyncio.sleep(0.005)
        return True

    async def was_posted(self, announcement: Announcement, /) -> bool:
        """Return whether one of the messages is about the article."""
        wanted = [announcement.scope, announcement.article]
        return any(line.split(" ")[:2] == wanted for line in self.lines())

    def lines(self) -> list[str]:
        """Return the messages."""
        return self._path.read_text(encoding="utf-8").splitlines() if self._path.exists() else []


async def look(database: Path, port: int, now: int) -> None:
    """Look at everything that is due and announce it, as the bot does; say when that begins."""
    with Worker(ArticleAnalyser()) as worker:
        async with (
            open_stores(database) as stores,
            Fetcher(reach=reach_of(port), turns=no_waiting()) as fetcher,
        ):
            own = OwnShelves(stores.sources, stores.embeddings, 1 << 30)
            sources = _sources(stores, own, worker, fetcher, now)
            channel = FileChannel(database.with_name("channel.txt"))
            announcements = Announcements(stores, own, channel, lambda: now)

            async def announce(*_: object) -> None:
                await announcements.send()

            schedule = SourceSchedule(sources, stores, announce, announce)
            sys.stdout.write("looking\n")
            sys.stdout.flush()
            while await schedule.check_due():
                pass
            await announce()
            await own.close()


def _sources(
    stores: Stores, own: OwnShelves, worker: Worker, fetcher: Fetcher, now: int
) -> Sources:
    writer = ShelfWriter(stores, own, Limits(), lambda: now)
    return Sources(writer, SourceReader(worker), fetcher)


async def follow_all(database: Path, small: SmallWeb) -> None:
    """Follow all feeds, and look at each for the first time."""
    with Worker(ArticleAnalyser()) as worker:
        async with (
            open_stores(database) as stores,
            Fetcher(reach=small.reach(), turns=no_waiting()) as fetcher,
        ):
            own = OwnShelves(stores.sources, stores.embeddings, 1 << 30)
            sources = _sources(stores, own, worker, fetcher, NOON)
            for feed in range(FEEDS):
                guild_id = 1 + feed % SERVERS
                offer = await sources.offers.feed(guild_id, 9, small.address(f"/feed/{feed}"))
                source = await sources.keep(guild_id, offer.source.id)
                settings = FeedSettings(every=900, most=200, channel=_CHANNEL + feed)
                await sources.follow(guild_id, source.id, settings)
                await sources.refresh(guild_id, source.id)
            await own.close()


def publish(small: SmallWeb, feed: int, articles: int) -> None:
    """Publish a feed with so many articles, the newest first."""
    names = [f"News {feed}-{number}" for number in range(articles)]
    for number, name in enumerate(names):
        text = f"The council of Ward {feed} met for the {number}th time and raised the fee."
        small.pages[f"/{feed}/{number}"] = page(name, text)
    items = [(name, small.address(f"/{feed}/{number}")) for number, name in enumerate(names)]
    small.pages[f"/feed/{feed}"] = (200, {"Content-Type": "text/xml"}, rss(items[::-1]))


async def _start(database: Path, port: int, now: int) -> asyncio.subprocess.Process:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.drills.feeds", "--child", str(database), str(port), str(now)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment(),
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    await child.stdout.readline()
    return child


async def check(database: Path) -> Count:
    """Check that the database is sound and that nothing is in it, or was announced, twice.

    Raises:
        AssertionError: Something is.
    """
    opened = await open_database(database)
    try:
        assert (await opened.fetch("PRAGMA integrity_check"))[0][0] == "ok"
        assert not await opened.fetch("PRAGMA foreign_key_check")
    finally:
        await opened.close()
    count = Count()
    async with open_stores(database) as stores:
        for scope in await stores.sources.scopes():
            titles = Counter(a.title for a in (await stores.articles.load(scope)).articles)
            assert max(titles.values()) == 1, (guild_of_scope(scope), titles)
            count.articles += len(titles)
    lines = Counter(FileChannel(database.with_name("channel.txt")).lines())
    assert not lines or max(lines.values()) == 1, lines
    count.announced = len(lines)
    return count


async def run_drill(times: int, folder: Path, seed: int = 1) -> Count:
    """Kill looks at feeds at random moments, and check what is left.

    Raises:
        AssertionError: Something was lost, or announced twice.
    """
    chance, database, count = random.Random(seed), folder / "footnote.db", Count()
    async with open_web() as small:
        for feed in range(FEEDS):
            publish(small, feed, 1)
        await follow_all(database, small)
        longest = 0.0
        for time in range(1, times + 1):
            for feed in range(FEEDS):
                publish(small, feed, 1 + time)
            # A day later all are due again, and channels may have more announcements.
            child = await _start(database, small.port, NOON + time * DAY)
            if time == 1:
                began = asyncio.get_running_loop().time()
                assert await child.wait() == 0
                longest = longest or asyncio.get_running_loop().time() - began
            else:
                await asyncio.sleep(chance.uniform(0, longest))
                if child.returncode is None:
                    child.kill()
                killed = await child.wait() == -signal.SIGKILL
                count.killed += killed
                count.finished += not killed
            await check(database)
        # What the kills left over may be more than an hour's announcements.
        for day in range(1, 2 + times // ANNOUNCED_AN_HOUR):
            child = await _start(database, small.port, NOON + (times + day) * DAY)
            assert await child.wait() == 0
    found = await check(database)
    assert found.articles == FEEDS * (times + 1), found
    assert found.announced == FEEDS * times, found
    return replace(found, killed=count.killed, finished=count.finished)


def main() -> None:
    """Run the drill, and print what became of the looks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--child", nargs=3, metavar=("DATABASE", "PORT", "NOW"))
    arguments = parser.parse_args()
    if arguments.child:
        path, port, now = arguments.child
        asyncio.run(look(Path(path), int(port), int(now)))
        return
    with tempfile.TemporaryDirectory() as folder:
        count = asyncio.run(run_drill(arguments.times, Path(folder)))
    print(
        f"{FEEDS} feeds, looked at {arguments.times - 1} times: {count.killed} looks killed, "
        f"{count.finished} finished first; {count.articles} articles, each there once, and "
        f"{count.announced} announced, each once"
    )


if __name__ == "__main__":
    main()
