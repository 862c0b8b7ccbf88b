"""Kill the bot while it saves a reload: ``python -m tests.drills.kill --times 200``.

After every SIGKILL the database has to open clean and hold the last complete library, the one
before the reload or the one after it; and the next reload has to complete.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bot.library.reloading.librarian import Librarian
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database
from tests.drills.environment import environment

ARTICLES = 200


@dataclass
class Count:
    """What became of the reloads that were killed."""

    killed: int = 0
    finished: int = 0
    before: int = 0
    after: int = 0


def write_corpus(folder: Path, edition: int) -> None:
    """Write an edition of the articles; each names its edition."""
    folder.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        text = f"Article {number}\n\nThe lighthouse of edition {edition} stands on cape {number}.\n"
        (folder / f"a{number:03}.txt").write_text(text * 3)


async def editions(corpus: Path, database_path: Path) -> set[str]:
    """Return the editions that the database holds, once it was found sound."""
    database = await open_database(database_path)
    try:
        assert (await database.fetch("PRAGMA integrity_check"))[0][0] == "ok"
        assert not await database.fetch("PRAGMA foreign_key_check")
        librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
        await librarian.restore()
        articles = librarian.library.articles
        assert len(articles) == ARTICLES
        assert librarian.library.ask("Which edition stands on cape 7?").hits
        await librarian.close()
        return {article.passages[0].text.split()[4] for article in articles}
    finally:
        await database.close()


async def reload(corpus: Path, database_path: Path) -> None:
    """Start as the bot does; say so when the reload begins."""
    database = await open_database(database_path)
    try:
        librarian = Librarian(corpus, SqliteArticleStore(database), LocalChangeNotifier())
        await librarian.restore()
        sys.stdout.write("reloading\n")
        sys.stdout.flush()
        await librarian.reload()
        await librarian.close()
    finally:
        await database.close()


def _start(corpus: Path, database: Path) -> subprocess.Popen[bytes]:
    """Start a process that reloads, and wait until it begins to."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.drills.kill", "--child", str(corpus), str(database)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    with child.stdout as told:
        told.readline()
    return child


def _time_reload(corpus: Path, database: Path) -> float:
    """Return how long a reload takes that nobody kills, in seconds."""
    child = _start(corpus, database)
    start = time.perf_counter()
    assert child.wait() == 0
    return time.perf_counter() - start


def run_drill(times: int, folder: Path, seed: int = 1) -> Count:
    """Kill reloads at random moments, and check what is left after each.

    Raises:
        AssertionError: Something was lost.
    """
    chance = random.Random(seed)
    corpus, database = folder / "corpus", folder / "footnote.db"
    write_corpus(corpus, 0)
    asyncio.run(reload(corpus, database))
    count, last = Count(), 0
    write_corpus(corpus, times + 1)
    longest = _time_reload(corpus, database)
    write_corpus(corpus, 0)
    asyncio.run(reload(corpus, database))
    for edition in range(1, times + 1):
        write_corpus(corpus, edition)
        child = _start(corpus, database)
        time.sleep(chance.uniform(0, longest))
        child.send_signal(signal.SIGKILL)
        killed = child.wait() == -signal.SIGKILL
        count.killed += killed
        count.finished += not killed
        held = asyncio.run(editions(corpus, database))
        assert held in ({str(last)}, {str(edition)}), held
        count.after += held == {str(edition)}
        count.before += held == {str(last)}
        if edition % 5 == 0:
            asyncio.run(reload(corpus, database))
            assert asyncio.run(editions(corpus, database)) == {str(edition)}
            last = edition
        else:
            last = int(held.pop())
    asyncio.run(reload(corpus, database))
    assert asyncio.run(editions(corpus, database)) == {str(times)}
    assert not list(folder.glob("*set-aside*"))
    return count


def main() -> None:
    """Run the drill, and print what became of the reloads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--child", nargs=2, type=Path, metavar=("CORPUS", "DATABASE"))
    arguments = parser.parse_args()
    if arguments.child:
        asyncio.run(reload(*arguments.child))
        return
    with tempfile.TemporaryDirectory() as folder:
        count = run_drill(arguments.times, Path(folder))
    print(
        f"{arguments.times} reloads: {count.killed} killed, {count.finished} finished first; "
        f"found {count.before} times the library before, {count.after} times the one after, "
        "never anything else; every later reload completed"
    )


if __name__ == "__main__":
    main()
