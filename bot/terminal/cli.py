"""The command line: run the bot, or ask the same library from a terminal."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.ingest.corpus import CorpusFolderError
from bot.library.library import UnknownArticleError
from bot.storage.errors import DatabaseError
from bot.storage.sqlite.backup import back_up
from bot.summary.summary import LENGTHS, Summary, TopicSummary
from bot.terminal.console import (
    fail,
    log_to_stderr,
    open_console,
    open_library,
    print_json,
    read_settings,
)
from bot.terminal.show import show_answer, show_check, show_people, show_summary, show_topic_summary

if TYPE_CHECKING:
    from collections.abc import Coroutine

_CLOSING = "Settings are read from the environment and .env; .env.example names every one."
app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    epilog=_CLOSING,
)

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus", metavar="DIR", help="The folder with the articles.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Footnote answers questions about news articles with the passage itself, cited.

    Without a command it runs the bot: on Discord where DISCORD_TOKEN is set, else on a local
    preview page.
    """
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Run the bot: on Discord where DISCORD_TOKEN is set, else on a local preview page."""
    settings = read_settings()
    if settings.token is None:
        typer.echo("No DISCORD_TOKEN is set, so here is the bot on a local preview page.")
        preview()
        return
    from bot.discord_app.live import LiveError, run_live  # noqa: PLC0415 - a quarter of a second
    from bot.monitoring.server import MonitorError  # noqa: PLC0415

    log_to_stderr(settings)
    try:
        _serve(run_live(settings, typer.echo))
    except (LiveError, MonitorError) as error:
        fail(str(error), status=1)


@app.command()
def sync() -> None:
    """Tell Discord of the commands again, where they are missing or out of date."""
    from bot.discord_app.live import LiveError, sync_commands  # noqa: PLC0415

    try:
        count = asyncio.run(sync_commands(read_settings()))
    except (LiveError, DatabaseError) as error:
        fail(str(error), status=1)
    typer.echo(f"Discord was told of {count} commands; they appear within a minute.")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
) -> None:
    """Write a consistent copy of the database, also while the bot runs."""
    try:
        back_up(read_settings().database, file)
    except DatabaseError as error:
        fail(str(error), status=1)
    typer.echo(f"The database was copied to {file}.")


@app.command()
def preview() -> None:
    """Serve the bot on a page at 127.0.0.1, offline, with no token."""
    from bot.discord_app.preview import PreviewError, run_preview  # noqa: PLC0415

    settings = read_settings()
    log_to_stderr(settings)
    # The simulated Discord has no gateway to lose; what discord.py says of it is not news.
    logging.getLogger("discord").setLevel(logging.ERROR)
    try:
        _serve(run_preview(settings, _announce))
    except PreviewError as error:
        fail(str(error), status=1)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="What you want to know.")] = None,
    corpus: CorpusOption = None,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help="Print one JSON object. Without a question, read one a line from standard input "
            "and print one object a line.",
        ),
    ] = False,
) -> None:
    """Answer a question with the passage that fits it best."""
    if question is None and not as_json:
        fail('give a question in quotation marks, as in: ask "Who is Marco Rubio?"')
    library = open_library(corpus)
    if question is None:
        for line in sys.stdin:
            print_json(library.ask(line.rstrip("\r\n")).to_dict())
    elif as_json:
        print_json(library.ask(question).to_dict())
    else:
        open_console().print(show_answer(library.ask(question)))


@app.command()
def summary(
    article: Annotated[
        str | None,
        typer.Argument(help="The article's id (see check); not needed where there is only one."),
    ] = None,
    length: Annotated[
        str, typer.Option(help="short, medium or long: about 60, 120 or 200 words.")
    ] = "medium",
    topic: Annotated[
        str | None,
        typer.Option(help="A question or a few words: what the article, or all, say of it."),
    ] = None,
    corpus: CorpusOption = None,
    as_json: JsonOption = False,
) -> None:
    """Condense an article, or what all say of a topic, into sentences quoted from them."""
    if length not in LENGTHS:
        fail(f"--length is {length!r}, but must be one of {', '.join(LENGTHS)}")
    library = open_library(corpus)
    result: Summary | TopicSummary
    try:
        if topic is None:
            result = library.summary(article, LENGTHS[length])
        else:
            result = library.within(article).topic_summary(topic, LENGTHS[length])
    except UnknownArticleError as error:
        ids = ", ".join(article.id for article in library.articles[:20])
        fail(f"{error}: {ids}" if ids else str(error))
    if as_json:
        print_json(result.to_dict())
    else:
        open_console().print(
            show_summary(result) if isinstance(result, Summary) else show_topic_summary(result)
        )


@app.command()
def who(
    name: Annotated[str | None, typer.Argument(help="A name; without one all are listed.")] = None,
    corpus: CorpusOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell who somebody is, in the articles' own words."""
    found = open_library(corpus).who(name)
    if as_json:
        print_json(found.to_dict())
    else:
        open_console().print(show_people(found, named=name is not None))


@app.command()
def check(corpus: CorpusOption = None, as_json: JsonOption = False) -> None:
    """List every article, what was cleaned away from it, and every file refused with why.

    The exit status is 1 if any file was refused.
    """
    library = open_library(corpus)
    if as_json:
        print_json(library.to_dict())
    else:
        open_console().print(show_check(library))
    raise typer.Exit(1 if library.refused else 0)


@app.command()
def evaluate(
    questions: Annotated[
        Path | None,
        typer.Argument(
            help="SQuAD-format JSON (its paragraphs are then the corpus), or a JSON list of "
            '{"question", "answers", "article"?} over the corpus folder.'
        ),
    ] = None,
    people: Annotated[
        Path | None,
        typer.Option(
            metavar="GOLD",
            help='Measure who is found against {"article.md": {"people": [{"name", "also"}]}} '
            "beside the articles.",
        ),
    ] = None,
    summary: Annotated[
        Path | None,
        typer.Option(
            metavar="GOLD",
            help='Measure summaries against {"article.md": {"summary": "…"}} beside the articles '
            "(needs the extra benchmark).",
        ),
    ] = None,
    corpus: CorpusOption = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Rank with the other engines installed, too.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Measure the answers, the people or the summaries against what is known to be right."""
    from bot.evaluation import command  # noqa: PLC0415 - what only this command needs
    from bot.evaluation.questions import EvaluationError  # noqa: PLC0415

    if (questions, people, summary).count(None) != 2:  # noqa: PLR2004
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


def main() -> None:
    """Run the command that the command line names."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    # What it has against a page is told by the refusal of the file.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    app(prog_name="run_bot.py")


def _serve(service: Coroutine[None, None, None]) -> None:
    try:
        asyncio.run(service)
    except KeyboardInterrupt:
        return
    except DatabaseError as error:
        fail(str(error), status=1)


def _announce(url: str) -> None:
    typer.echo(f"Footnote's preview is at {url}")
    typer.echo("Open it, type /help or /ask, or mention the bot. Ctrl-C ends it.")
