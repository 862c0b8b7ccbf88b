"""Drop nasty files into the corpus: ``python -m tests.drills.hostile --files 216``.

First a worker reads each of them, and it is timed. Then the whole bot runs, in a process of its
own, against a Discord on a loopback port while its folder grows by some files at a time and is
read again after each time; members ask all along. It counts what was read and refused, how long
the slowest file took, and how long the answers and the turns of the bot's event loop took
meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.discord_app.running.live import run_live
from bot.ingest.document_reader import Document
from bot.ingest.folder import list_files
from bot.ingest.reader import read_content
from bot.ingest.workers.worker import Worker
from bot.settings import load_settings
from tests.discord_app.reading import read
from tests.drills.environment import environment
from tests.drills.hostile_files import hostile_files
from tests.drills.live import ANSWER, QUESTION, TEXT
from tests.local_discord.gateway import connected_to
from tests.local_discord.server import TOKEN, serve_discord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from tests.local_discord.server import LocalDiscord

_TURN = 0.01


@dataclass
class Reading:
    """What a worker made of the files, and how many seconds each took."""

    read: int = 0
    refused: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass
class Count:
    """What a live bot made of the files; times in seconds."""

    asked: int = 0
    answered: int = 0
    reloads: int = 0
    seconds: float = 0.0
    answers: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)


def read_each(folder: Path, seed: int, files: int) -> Reading:
    """Write files, and have a worker read one after the other."""
    reading = Reading()
    write_files(folder, hostile_files(seed, files))
    with Worker() as worker:
        list(worker.read([Document("a.txt", "a", b"A title\n\nThe process has started.")]))
        for file, path in list_files(folder):
            document = Document(file, "a", read_content(path, file))
            start = time.perf_counter()
            (result,) = worker.read([document])
            reading.seconds[file] = time.perf_counter() - start
            if result.refusal is None:
                reading.read += 1
            else:
                reading.refused += 1
                reading.reasons[result.refusal.reason.partition(":")[0]] += 1
    return reading


def write_files(folder: Path, files: Iterable[tuple[bytes, bytes]]) -> None:
    """Write files with names and contents into a folder."""
    folder.mkdir(exist_ok=True)
    for name, content in files:
        (folder / os.fsdecode(name)).write_bytes(content)


async def run_drill(folder: Path, *, seed: int, files: int, at_once: int) -> Count:
    """Let a live bot's folder grow by so many files at once."""
    count = Count()
    made = list(hostile_files(seed, files))
    async with _bot_over(folder, count) as local:
        asking = asyncio.create_task(_ask(local, count))
        start = time.perf_counter()
        for done in range(0, files, at_once):
            write_files(folder / "corpus", made[done : done + at_once])
            reload = await local.command("reload", manages=True)
            await local.until(
                lambda reload=reload: (  # type: ignore[misc]
                    reload in local.said and "### " in read(local.said[reload][-1])
                ),
                600.0,
            )
            count.reloads += 1
        count.seconds = time.perf_counter() - start
        if asking.done():
            await asking
        asking.cancel()
        await asyncio.wait({asking})
    return count


@asynccontextmanager
async def _bot_over(folder: Path, count: Count) -> AsyncIterator[LocalDiscord]:
    """Run the bot over a corpus of one article, and note its loop's turns once it has ended."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "pier.txt").write_text(TEXT)
    async with serve_discord() as local:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.drills.hostile", "--child", local.gateway.address),
            stdout=asyncio.subprocess.PIPE,
            env=environment(
                DISCORD_TOKEN=TOKEN,
                FOOTNOTE_CORPUS=str(folder / "corpus"),
                FOOTNOTE_DATABASE=str(folder / "footnote.db"),
            ),
            cwd=Path(__file__).parents[2],
        )
        try:
            await local.until(lambda: local.gateway.identified == 1, 120.0)
            await _ask_once(local, Count())  # by then it has heard of its servers
            yield local
            process.send_signal(signal.SIGTERM)
            said, _ = await process.communicate()
            count.turns = json.loads(said)
        finally:
            if process.returncode is None:
                process.kill()


async def _ask(local: LocalDiscord, count: Count) -> None:
    while True:
        await _ask_once(local, count)
        await asyncio.sleep(_TURN)


async def _ask_once(local: LocalDiscord, count: Count) -> None:
    sent = time.perf_counter()
    number = await local.ask(QUESTION)
    await local.until(lambda: number in local.said, 60.0)
    count.answers.append(time.perf_counter() - sent)
    count.asked += 1
    count.answered += ANSWER in str(local.said[number])


async def _serve(address: str) -> None:
    """Serve as the drill asks, and tell how long each turn of the loop took."""
    turns: list[float] = []
    with connected_to(address):
        turning = asyncio.create_task(_turn(turns))
        await run_live(load_settings(), list[str]().append, stop_within=300.0)
        turning.cancel()
    sys.stdout.write(json.dumps([round(turn, 4) for turn in turns]))


async def _turn(turns: list[float]) -> None:
    """Time how late the event loop comes back to a task that waits for a moment."""
    while True:
        start = time.perf_counter()
        await asyncio.sleep(_TURN)
        turns.append(time.perf_counter() - start - _TURN)


def percentile(values: list[float], share: float) -> float:
    """Return the value that so large a share of all are not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def main() -> None:
    """Run the drill, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=216, help="how many files")
    parser.add_argument("--at-once", type=int, default=18, help="how many between two reloads")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other files")
    parser.add_argument("--child", metavar="ADDRESS", help="serve as the bot of a drill")
    given = parser.parse_args()
    if given.child:
        asyncio.run(_serve(given.child))
        return
    with tempfile.TemporaryDirectory() as folder:
        reading = read_each(Path(folder) / "files", given.seed, given.files)
    slowest = max(reading.seconds, key=lambda file: reading.seconds[file])
    print(f"read {reading.read}, refused {reading.refused}; slowest {slowest}", end=" ")
    print(f"{reading.seconds[slowest]:.2f} s")
    for reason, number in reading.reasons.most_common():
        print(f"  {number} × {reason}")
    with tempfile.TemporaryDirectory() as folder:
        count = asyncio.run(
            run_drill(Path(folder), seed=given.seed, files=given.files, at_once=given.at_once)
        )
    print(
        f"{count.reloads} reloads in {count.seconds:.0f} s; {count.answered} of {count.asked} right"
    )
    for name, times in (("answers", count.answers), ("turns of the loop", count.turns)):
        print(f"{name}: p50 {percentile(times, 0.5) * 1000:.0f} ms,", end=" ")
        print(f"p99 {percentile(times, 0.99) * 1000:.0f} ms, most {max(times) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
