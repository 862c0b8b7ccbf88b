"""Print the results of an evaluation of the answers as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Column, Table
from rich.text import Text

from bot.evaluation.answer_figures import SENTENCE
from bot.evaluation.outcomes import OUTCOMES
from bot.language.plain_text import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import RenderableType

    from bot.evaluation.answers import AnswerReport
    from bot.evaluation.measures import Figure

RANKING = ("R@1", "R@3", "R@5", "MRR@10", SENTENCE)
BY_KIND = ("R@1", "R@5", SENTENCE, *OUTCOMES)

_SHOWN = 140


def show_answer_report(report: AnswerReport) -> RenderableType:
    """Return a report as tables."""
    parts: list[RenderableType] = [
        Text(f"{report.questions} answerable questions over {report.passages} passages"),
        _ranking(report),
    ]
    # A figure with its interval is wide: those that are not about ranking have a line each.
    parts.extend(
        Text(f"{name}: {_interval(figure)}")
        for name, figure in report.figures.items()
        if name not in RANKING
    )
    if report.kinds:
        parts.append(_kinds(report))
    parts.append(_reliability(report))
    parts.append(Text("The surest of the wrong answers:"))
    for miss in report.misses:
        shown = shorten(plain(miss.shown or ""), _SHOWN)
        parts.append(Text(f"  {miss.confidence:.0%}  {plain(miss.question.text)}\n       {shown}"))
    return Group(*parts)


def _ranking(report: AnswerReport) -> Table:
    table = _table("", *RANKING)
    table.add_row("Footnote", *_cells(RANKING, report.figures))
    for peer, figures in report.peers.items():
        table.add_row(peer, *_cells(RANKING, figures))
    return table


def _kinds(report: AnswerReport) -> Table:
    table = _table("kind", "questions", *BY_KIND)
    for name, kind in report.kinds.items():
        table.add_row(plain(name), str(kind.questions), *_cells(BY_KIND, kind.figures, digits=2))
    return table


def _reliability(report: AnswerReport) -> Table:
    table = Table("sure", "answers", "mean", "right", title="Reliability", box=None, title_style="")
    for tenth in report.reliability:
        table.add_row(
            f"{tenth.low:.0%}–{tenth.high:.0%}",
            str(tenth.answers),
            f"{tenth.sure:.1%}",
            f"{tenth.right:.1%}",
        )
    return table


def _table(*columns: str) -> Table:
    # Where eighty characters are too few, a figure goes on below: none of it is cut.
    folding = (Column(name, overflow="fold") for name in columns)
    return Table(*folding, box=None, header_style="dim", pad_edge=False, padding=(0, 1, 0, 0))


def _cells(names: Iterable[str], figures: Mapping[str, Figure], digits: int = 3) -> list[str]:
    return [_interval(figures[name], digits) if name in figures else "–" for name in names]


def _interval(figure: Figure, digits: int = 3) -> str:
    value, low, high = (f"{part:.{digits}f}" for part in (figure.value, figure.low, figure.high))
    return f"{value} [{low}–{high}]"
