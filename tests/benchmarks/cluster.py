"""Measure a bot of several processes: ``python -m tests.benchmarks.cluster``.

First the questions a second that 1, 2 and 4 processes answer together, over PostgreSQL and a
Discord on a loopback port, which takes a core of its own, and how much of a core each question
takes, which other work on the machine changes less; then the memory of one process by the number
of its servers.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.cluster.count import QUESTION
from tests.drills.cluster.drill import SERVERS, Cluster, running
from tests.postgresql import SERVER

if TYPE_CHECKING:
    from tests.local_discord.sharded import ShardedDiscord

_SETTLED_AFTER = 10.0
_KNOWN_WITHIN = 300.0


async def questions_a_second(cluster: Cluster, questions: int, at_once: int) -> float:
    """Return how many questions a second are answered, so many of them at once."""
    local, waiting = cluster.local, iter(range(questions))

    async def go_on() -> None:
        for number in waiting:
            asked = await local.ask(QUESTION, server=number % SERVERS)
            met = partial(_is_over, local, asked)
            await local.until(met, 60.0)

    start = time.perf_counter()
    await asyncio.gather(*(go_on() for _ in range(at_once)))
    return questions / (time.perf_counter() - start)


def _is_over(local: ShardedDiscord, asked: int) -> bool:
    """Return whether a question was answered, or too late, or never will be."""
    delivered = any(session.ended is None for session in local.shards.delivered.get(asked, ()))
    return asked in local.said or asked in local.late or not delivered


async def measure(arguments: argparse.Namespace) -> None:
    """Measure, and print a line for each figure."""
    for processes in arguments.processes:
        with tempfile.TemporaryDirectory() as folder:
            given = {"processes": processes, "server": arguments.server}
            async with running(Path(folder), **given) as cluster:
                await questions_a_second(cluster, 200, arguments.at_once)
                before = sum(process.core_seconds for process in cluster.processes)
                rate = await questions_a_second(cluster, arguments.questions, arguments.at_once)
                taken = sum(process.core_seconds for process in cluster.processes) - before
                memory = sum(process.megabytes for process in cluster.processes)
                print(
                    f"processes: {processes}, questions a second: {rate:.0f}, milliseconds of a "
                    f"core for each: {1000 * taken / arguments.questions:.2f}, MB: {memory:.0f}"
                )
    for servers in arguments.servers:
        with tempfile.TemporaryDirectory() as folder:
            options = {"processes": 1, "servers": servers, "server": arguments.server}
            async with running(Path(folder), **options) as cluster:
                (process,) = cluster.processes
                async with asyncio.timeout(_KNOWN_WITHIN):
                    while f"servers: {servers}\n" not in process.log:  # noqa: ASYNC110
                        await asyncio.sleep(0.5)
                await asyncio.sleep(_SETTLED_AFTER)
                print(f"servers: {servers}, MB: {process.megabytes:.0f}")


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument("--servers", type=int, nargs="*", default=[100, 1_000, 10_000, 50_000])
    parser.add_argument("--questions", type=int, default=2_000)
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--server", default=SERVER, help="a database of the server's")
    asyncio.run(measure(parser.parse_args()))


if __name__ == "__main__":
    main()
