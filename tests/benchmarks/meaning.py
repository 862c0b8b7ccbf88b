"""Time answers with meaning: ``python -m tests.benchmarks.meaning --passages 100000``.

The corpus is made from a seed; its embeddings are random vectors, as the time doesn't depend on
what they are. It prints how long a question takes by words alone, with meaning, and with the best
passages read, part by part, and how many questions a second that is; how long it takes while
nothing is embedded, as above 100,000 passages; how soon a hundred questions at once are answered;
how fast texts are embedded; and the memory that embeddings take.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from typing import TYPE_CHECKING

import numpy as np

from bot.library.library import Library
from bot.library.question_thread import QuestionThread
from bot.library.reloading.background_embedder import EMBEDDED_AT_MOST
from bot.retrieval.meaning.embeddings import VERSION, ArticleEmbeddings
from bot.retrieval.meaning.encoder import DIMENSIONS
from bot.retrieval.meaning.models import shipped_models
from bot.retrieval.memory_engine import MemoryEngine
from tests.benchmarks.corpus import make_articles, make_corpus
from tests.benchmarks.retrieval import resident

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.articles.article import Article
    from bot.retrieval.meaning.models import Models

QUESTIONS = 60
ROUNDS = 3
EMBEDDED = 100
AT_ONCE = 100
SCALE = 1 / 400


def made_embeddings(article: Article, random: np.random.Generator) -> ArticleEmbeddings:
    """Return random embeddings of an article, of length 1 or so."""
    rows = 1 + len(article.passages) + sum(len(p.sentences) for p in article.passages)
    vectors = random.normal(scale=1 / SCALE / DIMENSIONS**0.5, size=(rows, DIMENSIONS))
    scales = np.full(rows, SCALE, dtype=np.float32)
    return ArticleEmbeddings(VERSION, np.clip(vectors.round(), -127, 127).astype(np.int8), scales)


def show(
    name: str, ask: Callable[[str], object], questions: Sequence[str], rounds: int = ROUNDS
) -> None:
    """Print the median and the 99th percentile of what a question takes, in milliseconds."""
    spent = np.full(len(questions), np.inf)
    for _ in range(rounds):
        for number, question in enumerate(questions):
            started = time.perf_counter()
            ask(question)
            spent[number] = min(spent[number], (time.perf_counter() - started) * 1000)
    print(
        f"| {name} | {np.median(spent):.2f} | {np.percentile(spent, 99):.2f} "
        f"| {1000 / spent.mean():,.0f} |"
    )


def show_on_demand(library: Library, questions: Sequence[str]) -> None:
    """Time questions to a library that is not embedded, the first time and again."""

    def ask(question: str) -> object:
        return library.ask(question, read=False)

    library.take_embeddings({})
    show("not embedded: passages embedded when asked for", ask, questions, rounds=1)
    show("the same questions again", ask, questions)


def show_embedded(library: Library, models: Models, questions: Sequence[str]) -> None:
    """Time questions to a library that is embedded, part by part."""
    random = np.random.default_rng(1)
    before = resident()
    library.take_embeddings({a.key: made_embeddings(a, random) for a in library.articles})
    memory = (resident() - before) / library.passages
    assert isinstance(library.engine, MemoryEngine)
    embedded = library.engine.embedded
    assert embedded is not None
    vectors = {text: models.encoder.embed([text])[0] for text in questions}
    show("embedding the question", lambda text: models.encoder.embed([text]), questions)
    show("second list of twenty", lambda text: embedded.nearest(vectors[text], 20), questions)
    show("whole answer, with meaning", lambda text: library.ask(text, read=False), questions)
    show("whole answer, the best read", library.ask, questions)
    print(f"\nEmbeddings: {memory:,.0f} bytes a passage")


async def ask_at_once(library: Library, questions: Sequence[str]) -> float:
    """Ask as many questions at once as the bot might be; return the seconds until all are done."""
    thread = QuestionThread()
    started = time.perf_counter()
    asked = (thread.ask(library, questions[n % len(questions)]) for n in range(AT_ONCE))
    await asyncio.gather(*asked)
    thread.close()
    return time.perf_counter() - started


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    passages = parser.parse_args().passages
    models = shipped_models()
    if models is None:
        raise SystemExit("the models are not there: see bot/retrieval/meaning/ORIGIN.md")
    made = make_corpus(passages, QUESTIONS)
    library = Library(make_articles(made.texts))
    print(
        f"{passages:,} passages\n\n| | median, ms | p99 | questions a second |\n|---|---|---|---|"
    )
    show("whole answer, by words alone", library.ask, made.questions)
    library.models = models
    show_on_demand(library, made.questions)
    if passages <= EMBEDDED_AT_MOST:
        show_embedded(library, models, made.questions)
    seconds = asyncio.run(ask_at_once(library, made.questions))
    print(f"\n{AT_ONCE} questions at once are answered within {seconds:.2f} s")
    started = time.perf_counter()
    models.encoder.embed(made.texts[:EMBEDDED])
    speed = EMBEDDED / (time.perf_counter() - started)
    print(f"{speed:,.0f} passages are embedded a second")


if __name__ == "__main__":
    main()
