"""Measure the answers, and show the outcome in a terminal or as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.evaluation.measures import (
    DEPTH,
    answer_figures,
    ask_all,
    measure_refusals,
    ranking_figures,
    reliability,
    worst_misses,
)
from bot.evaluation.peers import available_peers
from bot.language.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType

    from bot.evaluation.measures import Figure, Outcome
    from bot.evaluation.questions import AskedQuestion, QuestionSet

_SHOWN = 140


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """Hold the outcome of an evaluation."""

    questions: int
    passages: int
    figures: dict[str, Figure]
    reliability: list[dict[str, float | int]]
    misses: list[Outcome]
    peers: dict[str, dict[str, Figure]]

    def to_dict(self) -> dict[str, object]:
        """Give the report as a JSON object."""
        return {
            "questions": self.questions,
            "passages": self.passages,
            "figures": {name: figure.to_dict() for name, figure in self.figures.items()},
            "reliability": self.reliability,
            "misses": [
                {
                    "question": miss.question.text,
                    "answers": list(miss.question.answers),
                    "confidence": round(miss.confidence, 4),
                    "shown": miss.shown,
                }
                for miss in self.misses
            ],
            "compare": {
                peer: {name: figure.to_dict() for name, figure in figures.items()}
                for peer, figures in self.peers.items()
            },
        }


def evaluate_answers(
    asked: QuestionSet, advance: Callable[[], None], *, compare: bool
) -> AnswerReport:
    """Measure the answers to a set of questions.

    Args:
        asked: The questions and their library.
        advance: Called after each question asked; :func:`count_steps` tells how often.
        compare: Whether to rank with the other engines that are installed too.
    """
    answerable = [question for question in asked.questions if question.relevant]
    outcomes = ask_all(asked.library, answerable, advance)
    figures = answer_figures(outcomes)
    figures.update(measure_refusals(asked, advance))
    passages = [passage for article in asked.library.articles for passage in article.passages]
    peers = {}
    if compare:
        texts = [passage.text for passage in passages]
        ids = [passage.id for passage in passages]
        for name, build in available_peers().items():
            rank = build(texts)
            ranks = []
            for question in answerable:
                found = rank(question.text, min(DEPTH, len(texts)))
                ranks.append(_first_relevant(question, [ids[row] for row in found]))
                advance()
            peers[name] = ranking_figures(ranks)
    return AnswerReport(
        len(answerable),
        len(passages),
        figures,
        reliability(outcomes),
        worst_misses(outcomes),
        peers,
    )


def count_steps(asked: QuestionSet, *, compare: bool) -> int:
    """Count how often :func:`evaluate_answers` will advance."""
    answerable = sum(1 for question in asked.questions if question.relevant)
    halved = len(asked.library.articles) > 1 and all(q.answers for q in asked.questions)
    rounds = 1 + (len(available_peers()) if compare else 0)
    return rounds * answerable + (2 if halved else 1) * len(asked.questions)


def _first_relevant(question: AskedQuestion, ids: Sequence[str]) -> int:
    return next((rank for rank, id_ in enumerate(ids) if id_ in question.relevant), DEPTH)


def show_answer_report(report: AnswerReport) -> RenderableType:
    """Show a report as tables."""
    # Each figure with its interval is wide: the three that are not about ranking go below.
    columns = [name for name in report.figures if name not in {"ROC area", "best F1", "answered"}]
    table = Table("", *columns, box=None, header_style="dim", pad_edge=False)
    table.add_row("Footnote", *(_interval(report.figures[name]) for name in columns))
    for peer, figures in report.peers.items():
        table.add_row(peer, *(_interval(figures[n]) if n in figures else "–" for n in columns))
    parts: list[RenderableType] = [
        Text(f"{report.questions} answerable questions over {report.passages} passages"),
        table,
    ]
    parts.extend(
        Text(f"{name}: {_interval(report.figures[name])}")
        for name in ("answered", "ROC area", "best F1")
        if name in report.figures
    )
    sure = Table("sure", "answers", "mean", "right", title="Reliability", box=None, title_style="")
    for row in report.reliability:
        span = f"{row['from']:.0%}–{row['to']:.0%}"
        sure.add_row(span, str(row["answers"]), f"{row['sure']:.1%}", f"{row['right']:.1%}")
    parts.append(sure)
    parts.append(Text("The surest of the wrong answers:"))
    for miss in report.misses:
        shown = plain(miss.shown or "")[:_SHOWN]
        parts.append(Text(f"  {miss.confidence:.0%}  {plain(miss.question.text)}\n       {shown}…"))
    return Group(*parts)


def _interval(figure: Figure) -> str:
    return f"{figure.value:.3f} [{figure.low:.3f}–{figure.high:.3f}]"
