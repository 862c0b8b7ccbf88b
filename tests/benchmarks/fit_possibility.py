"""Fit the chance by words alone: ``python -m tests.benchmarks.fit_possibility``.

Logistic regression tells whether one of the first three passages answers, in every language but
English, where meaning decides. Libraries of 6, 18 and 36 articles are asked their own questions
and others. It is fitted on the questions on every second article, and looked at on the rest. It
prints the weights for ``bot/retrieval/confidence/possibility.py``, and what is shown from which
chance on.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import roc_area
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.assessment import assess
from bot.retrieval.confidence.by_meaning import PERHAPS_FROM, SHOWN
from bot.retrieval.confidence.possibility import measure_possibility
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.question_answering import CANDIDATES
from tests.benchmarks.fit_confidence import fit, total
from tests.benchmarks.languages import ENGLISH, gold_of
from tests.language.gold import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.language.gold import Gold, GoldQuestion

_FEW = 6
_OTHERS = 16
"""Questions on other articles that a library of a few is asked."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What came first for one question in one library.

    Attributes:
        measured: What speaks for it, by name.
        right: Whether one of the first three answers.
        known: Whether the library has an answer.
        for_fitting: Whether the question is of the half that is fitted on.
        shares_words: Whether it was asked in the words of its passage.
    """

    measured: dict[str, float]
    right: bool
    known: bool
    for_fitting: bool
    shares_words: bool


def asked_of(gold: Gold) -> Iterator[tuple[Library, Sequence[GoldQuestion]]]:
    """Yield the libraries of three sizes with the questions that each is asked."""
    articles = gold.articles
    for some in (articles, articles[::2], articles[1::2]):
        yield Library(some), gold.questions
    for start in range(0, len(articles), _FEW):
        few = articles[start : start + _FEW]
        ids = {article.id for article in few}
        own = [question for question in gold.questions if question.article in ids]
        others = [question for question in gold.questions if question.article not in ids]
        yield Library(few), own + random.Random(1).sample(others, _OTHERS)


def look(library: Library, asked: GoldQuestion, code: str, *, for_fitting: bool) -> Sample | None:
    """Measure what comes first for a question, where anything does."""
    read = read_question(asked.text, pack_for(code))
    if not read.stems:
        return None
    question = weigh_question(read, library.engine.statistics(read))
    candidates = library.engine.candidates(question, CANDIDATES)
    if not len(candidates):
        return None
    judged = assess(candidates, question)
    best = judged.ranked[0]
    first = [candidates.found[place][1] for place in judged.ranked[:SHOWN]]
    return Sample(
        measure_possibility(question, judged.evidence, best, judged.sentences[best]),
        any(asked.is_answered_by(passage) for passage in first),
        asked.article in {article.id for article in library.articles},
        for_fitting,
        asked.shares_words,
    )


def collect(code: str) -> Iterator[Sample]:
    """Yield what came of all questions of a language."""
    gold = gold_of(code)
    order = {article.id: place for place, article in enumerate(gold.articles)}
    for library, questions in asked_of(gold):
        for question in questions:
            for_fitting = order[question.article] % 2 == 0
            sample = look(library, question, code, for_fitting=for_fitting)
            if sample:
                yield sample


def main() -> None:
    """Fit on one half, look at the other, and print."""
    samples = [sample for code in CODES if code != ENGLISH for sample in collect(code)]
    names = tuple(samples[0].measured)
    features = np.array([[sample.measured[name] for name in names] for sample in samples])
    right = np.array([sample.right for sample in samples])
    own = np.array([not sample.shares_words for sample in samples])
    known = np.array([sample.known for sample in samples])
    fitting = np.array([sample.for_fitting for sample in samples])
    weights = fit(features[fitting], right[fitting])
    chance = 1 / (1 + np.exp(-total(features, weights)))
    for label, half in (("fitted on", fitting), ("the other half", ~fitting)):
        area = roc_area(chance[half & own], right[half & own])
        print(f"{label}: ROC area of questions in other words {area:.3f}")
        shown = chance >= PERHAPS_FROM
        some, none = half & own & known, half & own & ~known
        print(f"  with an answer: shown {shown[some].mean():.3f},", end=" ")
        print(f"with the right passage {(shown & right)[some].mean():.3f}", end=" ")
        print(f"of {right[some].mean():.3f}; without one: shown {shown[none].mean():.3f}")
    for name, weight in zip(("bias", *names), weights, strict=True):
        print(f'"{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
