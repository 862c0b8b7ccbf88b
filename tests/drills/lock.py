"""Lock the database from another process: ``python -m tests.drills.lock --seconds 10``.

The whole bot runs against a Discord on a loopback port. While the other process holds the
database, members ask by command and by mention and an admin reloads; it counts what was asked,
answered once and by the right text, and noted once the lock is gone, and whether the reload came
to its end.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.discord_app.reading import read
from tests.drills.live import ANSWER, QUESTION, TEXT, live_bot

if TYPE_CHECKING:
    from tests.local_discord.server import LocalDiscord

_HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("ROLLBACK")
"""


@dataclass
class Count:
    """Count what became of what was asked; ``slowest`` is the longest wait for an answer."""

    asked: int = 0
    answered: int = 0
    noted: int = 0
    slowest: float = 0.0
    reloaded: str = ""
    seconds: float = 0.0


async def run_drill(folder: Path, *, seconds: float, every: float) -> Count:
    """Ask at intervals, in seconds, while another process holds the database."""
    async with live_bot(folder) as (local, _):
        count = await _ask_while_held(local, folder / "footnote.db", seconds, every)
    with closing(sqlite3.connect(folder / "footnote.db")) as database:
        (count.noted,) = database.execute("SELECT count(*) FROM answers").fetchone()
    return count


async def _ask_while_held(
    local: LocalDiscord, database: Path, seconds: float, every: float
) -> Count:
    command = (sys.executable, "-c", _HOLD, str(database), str(seconds))
    holder = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert holder.stdout is not None
    await holder.stdout.readline()
    start = time.perf_counter()
    (database.parent / "corpus" / "pier.txt").write_text(TEXT + "\nIt was painted green.\n")
    reload = await local.command("reload", manages=True)
    count = Count()
    while holder.returncode is None:
        for ask in (local.ask, local.mention):
            sent = time.perf_counter()
            number = await ask(QUESTION)
            await local.until(lambda number=number: number in local.said)  # type: ignore[misc]
            count.slowest = max(count.slowest, time.perf_counter() - sent)
            count.asked += 1
            count.answered += ANSWER in str(local.said[number]) and len(local.said[number]) == 1
        await asyncio.wait({asyncio.create_task(holder.wait())}, timeout=every)
    await local.until(lambda: reload in local.said and "### " in read(local.said[reload][-1]))
    count.reloaded = read(local.said[reload][-1]).splitlines()[0].lstrip("# ")
    count.seconds = time.perf_counter() - start
    return count


def main() -> None:
    """Run the drill, and print its count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="how long the lock is held")
    parser.add_argument("--every", type=float, default=0.25, help="seconds between two questions")
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(run_drill(Path(folder), **vars(parser.parse_args()))))


if __name__ == "__main__":
    main()
