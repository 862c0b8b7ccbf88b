"""Run the evaluation that the command line asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from bot.evaluation.answer_tables import show_answer_report
from bot.evaluation.answers import count_steps, evaluate_answers
from bot.evaluation.gold import read_gold
from bot.evaluation.people import evaluate_people, show_people_report
from bot.evaluation.questions import EvaluationError, read_questions
from bot.evaluation.summaries import evaluate_summaries, show_summary_report

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of an evaluation, for programs and for people."""

    report: dict[str, object]
    shown: RenderableType


def measure_answers(questions: Path, corpus: Path, *, compare: bool) -> Evaluation:
    """Measure the answers to a file of questions.

    Raises:
        EvaluationError: The file can't be read.
        CorpusFolderError: The folder can't be read.
    """
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        embedding = progress.add_task("embedding", visible=False)

        def show_embedded(done: int, total: int) -> None:
            progress.update(embedding, completed=done, total=total, visible=done < total)

        asked = read_questions(questions, corpus, show_embedded)
        task = progress.add_task("asking", total=count_steps(asked, compare=compare))
        report = evaluate_answers(asked, lambda: progress.advance(task), compare=compare)
    return Evaluation(report.to_dict(), show_answer_report(report))


def measure_people(gold: Path) -> Evaluation:
    """Measure the people found in the articles of a file of gold.

    Raises:
        EvaluationError: The file or an article can't be read.
    """
    report = evaluate_people(read_gold(gold))
    return Evaluation(report.to_dict(), show_people_report(report))


def measure_summaries(gold: Path) -> Evaluation:
    """Measure the summaries of the articles of a file of gold.

    Raises:
        EvaluationError: The file or an article can't be read, or rouge-score is not installed.
    """
    try:
        report = evaluate_summaries(read_gold(gold))
    except ImportError as error:
        message = '--summary needs rouge-score: pip install -e ".[benchmark]"'
        raise EvaluationError(message) from error
    return Evaluation(report.to_dict(), show_summary_report(report))
