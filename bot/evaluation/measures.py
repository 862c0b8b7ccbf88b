"""Turn outcomes into figures: with intervals, a reliability table and the worst misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.evaluation.questions import AskedQuestion, QuestionSet

DEPTH = 10
"""How far down the ranking a relevant passage counts."""

_RESAMPLES = 1000
_MISSES = 10
_BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a figure with its 95 % bootstrap interval, each 0 to 1."""

    value: float
    low: float
    high: float

    def to_dict(self) -> dict[str, float]:
        """Give the figure as a JSON object."""
        return {
            "value": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what came of one question.

    Attributes:
        question: The question.
        rank: The place of the first relevant passage, from 0; ``DEPTH`` where there is none.
        sentence_right: Whether the highlighted sentence holds an answer.
        confidence: The confidence shown, 0 to 1.
        answered: Whether the first passage was given as the answer.
        shown: The first passage's text, if any.
    """

    question: AskedQuestion
    rank: int
    sentence_right: bool
    confidence: float
    answered: bool
    shown: str | None


def ask_all(
    library: Library, questions: Sequence[AskedQuestion], advance: Callable[[], None]
) -> list[Outcome]:
    """Ask every question; ``advance`` is called after each."""
    outcomes = []
    for question in questions:
        answer = library.ask(question.text, hits=DEPTH)
        ids = [hit.passage.id for hit in answer.hits]
        rank = next((r for r, id_ in enumerate(ids) if id_ in question.relevant), DEPTH)
        sentence = answer.hits[0].sentence_text if answer.hits else ""
        outcomes.append(
            Outcome(
                question,
                rank,
                any(text in sentence for text in question.answers),
                answer.confidence,
                answer.answered,
                answer.hits[0].passage.text if answer.hits else None,
            )
        )
        advance()
    return outcomes


def ranking_figures(ranks: Sequence[int]) -> dict[str, Figure]:
    """Compute R@1, R@3, R@5 and MRR@10 from the places of the relevant passages."""
    places = np.asarray(ranks)
    return {
        **{f"R@{k}": mean_figure(places < k) for k in (1, 3, 5)},
        "MRR@10": mean_figure(np.where(places < DEPTH, 1 / (places + 1.0), 0.0)),
    }


def answer_figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Compute the figures of answerable questions."""
    figures = ranking_figures([outcome.rank for outcome in outcomes])
    figures["sentence"] = mean_figure(np.array([outcome.sentence_right for outcome in outcomes]))
    figures["answered"] = mean_figure(np.array([outcome.answered for outcome in outcomes]))
    return figures


def mean_figure(values: NDArray[np.generic]) -> Figure:
    """Average values, with the percentile bootstrap's interval (Efron, 1979)."""
    numbers = values.astype(np.float64)
    if not len(numbers):
        return Figure(0.0, 0.0, 0.0)
    draws = np.random.default_rng(0).integers(0, len(numbers), (_RESAMPLES, len(numbers)))
    low, high = np.percentile(numbers[draws].mean(1), [2.5, 97.5])
    return Figure(float(numbers.mean()), float(low), float(high))


def refusal_figures(
    confidences: NDArray[np.float64], answerable: NDArray[np.bool_]
) -> dict[str, Figure]:
    """Tell how well confidence parts the answerable questions from the others.

    Returns:
        The area under the ROC curve, and the best F1 of answering over all thresholds.
    """
    area, best = [], []
    draws = np.random.default_rng(0).integers(0, len(answerable), (200, len(answerable)))
    for rows in [np.arange(len(answerable)), *draws]:
        area.append(roc_area(confidences[rows], answerable[rows]))
        best.append(best_f1(confidences[rows], answerable[rows]))
    return {
        name: Figure(values[0], *np.percentile(values[1:], [2.5, 97.5]).tolist())
        for name, values in (("ROC area", area), ("best F1", best))
    }


def roc_area(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    """Compute the area under the ROC curve as the rank-sum statistic, ties counting half."""
    _, groups, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    middle = np.cumsum(sizes) - (sizes - 1) / 2
    positives = int(positive.sum())
    negatives = len(positive) - positives
    total = float(middle[groups][positive].sum()) - positives * (positives + 1) / 2
    return total / max(1, positives * negatives)


def best_f1(scores: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    """Compute the best F1 over all thresholds on the score."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(positive[order])
    last_of_tie = np.append(scores[order][1:] != scores[order][:-1], [True])
    f1 = 2 * found / (np.arange(1, len(scores) + 1) + max(1, int(positive.sum())))
    return float(f1[last_of_tie].max())


def measure_refusals(asked: QuestionSet, advance: Callable[[], None]) -> dict[str, Figure]:
    """Index half of the articles at a time and ask all questions: the other half's have no answer.

    Where the set itself has questions without answers, these are used instead.
    """
    own = [question for question in asked.questions if not question.answers]
    confidences: list[float] = []
    answerable: list[bool] = []
    if own or len(asked.library.articles) == 1:
        halves = [asked.library.articles]
    else:
        halves = [asked.library.articles[0::2], asked.library.articles[1::2]]
    for half in halves:
        library = Library(half) if len(halves) > 1 else asked.library
        inside = {article.id for article in half}
        for question in asked.questions:
            confidences.append(library.ask(question.text).confidence)
            answerable.append(bool(question.answers) and question.article in {None, *inside})
            advance()
    flags = np.array(answerable)
    if flags.all() or not flags.any():
        return {}
    return refusal_figures(np.array(confidences), flags)


def reliability(outcomes: Sequence[Outcome]) -> list[dict[str, float | int]]:
    """Compare the confidence shown with the share of answers that were right, in tenths."""
    table: list[dict[str, float | int]] = []
    for tenth in range(_BINS):
        low, high = tenth / _BINS, (tenth + 1) / _BINS
        inside = [
            outcome
            for outcome in outcomes
            if outcome.answered and low <= outcome.confidence < high + (tenth == _BINS - 1)
        ]
        if inside:
            table.append(
                {
                    "from": low,
                    "to": high,
                    "answers": len(inside),
                    "sure": round(sum(o.confidence for o in inside) / len(inside), 4),
                    "right": round(sum(o.rank == 0 for o in inside) / len(inside), 4),
                }
            )
    return table


def worst_misses(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """List the answers that were wrong, the surest first."""
    wrong = [outcome for outcome in outcomes if outcome.answered and outcome.rank > 0]
    return sorted(wrong, key=lambda outcome: -outcome.confidence)[:_MISSES]
