"""The command that measures the answers, the people and the summaries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.ingest.folder import CorpusFolderError
from bot.terminal.console import (
    CorpusOption,
    JsonOption,
    fail,
    open_console,
    print_json,
    read_settings,
)

QuestionsArgument = Annotated[
    Path | None,
    typer.Argument(
        help="SQuAD-format JSON (its paragraphs are then the corpus), or a JSON list of "
        '{"question", "answers", "article"?, "after"?, "kind"?} about the corpus folder.'
    ),
]
PeopleOption = Annotated[
    Path | None,
    typer.Option(
        metavar="GOLD",
        help='Measure who is found against {"article.md": {"people": [{"name", "also"}]}} '
        "beside the articles.",
    ),
]
SummaryOption = Annotated[
    Path | None,
    typer.Option(
        metavar="GOLD",
        help='Measure summaries against {"article.md": {"summary": "…"}} beside the articles '
        "(needs the extra benchmark).",
    ),
]
CompareOption = Annotated[
    bool, typer.Option("--compare", help="Rank with the other engines that are installed, too.")
]


def evaluate(
    questions: QuestionsArgument = None,
    people: PeopleOption = None,
    summary: SummaryOption = None,
    corpus: CorpusOption = None,
    compare: CompareOption = False,
    as_json: JsonOption = False,
) -> None:
    """Measure the answers, the people or the summaries against what is known to be right."""
    from bot.evaluation import command  # noqa: PLC0415 - what only this command needs
    from bot.evaluation.questions import EvaluationError  # noqa: PLC0415 - as above

    if sum(file is not None for file in (questions, people, summary)) != 1:
        fail("give one of QUESTIONS, --people GOLD and --summary GOLD")
    try:
        if people:
            measured = command.measure_people(people)
        elif summary:
            measured = command.measure_summaries(summary)
        elif questions:
            folder = read_settings(corpus).corpus
            measured = command.measure_answers(questions, folder, compare=compare)
    except (EvaluationError, CorpusFolderError) as error:
        fail(str(error))
    if as_json:
        print_json(measured.report)
    else:
        open_console().print(measured.shown)
