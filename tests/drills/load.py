"""Ask 10,000 questions through the real client: ``python -m tests.drills.load``.

500 members of 20 servers ask, up to 100 at once, while the articles are reloaded every second.
The bot runs in a process of its own, against a Discord on a loopback port. It counts what was
answered and how often, checks that each got the right text, and looks at what the bot's process
has left over: tasks, threads, open files and memory. It tells how long the bot's event loop was
held at most, the collection of garbage and the reloads' threads included.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sys
import tempfile
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.discord_app.markdown import escape
from tests.discord_app.reading import read
from tests.drills.environment import environment
from tests.local_discord.server import TOKEN, LocalDiscord, serve_discord

if TYPE_CHECKING:
    from asyncio.subprocess import Process

ARTICLES = 60
_PLACES = ("Aldwick", "Brackley", "Corsham", "Dunmow", "Evesham", "Fakenham")
_THINGS = ("lighthouse", "viaduct", "orangery", "windmill", "aqueduct", "belfry", "granary")
_FIRST_MEMBER = 10_000


@dataclass
class Outcome:
    """What came of a drill.

    Attributes:
        asked: How many questions.
        answered: How many were answered once and by the right text.
        wrong: What was said instead, and how often.
        seconds: How long it took.
        slowest: The longest wait for an answer, in seconds.
        before: The bot's process after the warm-up: its tasks, threads, connections, other open
            files, seconds of a core by then and resident MB, with ``--memory`` the MB that Python
            holds too; how many reloads there were, and the longest that one callback ``blocked``
            the event loop, in seconds.
        after: The same at the end, the reloads and the longest callback since then.
    """

    asked: int
    answered: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: float = 0.0
    before: dict[str, float] = field(default_factory=dict)
    after: dict[str, float] = field(default_factory=dict)


def write_corpus(folder: Path) -> dict[str, str]:
    """Write articles; return a question for each and what its answer holds."""
    folder.mkdir()
    questions = {}
    for number in range(ARTICLES):
        thing = f"{_THINGS[number % len(_THINGS)]} of {_PLACES[number % len(_PLACES)]} {number}"
        (folder / f"a{number:02}.txt").write_text(
            f"The {thing}\n\nThe {thing} was built in {1700 + number} by local masons.\n\n"
            "Visitors come on Sundays, when a band plays in the garden behind it.\n"
        )
        questions[f"When was the {thing} built?"] = f"{1700 + number}"
    return questions


async def run_drill(
    folder: Path, *, questions: int, members: int, servers: int, at_once: int, memory: bool
) -> Outcome:
    """Run the drill over a new corpus in a folder."""
    known = write_corpus(folder / "corpus")
    outcome = Outcome(questions)
    async with serve_discord(servers) as local:
        command = [
            sys.executable,
            "-m",
            "tests.drills.load_bot",
            local.gateway.address,
        ]
        process = await asyncio.create_subprocess_exec(
            *command,
            str(folder),
            str(servers),
            *(["--memory"] if memory else []),
            stdout=asyncio.subprocess.PIPE,
            env=environment(DISCORD_TOKEN=TOKEN),
            cwd=Path(__file__).parents[2],
        )
        try:
            await local.until(lambda: local.gateway.identified == 1, 60.0)
            drill = _Drill(local, known, members, servers, at_once)
            await drill.ask(20 * at_once, Outcome(0))
            outcome.before = await _told(process)
            start = time.perf_counter()
            await drill.ask(questions, outcome)
            outcome.seconds = time.perf_counter() - start
            outcome.after = await _told(process)
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
        finally:
            if process.returncode is None:
                process.kill()
    return outcome


async def _told(process: Process) -> dict[str, float]:
    """Return the figures of the bot's process since the last time."""
    assert process.stdout is not None
    process.send_signal(signal.SIGUSR1)
    figures: dict[str, float] = json.loads(await process.stdout.readline())
    return figures


class _Drill:
    """Ask questions, each member's after the one before."""

    def __init__(
        self, local: LocalDiscord, known: dict[str, str], members: int, servers: int, at_once: int
    ) -> None:
        self._local = local
        self._known = list(known.items())
        self._servers = servers
        self._at_once = at_once
        # Whoever was answered longest ago asks next: nobody asks again within milliseconds.
        self._free = deque(range(members))
        self._chance = random.Random(members)

    async def ask(self, count: int, outcome: Outcome) -> None:
        """Ask so many questions; each of those who ask goes on when it is answered."""
        waiting = iter(range(count))

        async def go_on() -> None:
            for _ in waiting:
                await self._ask_once(outcome)

        await asyncio.gather(*(go_on() for _ in range(self._at_once)))

    async def _ask_once(self, outcome: Outcome) -> None:
        member = self._free.popleft()
        question, wanted = self._chance.choice(self._known)
        said, start = self._local.said, time.perf_counter()
        number = await self._local.ask(question, _FIRST_MEMBER + member, member % self._servers)
        # Nothing at all is what an answer that takes longer begins with.
        late = self._local.late
        await self._local.until(lambda: number in late or any(said.get(number, ())), 60.0)
        outcome.slowest = max(outcome.slowest, time.perf_counter() - start)
        self._free.append(member)
        answers = [one for one in said.get(number, ()) if one]
        asked, _, answer = read(answers[0] if answers else {}).partition("\n")
        right = wanted in answer and asked == f"-# {escape(question)}"
        if right and len(answers) == 1:
            outcome.answered += 1
        else:
            outcome.wrong[str(answers)[:200]] += 1


def main() -> None:
    """Run the drill, and print its outcome."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--members", type=int, default=500)
    parser.add_argument("--servers", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=100)
    parser.add_argument("--memory", action="store_true", help="trace memory; times mean little")
    arguments = vars(parser.parse_args())
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(run_drill(Path(folder), **arguments)))


if __name__ == "__main__":
    main()
