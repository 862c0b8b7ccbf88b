"""Time a restart, and reloads of one changed article and of many new ones.

``python -m tests.benchmarks.reload --passages 100000`` writes a corpus to disk, reads it into
SQLite, opens it again, changes one article and reloads with questions running beside it; then it
adds many short articles at once. ``--processes 0`` reads in the bot's own process, as a measure of
what the others cost. ``--json`` prints the same for programs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.ingest.document_reader import ClosableReader, DirectReader
from bot.ingest.workers.pool import WorkerPool
from bot.library.analysis.article_analysis import ArticleAnalyser
from bot.library.reloading.librarian import Librarian
from bot.storage.change_notifier import LocalChangeNotifier
from bot.storage.sqlite.articles import SqliteArticleStore
from bot.storage.sqlite.opening import open_database
from tests.benchmarks.corpus import PARAGRAPHS, make_corpus
from tests.benchmarks.process_memory import peak_memory

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.library.reloading.reload_report import ReloadReport

QUESTIONS = 400
PAUSE = 0.01
"""Seconds between two questions during the reload: about a hundred a second."""


class _OwnProcess(DirectReader, ClosableReader):
    """Reads in this process."""

    def close(self) -> None:
        """Leave things as they are: there is nothing to let go of."""


async def run(passages: int, new: int, processes: int, folder: Path) -> dict[str, float]:
    """Run the benchmark; return seconds, milliseconds of answers during the reload, and MB."""
    made = make_corpus(passages, QUESTIONS)
    corpus = folder / "corpus"
    corpus.mkdir()
    for start in range(0, passages, PARAGRAPHS):
        text = "\n\n".join([f"Article {start}", *made.texts[start : start + PARAGRAPHS]])
        (corpus / f"article-{start}.txt").write_text(text, encoding="utf-8")
    started = time.perf_counter()
    async with _opened(corpus, folder, processes) as librarian:
        await librarian.load()
        first = time.perf_counter() - started
        await librarian.settled()
    started = time.perf_counter()
    async with _opened(corpus, folder, processes) as librarian:
        await librarian.restore()
        restart = time.perf_counter() - started
        await librarian.settled()
        changed = corpus / "article-0.txt"
        text = changed.read_text(encoding="utf-8")
        changed.write_text(f"{text}\n\nA last word.", encoding="utf-8")
        started = time.perf_counter()
        spent = await _ask_while(asyncio.create_task(librarian.reload()), librarian, made.questions)
        reload = time.perf_counter() - started
        with peak_memory() as memory:
            served, found = await _add(new, corpus, librarian)
    return {
        "passages": passages,
        "first start": first,
        "restart from SQLite": restart,
        "reload of one article": reload,
        "answers during the reload": len(spent),
        "their median, ms": float(np.median(spent)),
        "their p99, ms": float(np.percentile(spent, 99)),
        "new articles": new,
        "until they answer": served,
        "until their people are found": found,
        "memory at the most, with all processes, MB": memory.peak,
    }


async def _add(new: int, corpus: Path, librarian: Librarian) -> tuple[float, float]:
    """Add articles; return the seconds until they answer, and until their people are found."""
    for number in range(new):
        text = (
            f"The lighthouse {number}\n\nThe lighthouse of Aldwick {number} was built in {number} "
            "by local masons.\n\nVisitors come on Sundays, when a band plays in the garden.\n"
        )
        (corpus / f"new-{number}.txt").write_text(text, encoding="utf-8")
    await librarian.settled()
    before = librarian.library
    started = time.perf_counter()
    reloading = asyncio.create_task(librarian.reload())
    while librarian.library is before and not reloading.done():  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(PAUSE)
    served = time.perf_counter() - started
    await reloading
    await librarian.people()
    return served, time.perf_counter() - started


@asynccontextmanager
async def _opened(corpus: Path, folder: Path, processes: int) -> AsyncIterator[Librarian]:
    database = await open_database(folder / "footnote.db")
    analyser = ArticleAnalyser(finds_people=False)
    reader = WorkerPool(analyser, processes=processes) if processes else _OwnProcess(analyser)
    librarian = Librarian(
        corpus, SqliteArticleStore(database), LocalChangeNotifier(), reader=reader
    )
    yield librarian
    await librarian.close()
    await database.close()


async def _ask_while(
    working: asyncio.Task[ReloadReport], librarian: Librarian, questions: Sequence[str]
) -> list[float]:
    """Ask one question after the other until a task has ended; return milliseconds.

    A member waits for the event loop, too, so that counts.
    """
    spent: list[float] = []
    due = time.perf_counter()
    while not working.done():
        librarian.library.ask(questions[len(spent) % QUESTIONS])
        spent.append((time.perf_counter() - due) * 1000)
        due = time.perf_counter() + PAUSE
        await asyncio.sleep(PAUSE)
    await working
    return spent


def main() -> None:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=5_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = asyncio.run(run(options.passages, options.new, options.processes, Path(folder)))
    if options.json:
        print(json.dumps(measured))
    else:
        for name, value in measured.items():
            print(f"{name}: {value:,.2f}")


if __name__ == "__main__":
    main()
