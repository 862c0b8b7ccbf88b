"""Fit the weights of the confidence: ``python -m tests.benchmarks.fit_confidence QUESTIONS``.

Logistic regression, with a little ridge, tells the questions that a corpus answers from those of
other articles, in three sizes of corpus: the first 15 passages of each article, each article,
and each half of the articles. A second one turns the sum into the share of best hits that are
right. It prints how well the fit parts the questions of articles that were held out, beside the
weights that are in use, and the weights fitted on all, for
``bot/retrieval/confidence/by_words.py``.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import roc_area
from bot.evaluation.questions import read_questions
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.confidence import by_words
from bot.retrieval.evidence.evidence import gather_evidence
from bot.retrieval.evidence.ranking import rank_candidates, totals_of
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.question_answering import CANDIDATES
from bot.retrieval.sentences.highlight import best_sentence, sentence_scores
from tests.benchmarks import logistic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.articles.article import Article
    from bot.evaluation.questions import GoldQuestion, QuestionSet

RIDGE = 2e-3
FEW = 15
FOLDS = 10
NAMES = tuple(by_words._WEIGHTS)


@dataclass(frozen=True, slots=True)
class Sample:
    """The best hit of one question in one corpus.

    Attributes:
        article: The article that the question is about.
        measured: What speaks for the hit, in the order of ``NAMES``.
        answerable: Whether the corpus has a passage that answers.
        right: Whether the hit is one.
    """

    article: str | None
    measured: list[float]
    answerable: bool
    right: bool


def corpora(articles: Sequence[Article], chance: random.Random) -> Iterator[Library]:
    """Yield the corpora of the three sizes."""
    for article in articles:
        yield Library([replace(article, passages=article.passages[:FEW])])
        yield Library([article])
    shuffled = chance.sample(list(articles), len(articles))
    for half in (shuffled[::2], shuffled[1::2]):
        yield Library(half)


def collect(asked: QuestionSet, chance: random.Random) -> list[Sample]:
    """Ask every corpus its own questions, and as many of other articles."""
    samples = []
    for library in corpora(asked.library.articles, chance):
        known = {passage.id for article in library.articles for passage in article.passages}
        own = [question for question in asked.questions if question.relevant & known]
        others = [question for question in asked.questions if not question.relevant & known]
        for question in own + chance.sample(others, min(len(own), len(others))):
            sample = look(library, known, question)
            if sample:
                samples.append(sample)
    return samples


def look(library: Library, ids: set[str], asked: GoldQuestion) -> Sample | None:
    """Measure the best hit of a question, where there is one."""
    read = read_question(asked.text, pack_for("en"))
    question = weigh_question(read, library.engine.statistics(read))
    candidates = library.engine.candidates(question, CANDIDATES)
    if not len(candidates):
        return None
    evidence = gather_evidence(candidates, question)
    best = rank_candidates(candidates, totals_of(evidence, candidates))[0]
    sentence = best_sentence(sentence_scores(evidence), evidence, best)
    measured = by_words.measure(question, evidence, best, sentence)
    return Sample(
        asked.article,
        [measured[name] for name in NAMES],
        not asked.relevant.isdisjoint(ids),
        candidates.found[best][1].id in asked.relevant,
    )


def fit(features: NDArray[np.float64], positive: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit a bias and weights, where every sample weighs the same.

    The features are shares and ratios, and stay as they are: so the ridge keeps one that hardly
    varies here, as the title's does, from weighing more than it could elsewhere.
    """
    return logistic.fit(features, positive, np.ones(len(features)), RIDGE)


def total(features: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum up what speaks for each hit."""
    summed: NDArray[np.float64] = weights[0] + features @ weights[1:]
    return summed


def main() -> None:
    """Fit, hold out, and print."""
    path = Path(sys.argv[1])
    samples = collect(read_questions(path, path.parent), random.Random(1))
    features = np.array([sample.measured for sample in samples])
    answerable = np.array([sample.answerable for sample in samples])
    right = np.array([sample.right for sample in samples])
    groups = np.unique([str(sample.article) for sample in samples], return_inverse=True)[1]
    held_out = np.zeros(len(samples))
    for fold in range(FOLDS):
        out = groups % FOLDS == fold
        held_out[out] = total(features[out], fit(features[~out], answerable[~out]))
    in_use = np.array([by_words._BIAS, *by_words._WEIGHTS.values()])
    print(f"samples: {len(samples)}, of which answerable: {answerable.sum()}")
    print(f"ROC area of articles held out, a tenth in turn: {roc_area(held_out, answerable):.4f}")
    area = roc_area(total(features, in_use), answerable)
    print(f"ROC area of the weights in use, fitted on some of these: {area:.4f}")
    fitted = fit(features, answerable)
    for name, weight, used in zip(("bias", *NAMES), fitted, in_use, strict=True):
        print(f'"{name}": {weight:.2f},  # in use: {used:.2f}')
    summed = total(features, fitted)
    parts = fit(np.column_stack((summed, np.minimum(summed, 0.0))), right)
    used_parts = (by_words._OFFSET, by_words._SLOPE, by_words._SLOPE_BELOW)
    for name, part, used in zip(("offset", "slope", "below"), parts, used_parts, strict=True):
        print(f'"{name}": {part:.2f},  # in use: {used:.2f}')


if __name__ == "__main__":
    main()
