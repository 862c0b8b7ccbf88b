"""Disturb four processes that serve one bot: ``python -m tests.drills.cluster.drill kills``.

``kills`` ends one process after the other by SIGKILL and starts it again, the next one once all
have joined; ``stops`` tells them to stop, one after the other, as a rolling restart does;
``restart`` runs a command that restarts PostgreSQL; ``partition`` lets one process's connections
to PostgreSQL fall silent for a while; ``start`` starts ten processes at once on a new database.
Questions are asked meanwhile, by command and by mention, in 64 servers on 16 shards.
"""

from __future__ import annotations

import argparse
import asyncio
import shlex
import signal
import statistics
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.cluster.count import Count, ask_all, write_corpus
from tests.drills.cluster.process import BotProcess
from tests.local_discord.server import serving
from tests.local_discord.sharded import ShardedDiscord
from tests.postgresql import SERVER, execute, new_database
from tests.proxy import Proxy, proxy_before

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

SERVERS = 64
_UP_WITHIN = 120.0


@dataclass(frozen=True)
class Cluster:
    """A cluster that serves.

    Attributes:
        local: The Discord.
        processes: The processes of the bot.
        database: The database's address.
        proxy: What the first process's connections to the database go through.
    """

    local: ShardedDiscord
    processes: list[BotProcess]
    database: str
    proxy: Proxy

    async def up(self) -> None:
        """Wait until every shard is served, and by one process."""
        shards = self.local.shards
        await self.local.until(
            lambda: all(len(shards.sessions[shard]) == 1 for shard in range(shards.shards)),
            _UP_WITHIN,
        )


@asynccontextmanager
async def running(
    folder: Path,
    *,
    processes: int,
    shards: int = 16,
    server: str = SERVER,
    servers: int = SERVERS,
    concurrency: int = 0,
    told: Sequence[str] = (),
) -> AsyncIterator[Cluster]:
    """Start a cluster on a new database, and end it.

    Args:
        folder: Where the articles and the logs go.
        processes: How many processes.
        shards: How many shards Discord recommends.
        server: A database of the server's.
        servers: How many servers the bot is in.
        concurrency: How many sessions may begin at once; as many as there are shards where it is 0.
        told: What each process is told of its shards; all are to find out where it is empty.
    """
    write_corpus(folder)
    local = ShardedDiscord(servers, shards, concurrency=concurrency or shards)
    options = [{"FOOTNOTE_SHARDS": text} for text in told] or [{}] * processes
    async with (
        new_database(server) as database,
        proxy_before(database) as proxy,
        serving(local) as address,
    ):
        addresses = [proxy.address, *[database] * (processes - 1)]
        every = [
            BotProcess(address, folder, one, f"p{n}", options[n]) for n, one in enumerate(addresses)
        ]
        try:
            await asyncio.gather(*(process.start() for process in every))
            cluster = Cluster(local, every, database, proxy)
            await cluster.up()
            yield cluster
        finally:
            await asyncio.gather(*(process.end() for process in every if process.runs))


async def kills(cluster: Cluster, questions: int, rate: float, every: float) -> Count:
    """Kill one process after the other, and start it again."""

    async def kill() -> None:
        while True:
            for process in cluster.processes:
                await asyncio.sleep(every)
                await process.end()
                await process.start()
                await process.serves()

    return await _meanwhile(cluster, kill(), questions, rate)


async def stops(cluster: Cluster, questions: int, rate: float, every: float) -> Count:
    """Tell one process after the other to stop, and start it again."""

    async def stop() -> None:
        while True:
            for process in cluster.processes:
                await asyncio.sleep(every)
                await process.end(signal.SIGTERM)
                await process.start()
                await process.serves()

    return await _meanwhile(cluster, stop(), questions, rate)


async def restart(
    cluster: Cluster, questions: int, rate: float, every: float, command: str
) -> Count:
    """Restart PostgreSQL again and again."""

    async def again() -> None:
        while True:
            await asyncio.sleep(every)
            process = await asyncio.create_subprocess_exec(
                *shlex.split(command), stdout=asyncio.subprocess.DEVNULL
            )
            assert await process.wait() == 0

    return await _meanwhile(cluster, again(), questions, rate)


async def partition(cluster: Cluster, questions: int, rate: float, every: float) -> Count:
    """Let the first process's connections to PostgreSQL fall silent for a while, repeatedly."""

    async def stall() -> None:
        while True:
            await asyncio.sleep(every)
            cluster.proxy.flowing.clear()
            await asyncio.sleep(every)
            cluster.proxy.flowing.set()

    return await _meanwhile(cluster, stall(), questions, rate)


async def _meanwhile(cluster: Cluster, disturb: object, questions: int, rate: float) -> Count:
    assert asyncio.iscoroutine(disturb)
    disturbing = asyncio.create_task(disturb)
    try:
        return await ask_all(cluster.local, questions, SERVERS, 1 / rate)
    finally:
        disturbing.cancel()
        await asyncio.wait({disturbing})
        cluster.proxy.flowing.set()
        if not disturbing.cancelled():
            disturbing.result()


async def start_at_once(folder: Path, server: str, processes: int = 10) -> list[str]:
    """Start processes at once on a new database; return the migrations that it records."""
    async with running(folder, processes=processes, server=server) as cluster:
        rows = await execute(cluster.database, "SELECT name FROM migrations ORDER BY name")
        assert all(process.runs for process in cluster.processes)
        return [row["name"] for row in rows]


def told(found: Count, local: ShardedDiscord) -> str:
    """Return what came of a drill, in a few lines."""
    gaps, overlaps = found.gaps or [0.0], local.shards.overlaps or [0.0]
    return (
        f"{found.asked} asked in {found.seconds:.0f} s: {found.answered} answered once, "
        f"{found.twice} twice, {found.undelivered} not delivered as their shard had no session, "
        f"{found.died} delivered to a process that was ended before it answered, "
        f"{found.late} too late, {found.lost} lost, {len(found.wrong)} answered otherwise\n"
        f"shards without a session {len(found.gaps)} times: median "
        f"{statistics.median(gaps):.1f} s, longest {max(gaps):.1f} s\n"
        f"shards with two sessions {len(local.shards.overlaps)} times, for {max(overlaps):.1f} s "
        f"at the most\n"
        f"sessions begun: {local.shards.identified}, too soon: {local.shards.too_soon}"
    )


async def run(arguments: argparse.Namespace, folder: Path) -> None:
    """Run a drill, and print what came of it."""
    if arguments.drill == "start":
        print(await start_at_once(folder, arguments.server))
        return
    async with running(folder, processes=arguments.processes, server=arguments.server) as cluster:
        given = (cluster, arguments.questions, arguments.rate, arguments.every)
        if arguments.drill == "restart":
            found = await restart(*given, arguments.command)
        else:
            drill = {"kills": kills, "stops": stops, "partition": partition}[arguments.drill]
            found = await drill(*given)
        print(told(found, cluster.local))
        print(*found.wrong[:3], sep="\n")


def main() -> None:
    """Run the drill that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drill", choices=["kills", "stops", "restart", "partition", "start"])
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=50.0, help="questions a second")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between disturbances")
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--server", default=SERVER, help="a database of the server's")
    parser.add_argument("--command", help="what restarts that server")
    parser.add_argument("--logs", type=Path, help="a folder to keep the logs in")
    arguments = parser.parse_args()
    if arguments.logs:
        arguments.logs.mkdir(parents=True, exist_ok=True)
        asyncio.run(run(arguments, arguments.logs))
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(arguments, Path(folder)))


if __name__ == "__main__":
    main()
