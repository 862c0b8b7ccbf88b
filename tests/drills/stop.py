"""Stop the bot at random moments: ``python -m tests.drills.stop --times 200``.

It is told to stop while it starts for the first time, while it starts again with files that have
changed, and while it answers a flood of questions. Each time it has to end within five seconds,
with no traceback, and leave a database that the next start takes up.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.discord_app.running.live import run_live
from bot.monitoring.stop_signal import run_and_leave
from bot.settings import load_settings
from tests.drills.environment import environment
from tests.local_discord.gateway import connected_to
from tests.local_discord.server import TOKEN, LocalDiscord, serve_discord

if TYPE_CHECKING:
    from asyncio.subprocess import Process

WITHIN = 5.0
PASSAGES_A_FILE = 100
QUESTION = "When was the lighthouse of cape 7 built?"
_CHANGED = 20
_FLOOD = 200
_ENDED = (0, -signal.SIGTERM, -getattr(signal, "SIGALRM", signal.SIGTERM))


@dataclass
class Outcome:
    """How long each stop took, in seconds, by what the bot was doing."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    @property
    def longest(self) -> float:
        """The longest stop."""
        return max(max(times) for times in self.seconds.values())


def write_corpus(folder: Path, passages: int) -> None:
    """Write files of a hundred passages each."""
    folder.mkdir()
    for number in range(passages // PASSAGES_A_FILE):
        write_file(folder, number, 1700)


def write_file(folder: Path, number: int, year: int) -> None:
    """Write one file; another year makes it another article."""
    paragraphs = (
        f"The lighthouse of cape {number} was built in {year + place} by masons of bay {place}."
        for place in range(PASSAGES_A_FILE)
    )
    (folder / f"cape{number:04}.txt").write_text(f"Cape {number}\n\n" + "\n\n".join(paragraphs))


async def _start(folder: Path, address: str) -> Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.drills.stop", "--child", address),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env=environment(
            DISCORD_TOKEN=TOKEN,
            FOOTNOTE_CORPUS=str(folder / "corpus"),
            FOOTNOTE_DATABASE=str(folder / "footnote.db"),
        ),
        cwd=Path(__file__).parents[2],
    )


async def _stop(process: Process) -> float:
    """Stop the bot; return how long it took.

    Raises:
        AssertionError: It left a traceback, or ended otherwise than it should.
    """
    start = time.perf_counter()
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    _, said = await process.communicate()
    took = time.perf_counter() - start
    assert process.returncode in _ENDED, said.decode()
    assert b"Traceback" not in said, said.decode()
    return took


async def _flood(local: LocalDiscord) -> None:
    """Ask many questions at once; nobody waits for the answers."""
    for _ in range(_FLOOD):
        await local.mention(QUESTION)


async def _round(kind: str, folder: Path, local: LocalDiscord, wait: float) -> float:
    """Start the bot, wait until it is in the middle of something, and stop it."""
    if kind == "first start":
        for file in folder.glob("footnote.db*"):
            file.unlink()
    elif kind == "restart":
        for number in range(_CHANGED):
            write_file(folder / "corpus", number, 1700 + int(wait * 1000) % 300)
    identified = local.gateway.identified
    process = await _start(folder, local.gateway.address)
    if kind == "flood":
        await local.until(lambda: local.gateway.identified > identified, 300.0)
        await _flood(local)
        wait /= 10
    await asyncio.sleep(wait)
    took = await _stop(process)
    assert not list(folder.glob("*set-aside*"))
    return took


async def run_drill(times: int, passages: int, folder: Path, seed: int = 1) -> Outcome:
    """Start and stop the bot, again and again.

    Raises:
        AssertionError: A stop left something behind.
    """
    chance = random.Random(seed)
    write_corpus(folder / "corpus", passages)
    outcome = Outcome()
    async with serve_discord() as local:
        start = time.perf_counter()
        process = await _start(folder, local.gateway.address)
        await local.until(lambda: local.gateway.identified == 1, 600.0)
        longest = time.perf_counter() - start
        await _stop(process)
        for number in range(times):
            kind = ("first start", "restart", "flood")[number % 3]
            took = await _round(kind, folder, local, chance.uniform(0, longest))
            outcome.seconds.setdefault(kind, []).append(took)
    return outcome


def _serve(address: str) -> None:
    with connected_to(address):
        run_and_leave(run_live(load_settings(), print))


def main() -> None:
    """Run the drill, and print how long the stops took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--child", metavar="ADDRESS")
    arguments = parser.parse_args()
    if arguments.child:
        _serve(arguments.child)
        return
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(run_drill(arguments.times, arguments.passages, Path(folder)))
    for kind, seconds in outcome.seconds.items():
        late = sum(took > WITHIN for took in seconds)
        print(f"{kind}: {len(seconds)} stops, the longest {max(seconds):.1f} s, {late} too late")
    print(f"the machine's load was {os.getloadavg()[2]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
