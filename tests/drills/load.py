"""Ask 10,000 questions through the real client: ``python -m tests.drills.load``.

500 members of 20 servers ask, up to 100 at once, while the articles are reloaded every second.
With ``--memory`` memory is traced, which makes everything slower.

It counts what was acknowledged and how often, checks that each got the right text, and looks at
what is left over: tasks, threads, memory. It prints how long the loop was blocked at the most.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import tempfile
import threading
import time
import tracemalloc
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import simcord
from simcord.interactions import base_payload

from bot.discord_app.client import FootnoteBot
from bot.service import make_service
from bot.storage.database import open_database
from bot.storage.guilds import GuildSettings

if TYPE_CHECKING:
    from bot.librarian import Librarian
    from bot.service import Service

ARTICLES = 60
_PLACES = ("Aldwick", "Brackley", "Corsham", "Dunmow", "Evesham", "Fakenham")
_THINGS = ("lighthouse", "viaduct", "orangery", "windmill", "aqueduct", "belfry", "granary")


@dataclass
class Outcome:
    """Hold what came of a drill.

    Attributes:
        asked: How many questions.
        answered: How many were answered by the right text.
        wrong: What was said instead, and how often.
        requests: How many answers Discord was sent.
        reloads: How many reloads were done meanwhile.
        seconds: How long it took.
        blocked: The longest that one callback held the event loop, in seconds.
        collected: The longest that a collection of garbage held it; SimCord's many kept messages
            make it long. It is not counted in ``blocked``.
        before: Tasks, threads and, where it was traced, MB of memory after the warm-up.
        after: The same at the end.
    """

    asked: int
    answered: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    reloads: int = 0
    seconds: float = 0.0
    blocked: float = 0.0
    collected: float = 0.0
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
        questions[f"When was the {thing} built?"] = f"built in {1700 + number}"
    return questions


async def run_drill(
    folder: Path, *, questions: int, members: int, servers: int, at_once: int, memory: bool
) -> Outcome:
    """Run the drill over a new corpus in a folder."""
    if memory:
        tracemalloc.start()
    known = write_corpus(folder / "corpus")
    database = await open_database(folder / "footnote.db")
    service = make_service(folder / "corpus", database)
    await service.librarian.load()
    await service.librarian.people()
    env = simcord.Env(FootnoteBot(service), shard_count=1, settle_timeout=60)
    await env.start()
    try:
        actors = await _populate(env, service, members, servers)
        drill = _Drill(env, known, actors, at_once)
        await drill.ask(min(questions, 5 * at_once), Outcome(0))
        outcome = Outcome(questions)
        outcome.before = _resources(env)
        stop = asyncio.Event()
        reloading = asyncio.create_task(
            _reload(service.librarian, folder / "corpus", stop, outcome)
        )
        start = time.perf_counter()
        sent = len(env.http_requests)
        with _Watch() as watch:
            await drill.ask(questions, outcome)
        outcome.seconds = time.perf_counter() - start
        outcome.blocked, outcome.collected = watch.longest, watch.collected
        outcome.requests = sum(
            request.path.endswith("/callback") for request in env.http_requests[sent:]
        )
        stop.set()
        await reloading
        await service.librarian.close()
        outcome.after = _resources(env)
        return outcome
    finally:
        tracemalloc.stop()
        await env.shutdown()
        await service.librarian.close()
        await database.close()


async def _populate(
    env: simcord.Env, service: Service, members: int, servers: int
) -> list[tuple[simcord.MemberActor, simcord.ChannelHandle]]:
    guilds = [env.create_guild(name=f"Server {number}") for number in range(servers)]
    for guild in guilds:
        # The drill's members ask more quickly than any may.
        await service.guilds.save(guild.id, GuildSettings(cooldown_questions=0))
    channels = [guild.create_text_channel("news") for guild in guilds]
    users = [env.create_user(f"member{number}") for number in range(members)]
    return [
        (guilds[number % servers].add_member(user), channels[number % servers])
        for number, user in enumerate(users)
    ]


class _Drill:
    """Ask questions, each member's after the one before."""

    def __init__(
        self,
        env: simcord.Env,
        known: dict[str, str],
        actors: list[tuple[simcord.MemberActor, simcord.ChannelHandle]],
        at_once: int,
    ) -> None:
        self._env = env
        self._known = list(known.items())
        self._actors = actors
        self._at_once = at_once

    async def ask(self, count: int, outcome: Outcome) -> None:
        chance = random.Random(count)
        asked = 0
        while asked < count:
            batch = chance.sample(self._actors, min(self._at_once, count - asked))
            pending = [
                (self._fire(*actor, *(pair := chance.choice(self._known))), *pair)
                for actor in batch
            ]
            await self._env.settle()
            for result, question, wanted in pending:
                _judge(result, question, wanted, outcome)
            asked += len(batch)

    def _fire(
        self, member: simcord.MemberActor, channel: simcord.ChannelHandle, question: str, _: str
    ) -> simcord.InteractionResult:
        """Send an interaction as ``member.slash`` does, without waiting for its answer."""
        root = member._resolve_root("ask", 1, channel.id)
        record, payload = base_payload(
            self._env.backend,
            type=2,
            channel_id=channel.id,
            guild_id=member.guild.id,
            user_id=member.id,
            data={
                "id": root["id"],
                "name": "ask",
                "type": 1,
                "options": [{"name": "question", "type": 3, "value": question}],
            },
        )
        self._env.backend.emit("INTERACTION_CREATE", payload)
        return simcord.InteractionResult(self._env, record)


