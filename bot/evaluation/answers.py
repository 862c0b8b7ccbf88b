"""Measure the answers to a set of questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluation.answer_figures import (
    SENTENCE,
    answer_figures,
    confidence_figures,
    figures_by_kind,
    halves_needed,
    near_miss_figures,
    outcome_figures,
    refusal_figures,
    reliability,
)
from bot.evaluation.measures import DEPTH, ranking_figures, share_figure
from bot.evaluation.other_engines import available_peers
from bot.evaluation.outcomes import ask_all, first_relevant, worst_misses
from bot.evaluation.single_rankings import available_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.evaluation.answer_figures import KindFigures, Tenth
    from bot.evaluation.measures import Figure
    from bot.evaluation.outcomes import Outcome
    from bot.evaluation.questions import GoldQuestion, QuestionSet


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """The results of an evaluation of the answers.

    Attributes:
        questions: The number of questions that have an answer.
        passages: The number of passages that were searched.
        figures: Each figure by name.
        kinds: The figures of each kind of question, where the questions have kinds.
        reliability: The answers by confidence.
        misses: The surest of the wrong answers.
        peers: The figures of words and of meaning alone, and of each other engine.
    """

    questions: int
    passages: int
    figures: dict[str, Figure]
    kinds: dict[str, KindFigures]
    reliability: list[Tenth]
    misses: list[Outcome]
    peers: dict[str, dict[str, Figure]]

    def to_dict(self) -> dict[str, object]:
        """Return the report as a JSON object."""
        return {
            "questions": self.questions,
            "passages": self.passages,
            "figures": _to_dict(self.figures),
            "kinds": {
                name: {"questions": kind.questions, **_to_dict(kind.figures)}
                for name, kind in self.kinds.items()
            },
            "reliability": [tenth.to_dict() for tenth in self.reliability],
            "misses": [
                {
                    "question": miss.question.text,
                    "answers": list(miss.question.answers),
                    "confidence": round(miss.confidence, 4),
                    "shown": miss.shown,
                }
                for miss in self.misses
            ],
            "compare": {peer: _to_dict(figures) for peer, figures in self.peers.items()},
        }


def _to_dict(figures: Mapping[str, Figure]) -> dict[str, dict[str, float]]:
    return {name: figure.to_dict() for name, figure in figures.items()}


def evaluate_answers(
    asked: QuestionSet, advance: Callable[[], None], *, compare: bool
) -> AnswerReport:
    """Measure the answers to a set of questions.

    Args:
        asked: The questions and their library.
        advance: Called after each question asked; :func:`count_steps` says how often.
        compare: Whether to rank with the other engines that are installed too.
    """
    outcomes = ask_all(asked.library, asked.questions, advance)
    near_misses = ask_all(asked.library, asked.near_misses, advance)
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    return AnswerReport(
        len(answerable),
        asked.library.passages,
        {
            **answer_figures(answerable),
            **outcome_figures(answerable),
            **confidence_figures(outcomes),
            **near_miss_figures(answerable, near_misses),
            **refusal_figures(asked, outcomes, advance),
        },
        figures_by_kind([*outcomes, *near_misses]),
        reliability(outcomes),
        worst_misses(outcomes),
        _compare(asked, advance) if compare else {},
    )


def count_steps(asked: QuestionSet, *, compare: bool) -> int:
    """Return how often :func:`evaluate_answers` will advance."""
    steps = len(asked.questions) + len(asked.near_misses)
    if halves_needed(asked):
        steps += 2 * len(asked.questions)
    if compare:
        rankers = len(available_peers()) + len(available_alone(asked.library))
        steps += rankers * len(_answerable(asked))
    return steps


def _answerable(asked: QuestionSet) -> list[GoldQuestion]:
    return [question for question in asked.questions if question.relevant]


def _compare(asked: QuestionSet, advance: Callable[[], None]) -> dict[str, dict[str, Figure]]:
    return {**_rank_alone(asked, advance), **_rank_with_peers(asked, advance)}


def _rank_alone(asked: QuestionSet, advance: Callable[[], None]) -> dict[str, dict[str, Figure]]:
    figures = {}
    for name, rank in available_alone(asked.library).items():
        ranks, right = [], []
        for question in _answerable(asked):
            found, sentence_right = rank(question)
            ranks.append(found)
            right.append(sentence_right)
            advance()
        figures[name] = {**ranking_figures(ranks), SENTENCE: share_figure(right)}
    return figures


def _rank_with_peers(
    asked: QuestionSet, advance: Callable[[], None]
) -> dict[str, dict[str, Figure]]:
    passages = [passage for article in asked.library.articles for passage in article.passages]
    texts = [passage.text for passage in passages]
    figures = {}
    for name, build in available_peers().items():
        rank = build(texts)
        ranks = []
        for question in _answerable(asked):
            rows = rank(question.in_full, min(DEPTH, len(texts)))
            ranks.append(first_relevant(question, [passages[row].id for row in rows]))
            advance()
        figures[name] = ranking_figures(ranks)
    return figures
