"""Let Discord fail while questions are under way: ``python -m tests.drills.outages``.

The whole bot runs against a Discord on a loopback port, with discord.py's own gateway and
requests and the waits they take. In every outage members ask by command and by mention, before
it and during it; it counts what was asked, answered once and by the right text, never delivered
to the bot (a new session is told nothing of what came before it), answered when the interaction
had expired, and lost. After each the bot has to answer as before.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from tests.drills.live import ANSWER, QUESTION, live_bot
from tests.local_discord.refusal import Refusal
from tests.local_discord.server import LocalDiscord

_Outage = Callable[[LocalDiscord], Awaitable[None]]


@dataclass
class Count:
    """Count what became of the questions of an outage; ``seconds`` is how long it took."""

    asked: int = 0
    answered: int = 0
    undelivered: int = 0
    late: int = 0
    lost: int = 0
    twice: int = 0
    seconds: float = 0.0


def outages(wait: float) -> dict[str, _Outage]:
    """Name the outages.

    Args:
        wait: How long a rate limit lasts, in seconds.
    """

    def refuse(*refusals: Refusal) -> _Outage:
        async def outage(local: LocalDiscord) -> None:
            local.refusals += refusals

        return outage

    return {
        "the gateway asks to reconnect, and resumes": lambda local: (
            local.gateway.ask_to_reconnect()
        ),
        "the line is cut, and the session resumes": lambda local: local.gateway.cut_line(),
        "the session is forgotten, and a new one begins": lambda local: (
            local.gateway.forget_session()
        ),
        f"429 to a command, {wait:g} s": refuse(Refusal("/callback$", 429, wait)),
        f"429 to a reply, {wait:g} s": refuse(Refusal("/messages$", 429, wait)),
        "500 to two requests of each kind": refuse(
            *[Refusal(path, 500) for path in ("/callback$", "/messages$") for _ in range(2)]
        ),
        "404 to a command, as if it had expired": refuse(Refusal("/callback$", 404)),
    }


async def run_outage(local: LocalDiscord, outage: _Outage, questions: int) -> Count:
    """Let members ask before and during an outage; count what became of it."""
    start = time.perf_counter()
    local.open.clear()
    held = local.held
    asked = await _ask(local, questions)
    # Answers to commands go out at once, replies in a channel one after the other.
    await local.until(lambda: local.held > held + questions)
    refused = local.refused
    await outage(local)
    waiting = len(local.refusals)
    asked += await _ask(local, questions)
    local.open.set()
    await local.until(lambda: local.gateway.connected and local.refused >= refused + waiting, 60)
    asked += await _ask(local, 1)
    await local.settled(asked)
    count = Count(asked=len(asked), seconds=time.perf_counter() - start)
    for number in asked:
        said = local.said.get(number, [])
        count.answered += len(said) == 1 and ANSWER in str(said)
        count.twice += len(said) > 1
        count.undelivered += number not in local.gateway.delivered
        count.late += number in local.late
        count.lost += not said and number in local.gateway.delivered - local.late
    return count


async def _ask(local: LocalDiscord, questions: int) -> list[int]:
    return [await ask(QUESTION) for _ in range(questions) for ask in (local.ask, local.mention)]


async def run_drill(folder: Path, chosen: dict[str, _Outage], questions: int) -> dict[str, Count]:
    """Run outages against one bot; return what became of the questions of each."""
    async with live_bot(folder) as (local, _):
        return {name: await run_outage(local, outage, questions) for name, outage in chosen.items()}


def main() -> None:
    """Run the drill, and print a line for each outage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10, help="of each kind, twice an outage")
    parser.add_argument("--wait", type=float, default=10.0, help="seconds of a rate limit")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = asyncio.run(run_drill(Path(folder), outages(arguments.wait), arguments.questions))
    for name, count in counts.items():
        print(
            f"{name}: {count.asked} asked, {count.answered} answered once, {count.twice} twice, "
            f"{count.undelivered} not delivered, {count.late} expired, {count.lost} lost; "
            f"{count.seconds:.1f} s"
        )


if __name__ == "__main__":
    main()
