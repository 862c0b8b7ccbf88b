"""Measure many servers' own shelves in one process.

``python -m tests.benchmarks.shelves --servers 1000`` fills a SQLite database with servers of 20
articles each, and prints how long a shelf of 50 articles takes to load, what a shelf takes in
memory, and how long answers take while shelves come and go. ``--dealt`` prints instead how often
the right passage comes first where the articles of ``squad-dev`` are dealt onto two shelves that
are asked together, and where they are on one.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.questions import read_questions
from bot.library.analysis.encoding import encode_articles
from bot.library.shelves.joint_library import JointLibrary
from bot.open_service import make_service
from bot.storage.sources import Entry, Source, SourceChange, scope_of
from bot.storage.sqlite.stores import open_stores
from tests.benchmarks.corpus import PARAGRAPHS, make_articles, make_corpus
from tests.benchmarks.question_sets import SHARED
from tests.benchmarks.retrieval import resident

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.evaluation.questions import GoldQuestion
    from bot.library.library import Library
    from bot.open_service import Service
    from bot.storage.stores import Stores

ARTICLES = 20
LARGE = 50
"""Articles of the shelves whose loading is timed."""

_TIMED = 20
_MEASURED = 200
_MIB = 1024**2


async def fill(stores: Stores, guild_id: int, articles: Sequence[Article]) -> None:
    """Put articles on a server's shelf."""
    articles = [replace(article, digest=f"{guild_id}-{article.id}") for article in articles]
    encodings = dict(zip((a.key for a in articles), encode_articles(articles, {}), strict=True))
    source = Source("a" * 10, "feed", "Feed", 1, 1, state="kept")
    entries = [Entry(source.id, article.id, article.id, 1) for article in articles]
    people = {article.key: "[5, []]" for article in articles}
    change = SourceChange(source, articles, encodings, people, entries)
    await stores.sources.save(scope_of(guild_id), change)


async def _milliseconds(service: Service, guild_id: int, question: str) -> float:
    """Answer a question, and return how long that took from the first look at the shelf on."""
    started = time.perf_counter()
    library = await service.shelves.library(guild_id)
    await service.questions.ask(library, question, None)
    return (time.perf_counter() - started) * 1000


async def run(servers: int, questions: int, folder: Path) -> None:
    """Run the benchmark and print what it found."""
    made = make_corpus((ARTICLES + LARGE) * PARAGRAPHS * 4, questions)
    articles = make_articles(made.texts)
    chance = random.Random(1)
    (folder / "corpus").mkdir()
    async with open_stores(folder / "footnote.db") as stores:
        for number in range(servers):
            start = chance.randrange(len(articles) - ARTICLES)
            await fill(stores, 1 + number, articles[start : start + ARTICLES])
        for number in range(_TIMED):
            await fill(stores, 1 + servers + number, articles[number : number + LARGE])
        await _measure(folder, stores, servers)


async def _measure(folder: Path, stores: Stores, servers: int) -> None:
    """Print how long shelves take to load, and how much memory they take."""
    service = make_service(folder / "corpus", stores)
    await _time_loading(service, servers)
    measured = min(_MEASURED, servers)
    before = resident()
    for guild_id in range(1, 1 + measured):
        await service.shelves.own.shelf(guild_id)
    a_shelf = (resident() - before) / measured
    estimated = (await service.shelves.own.shelf(1)).size
    print(
        f"A shelf of {ARTICLES} articles ({ARTICLES * PARAGRAPHS} passages) takes "
        f"{a_shelf / _MIB:.2f} MiB, and counts as {estimated / _MIB:.2f} MiB."
    )
    await service.close()


async def _time_loading(service: Service, servers: int) -> None:
    spent = []
    for number in range(_TIMED):
        started = time.perf_counter()
        await service.shelves.own.shelf(1 + servers + number)
        spent.append((time.perf_counter() - started) * 1000)
    print(
        f"A shelf of {LARGE} articles ({LARGE * PARAGRAPHS} passages) is loaded in "
        f"{np.median(spent):.0f} ms, {max(spent):.0f} ms at the most."
    )


async def _time_answers(folder: Path, budget: int, servers: int, questions: int) -> None:
    """Ask servers at random, which lets shelves come and go, and print how long that takes."""
    async with open_stores(folder / "footnote.db") as stores:
        service = make_service(folder / "corpus", stores, memory=budget * _MIB)
        asked = make_corpus((ARTICLES + LARGE) * PARAGRAPHS * 4, questions).questions
        await _ask_all(service, budget, servers, asked)
        await service.close()


async def _ask_all(service: Service, budget: int, servers: int, questions: Sequence[str]) -> None:
    chance = random.Random(2)
    for guild_id in range(1, 1 + servers):
        await service.shelves.own.shelf(guild_id)
    before = time.perf_counter()
    spent = [
        await _milliseconds(service, chance.randint(1, servers), question) for question in questions
    ]
    own = service.shelves.own
    print(
        f"{servers} servers, FOOTNOTE_MEMORY={budget}: {len(own)} shelves are held; an "
        f"answer takes {np.median(spent):.1f} ms, p99 {np.percentile(spent, 99):.1f} ms; the "
        f"process has {resident() / _MIB:.0f} MiB ({len(questions)} questions in "
        f"{time.perf_counter() - before:.0f} s)."
    )


def compare_dealt() -> None:
    """Print how often the right passage comes first on one shelf and on two asked together."""
    asked = read_questions(SHARED / "squad-dev.json", SHARED)
    one, articles = asked.library, asked.library.articles
    own, shared = one.part(articles[::2]), one.part(articles[1::2])
    for name, library in (("one shelf", one), ("two shelves", JointLibrary(own, shared))):
        right = sum(_is_first(library, question) for question in asked.questions)
        share = right / len(asked.questions)
        print(f"squad-dev, {len(asked.questions)} questions, {name}: R@1 {share:.4f}")


def _is_first(library: Library, question: GoldQuestion) -> bool:
    hits = library.ask(question.text).hits
    return bool(hits) and hits[0].passage.id in question.relevant


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--servers", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--dealt", action="store_true")
    parser.add_argument("--ask", nargs=4, metavar=("FOLDER", "MEMORY", "SERVERS", "QUESTIONS"))
    options = parser.parse_args()
    if options.ask:
        folder, *numbers = options.ask
        asyncio.run(_time_answers(Path(folder), *map(int, numbers)))
        return
    if options.dealt:
        compare_dealt()
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(options.servers, options.questions, Path(folder)))
        for budget in (1024, 256):
            # In a process of its own, so that it has nothing of what was held before.
            asked = [folder, str(budget), str(options.servers), str(options.questions)]
            program = [sys.executable, "-m", "tests.benchmarks.shelves", "--ask"]
            subprocess.run([*program, *asked], check=True)


if __name__ == "__main__":
    main()