def _judge(result: simcord.InteractionResult, question: str, wanted: str, outcome: Outcome) -> None:
    embeds = result.response.embeds if result.response else []
    said = (embeds[0].description or "") if embeds else "nothing"
    if wanted in said and embeds[0].author.name == question and not result.followups:
        outcome.answered += 1
    else:
        outcome.wrong[result.response.content if result.response else said] += 1


class _Watch:
    """Time every callback that the event loop runs, but for the drill's own."""

    def __init__(self) -> None:
        self.longest = self.collected = self._collecting = self._pauses = 0.0
        self._run = asyncio.Handle._run
        self._drill = asyncio.current_task()

    def __enter__(self) -> _Watch:
        run, drill = self._run, self._drill

        def timed(handle: asyncio.Handle) -> None:
            self._pauses = 0.0
            start = time.perf_counter()
            run(handle)
            callback: object = handle._callback  # type: ignore[attr-defined]
            if getattr(callback, "__self__", None) is not drill:
                self.longest = max(self.longest, time.perf_counter() - start - self._pauses)

        asyncio.Handle._run = timed  # type: ignore[method-assign, assignment]
        gc.callbacks.append(self._note_pause)
        return self

    def _note_pause(self, phase: str, _: dict[str, int]) -> None:
        now = time.perf_counter()
        if phase == "start":
            self._collecting = now
        else:
            self._pauses += now - self._collecting
            self.collected = max(self.collected, now - self._collecting)

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._note_pause)
        asyncio.Handle._run = self._run  # type: ignore[method-assign]


async def _reload(
    librarian: Librarian, corpus: Path, stop: asyncio.Event, outcome: Outcome
) -> None:
    while not stop.is_set():
        note = f"Another note\n\nNote number {outcome.reloads} says that it rained again.\n"
        (corpus / "note.txt").write_text(note)
        await librarian.reload()
        outcome.reloads += 1
        await asyncio.get_running_loop().run_in_executor(None, _wait_a_second, stop)


def _wait_a_second(stop: asyncio.Event) -> None:
    """Wait a second in a thread, as SimCord's event loop keeps a time of its own."""
    for _ in range(20):
        if stop.is_set():
            return
        time.sleep(0.05)


def _resources(env: simcord.Env) -> dict[str, float]:
    """Count tasks, threads, and what the bot's and discord.py's code holds of memory.

    SimCord keeps every message and request for good; they are forgotten here first.
    """
    env.backend.http_requests.clear()
    env.backend.transcript.clear()
    for messages in env.backend.messages.values():
        messages.clear()
    env.backend.interactions.clear()
    gc.collect()
    counts: dict[str, float] = {
        "tasks": len(asyncio.all_tasks()),
        "threads": threading.active_count(),
    }
    if not tracemalloc.is_tracing():
        return counts
    ours = [tracemalloc.Filter(True, pattern) for pattern in ("*/bot/*", "*/discord/*")]  # noqa: FBT003
    kept = tracemalloc.take_snapshot().filter_traces(ours).statistics("filename")
    return {**counts, "MB": round(sum(statistic.size for statistic in kept) / 1e6, 2)}


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
