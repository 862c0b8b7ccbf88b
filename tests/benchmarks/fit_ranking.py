"""Fit the weights of the ranking: ``python -m tests.benchmarks.fit_ranking QUESTIONS``.

A conditional logit over each question's candidates, with a little ridge; it prints the figures
with each article held out in turn, and the weights fitted on all, for ``bot/retrieval/ranking.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import ranking_figures
from bot.evaluation.questions import read_questions
from bot.language.packs import pack_for
from bot.retrieval.answer import CANDIDATES
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.rescorer import FEATURES, gather_evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.evaluation.questions import QuestionSet

RIDGE = 1e-3
STEPS = 400
Example = tuple["NDArray[np.float64]", int]
"""The features of a question's candidates, and which of them is relevant, or -1."""


def collect(asked: QuestionSet) -> tuple[list[Example], list[str | None]]:
    """Gather every question's candidates, and which article it is about."""
    engine, pack = asked.library.engine, pack_for("en")
    examples: list[Example] = []
    for item in asked.questions:
        read = read_question(item.text, pack)
        question = weigh_question(read, engine.statistics(read))
        candidates = engine.candidates(question, CANDIDATES)
        if not len(candidates):
            examples.append((np.zeros((1, len(FEATURES))), -1))
            continue
        evidence = gather_evidence(candidates, question)
        at = [
            place
            for place, (_, passage) in enumerate(candidates.found)
            if passage.id in item.relevant
        ]
        examples.append((evidence.features, at[0] if at else -1))
    return examples, [item.article for item in asked.questions]


def fit(examples: list[Example]) -> NDArray[np.float64]:
    """Fit the weights by Adam (Kingma and Ba, 2015) on standardised features."""
    scale = np.concatenate([features for features, _ in examples]).std(axis=0) + 1e-9
    usable = [(features / scale, at) for features, at in examples if at >= 0]
    padded = np.zeros((len(usable), CANDIDATES, len(scale)))
    hidden = np.full((len(usable), CANDIDATES), -1e9)
    for number, (features, _) in enumerate(usable):
        padded[number, : len(features)] = features
        hidden[number, : len(features)] = 0
    right = padded[np.arange(len(usable)), [at for _, at in usable]]
    weights = np.zeros(len(scale))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = padded @ weights + hidden
        chances = np.exp(logits - logits.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        expected = np.einsum("qc,qcf->qf", chances, padded)
        slope = (expected - right).mean(0) + 2 * RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    fitted: NDArray[np.float64] = weights / scale
    return fitted


def rank(example: Example, weights: NDArray[np.float64]) -> int:
    """Give the place of the relevant candidate, or a place far down."""
    features, at = example
    if at < 0:
        return 999
    totals = features @ weights
    return int((totals > totals[at]).sum())


def main() -> None:
    """Fit, hold out, and print."""
    path = Path(sys.argv[1])
    examples, groups = collect(read_questions(path, path.parent))
    ranks = [0] * len(examples)
    for group in dict.fromkeys(groups):
        weights = fit([e for e, other in zip(examples, groups, strict=True) if other != group])
        for number, other in enumerate(groups):
            if other == group:
                ranks[number] = rank(examples[number], weights)
    for name, figure in ranking_figures(ranks).items():
        print(f"{name}, each article held out in turn: {figure.value:.4f}")
    for name, weight in zip(FEATURES, fit(examples), strict=True):
        print(f'"{name}": {weight:.3f},')


if __name__ == "__main__":
    main()
