"""Compute figures from the outcomes of questions: ranking, outcomes, confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.evaluation.measures import (
    Figure,
    f1_figure,
    mean_figure,
    ranking_figures,
    roc_figure,
    share_figure,
)
from bot.evaluation.outcomes import OUTCOMES, ask_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.evaluation.outcomes import Outcome
    from bot.evaluation.questions import QuestionSet

SENTENCE = "sentence"
ROC_AREA = "ROC area"
BEST_F1 = "best F1"

_BINS = 10


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The results of the questions of one kind.

    Attributes:
        questions: Their number.
        figures: The ranking, for those that have an answer, and the outcomes.
    """

    questions: int
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Tenth:
    """The answers whose confidence is in one tenth of the scale.

    Attributes:
        low: Where the tenth begins.
        high: Where it ends.
        answers: How many answers there are, sure and possible ones.
        sure: Their mean confidence.
        right: The share whose first passage answers.
    """

    low: float
    high: float
    answers: int
    sure: float
    right: float

    def to_dict(self) -> dict[str, float | int]:
        """Return the tenth as a JSON object."""
        return {
            "from": self.low,
            "to": self.high,
            "answers": self.answers,
            "sure": round(self.sure, 4),
            "right": round(self.right, 4),
        }


def answer_figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return the figures of questions that have an answer."""
    figures = ranking_figures([outcome.rank for outcome in outcomes])
    figures[SENTENCE] = share_figure([outcome.sentence_right for outcome in outcomes])
    return figures


def outcome_figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return the frequency of each outcome."""
    return {name: share_figure([outcome.kind == name for outcome in outcomes]) for name in OUTCOMES}


def figures_by_kind(outcomes: Sequence[Outcome]) -> dict[str, KindFigures]:
    """Return the figures of each kind of question, in the order in which the kinds come up."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.question.kind is not None:
            kinds.setdefault(outcome.question.kind, []).append(outcome)
    result = {}
    for name, inside in kinds.items():
        answerable = [outcome for outcome in inside if outcome.answerable]
        ranking = answer_figures(answerable) if answerable else {}
        result[name] = KindFigures(len(inside), ranking | outcome_figures(inside))
    return result


def confidence_figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return how well the bot tells answerable questions from others.

    Args:
        outcomes: Those of all questions, with an answer and without.
    """
    sure = [outcome for outcome in outcomes if outcome.answered]
    wrong = [outcome.confidence for outcome in sure if not outcome.right]
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    others = [outcome for outcome in outcomes if not outcome.answerable]
    figures = {
        "right where sure": share_figure([outcome.right for outcome in sure]),
        "confidence where wrong": mean_figure(np.array(wrong)),
        "answer in what is shown": share_figure(
            [outcome.in_what_is_shown for outcome in answerable]
        ),
        "answer in a best sentence": share_figure(
            [outcome.in_a_best_sentence for outcome in answerable]
        ),
    }
    if others:
        figures["unanswerable, answered"] = share_figure([outcome.answered for outcome in others])
        figures |= _area("area, right against unanswerable", answerable, others)
    return figures


def near_miss_figures(
    outcomes: Sequence[Outcome], near_misses: Sequence[Outcome]
) -> dict[str, Figure]:
    """Return figures of near misses beside the questions that have an answer."""
    if not near_misses:
        return {}
    return {
        "near misses, answered": share_figure([outcome.answered for outcome in near_misses]),
        **_area("area, right against near misses", outcomes, near_misses),
    }


def _area(name: str, outcomes: Sequence[Outcome], others: Sequence[Outcome]) -> dict[str, Figure]:
    right = [outcome.confidence for outcome in outcomes if outcome.right]
    if not right:
        return {}
    confidences = np.array(right + [outcome.confidence for outcome in others])
    return {name: roc_figure(confidences, np.arange(len(confidences)) < len(right))}


def refusal_figures(
    asked: QuestionSet, outcomes: Sequence[Outcome], advance: Callable[[], None]
) -> dict[str, Figure]:
    """Return how well the confidence separates questions with an answer from those without.

    Where the set has no questions without an answer, half of the articles are indexed at a time,
    and the questions about the other half have none.
    """
    if halves_needed(asked):
        outcomes, answerable = _ask_halves(asked, advance)
    else:
        answerable = [outcome.answerable for outcome in outcomes]
    flags = np.array(answerable, dtype=np.bool_)
    if flags.all() or not flags.any():
        return {}
    confidences = np.array([outcome.confidence for outcome in outcomes])
    return {ROC_AREA: roc_figure(confidences, flags), BEST_F1: f1_figure(confidences, flags)}


def halves_needed(asked: QuestionSet) -> bool:
    """Whether half of the articles have to be left out, so that some questions have no answer."""
    return len(asked.library.articles) > 1 and all(q.answers for q in asked.questions)


def _ask_halves(
    asked: QuestionSet, advance: Callable[[], None]
) -> tuple[list[Outcome], list[bool]]:
    outcomes: list[Outcome] = []
    answerable: list[bool] = []
    articles = asked.library.articles
    for half in (articles[0::2], articles[1::2]):
        inside = {article.id for article in half}
        outcomes += ask_all(asked.library.part(half), asked.questions, advance)
        answerable += [question.article in {None, *inside} for question in asked.questions]
    return outcomes, answerable


def reliability(outcomes: Sequence[Outcome]) -> list[Tenth]:
    """Compare the confidence with the share of answers that were right, in tenths."""
    table = []
    given = [outcome for outcome in outcomes if outcome.kind != "none"]
    for tenth in range(_BINS):
        # The last tenth has both of its ends.
        inside = [o for o in given if min(int(o.confidence * _BINS), _BINS - 1) == tenth]
        if inside:
            sure = sum(outcome.confidence for outcome in inside) / len(inside)
            right = sum(outcome.right for outcome in inside) / len(inside)
            table.append(Tenth(tenth / _BINS, (tenth + 1) / _BINS, len(inside), sure, right))
    return table
