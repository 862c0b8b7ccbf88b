"""Ask a cluster questions, and count what became of them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.local_discord.sharded import ShardedDiscord

QUESTION = "When was the pier at Redcombe built?"
ANSWER = "by local masons"
_TEXT = "The pier at Redcombe\n\nThe pier at Redcombe was built in 1874 by local masons.\n"


@dataclass
class Count:
    """What became of questions.

    Attributes:
        asked: How many there were.
        answered: How many were answered once and by the right text.
        undelivered: How many found their shard without a session; Discord does not replay them.
        died: How many were delivered to a process that was ended before it answered.
        late: How many were answered when Discord had forgotten them.
        twice: How many were answered more than once.
        lost: How many were delivered, to a process that lived on, and not answered.
        wrong: What was said instead of the answer.
        seconds: How long it took.
        gaps: For how many seconds shards had no session, one after the other.
    """

    asked: int = 0
    answered: int = 0
    undelivered: int = 0
    died: int = 0
    late: int = 0
    twice: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    gaps: list[float] = field(default_factory=list)


def write_corpus(folder: Path) -> None:
    """Write the article that answers the question."""
    (folder / "corpus").mkdir(exist_ok=True)
    (folder / "corpus" / "pier.txt").write_text(_TEXT)


async def ask_all(local: ShardedDiscord, questions: int, servers: int, every: float) -> Count:
    """Ask questions in all servers in turn, by command and by mention; count what became of them.

    Args:
        local: The Discord.
        questions: How many to ask.
        servers: How many servers there are.
        every: Seconds between two questions.
    """
    start = time.perf_counter()
    asked: list[int] = []
    for number in range(questions):
        ask = local.mention if number % 4 == 0 else local.ask
        asked.append(await ask(QUESTION, server=number % servers))
        wait = start + every * len(asked) - time.perf_counter()
        if wait > 0 or number % 16 == 0:
            await asyncio.sleep(max(0.0, wait))
    await settled(local, asked)
    return count(local, asked, time.perf_counter() - start)


async def settled(local: ShardedDiscord, asked: list[int], seconds: float = 15.0) -> None:
    """Wait until nothing more can come of the questions."""

    def under_way() -> int:
        return sum(
            number not in local.said
            and number not in local.late
            and any(one.ended is None for one in local.shards.delivered.get(number, ()))
            for number in asked
        )

    end = time.monotonic() + seconds
    while under_way() and time.monotonic() < end:  # noqa: ASYNC110 - nothing tells of an end
        await asyncio.sleep(0.1)


def count(local: ShardedDiscord, asked: list[int], seconds: float) -> Count:
    """Count what became of questions."""
    found = Count(len(asked), seconds=seconds, gaps=local.shards.gaps)
    for number in asked:
        # Telling that an answer takes longer is none.
        said = [one for one in local.said.get(number, []) if one]
        sessions = local.shards.delivered.get(number, [])
        if len(said) > 1:
            found.twice += 1
        elif said and ANSWER in str(said):
            found.answered += 1
        elif said:
            found.wrong.append(str(said)[:300])
        elif not sessions:
            found.undelivered += 1
        elif number in local.late:
            found.late += 1
        elif all(one.ended is not None for one in sessions):
            found.died += 1
        else:
            found.lost += 1
    return found
