"""Time ranking and answering against the peers that are installed.

``python -m tests.benchmarks.retrieval --passages 100000`` makes a corpus from a seed, runs every
engine over it in a process of its own, one after the other, and prints build time, latency,
memory and the ratios. ``--json`` prints the same for programs.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.evaluation.other_engines import available_peers
from bot.ingest.corpus import Corpus
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.memory_engine import MemoryEngine
from tests.benchmarks.corpus import make_articles, make_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

QUESTIONS = 400
WARM_UP = 50
ROUNDS = 3
COUNT = 10
OURS = "Footnote"
_SLOW = frozenset({"rank-bm25", "SQLite FTS5"})
_SLOW_QUESTIONS = 40


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--fast", action="store_true", help="leave rank-bm25 and FTS5 out")
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(measure(options.engine, options.passages)))
        return
    engines = [OURS, *available_peers()]
    if options.fast:
        engines = [engine for engine in engines if engine not in _SLOW]
    results = {engine: _in_a_process(engine, options.passages) for engine in engines}
    report = {"passages": options.passages, "engines": results, "ratios": ratios(results)}
    if options.json:
        print(json.dumps(report))
    else:
        show(report)


def _in_a_process(engine: str, passages: int) -> dict[str, float]:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            __spec__.name if __spec__ else __name__,
            "--engine",
            engine,
            "--passages",
            str(passages),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def measure(engine: str, passages: int) -> dict[str, float]:
    """Measure one engine in this process: seconds, milliseconds a question, bytes a passage."""
    made = make_corpus(passages, QUESTIONS)
    asked = made.questions[: _SLOW_QUESTIONS if engine in _SLOW else QUESTIONS]
    if engine != OURS:
        before = resident()
        started = time.perf_counter()
        rank = available_peers()[engine](made.texts)
        build = time.perf_counter() - started
        return {
            "build": build,
            **_latency("rank", lambda text: rank(text, COUNT), asked),
            "memory": (resident() - before) / passages,
        }
    articles = make_articles(made.texts)
    # The memory of the texts counts: the articles hold them, the list of all is let go.
    made.texts.clear()
    started = time.perf_counter()
    library = Library.from_corpus(Corpus(tuple(articles), ()))
    build = time.perf_counter() - started
    analyser, searched = pack_for("en").analyser, library.engine
    assert isinstance(searched, MemoryEngine)

    def rank_with_ours(text: str) -> object:
        return searched.rank(list(dict.fromkeys(analyser.terms(text))), COUNT)

    measured = {
        "build": build,
        **_latency("rank", rank_with_ours, asked),
        **_latency("answer", library.ask, asked),
    }
    return {**measured, "memory": (resident() - _bare_resident()) / passages}


def _bare_resident() -> float:
    """Measure a process that has imported everything and holds nothing."""
    code = (
        "from tests.benchmarks import retrieval; from bot.library import Library; Library(());"
        "print(retrieval.resident())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    return float(done.stdout)


def resident() -> float:
    """Return this process's resident memory in bytes (Linux)."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        return int(statm.read().split()[1]) * 4096.0


def _latency(name: str, ask: Callable[[str], object], questions: Sequence[str]) -> dict[str, float]:
    for question in questions[:WARM_UP]:
        ask(question)
    # Of each question's rounds the fastest: what else the machine did is no engine's doing.
    spent = np.full(len(questions), np.inf)
    for _ in range(ROUNDS):
        for number, question in enumerate(questions):
            started = time.perf_counter()
            ask(question)
            spent[number] = min(spent[number], (time.perf_counter() - started) * 1000)
    return {
        f"{name}_median": float(np.median(spent)),
        f"{name}_p99": float(np.percentile(spent, 99)),
    }


def ratios(results: dict[str, dict[str, float]]) -> dict[str, float]:
    """Compare Footnote with the fastest peers."""
    ours = results[OURS]
    fast = [results[peer]["rank_median"] for peer in ("tantivy", "bm25s") if peer in results]
    found = {}
    if fast:
        found["ranking / faster of tantivy and bm25s"] = ours["rank_median"] / min(fast)
    if "tantivy" in results:
        found["whole answer / tantivy's ranking"] = (
            ours["answer_median"] / results["tantivy"]["rank_median"]
        )
    if "bm25s" in results:
        found["build / bm25s's"] = ours["build"] / results["bm25s"]["build"]
    return found


def show(report: dict[str, Any]) -> None:
    """Print a report as a table in Markdown."""
    print(f"{report['passages']:,} passages, {QUESTIONS} questions, milliseconds a question\n")
    print(
        "| engine | build, s | ranking, median | p99 | whole answer, median | p99 "
        "| bytes a passage |"
    )
    print("|---|---|---|---|---|---|---|")
    for engine, row in report["engines"].items():
        answer = (
            f"{row['answer_median']:.3f} | {row['answer_p99']:.3f}"
            if "answer_median" in row
            else "– | –"
        )
        print(
            f"| {engine} | {row['build']:.1f} | {row['rank_median']:.3f} | {row['rank_p99']:.3f} "
            f"| {answer} | {row['memory']:,.0f} |"
        )
    print()
    for name, ratio in report["ratios"].items():
        print(f"{name}: {ratio:.2f}")


if __name__ == "__main__":
    main()
