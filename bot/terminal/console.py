"""What the commands share: their options, settings, the library, output and errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

from bot.ingest.corpus import CorpusFolderError
from bot.library.library import Library
from bot.monitoring.log import set_up_log
from bot.settings import Settings, SettingsError, load_settings

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus", metavar="DIR", help="The folder with the articles.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def read_settings(corpus: Path | None = None) -> Settings:
    """Return the settings, or end the program with what is wrong with them.

    Args:
        corpus: The corpus folder, if the command line names one.
    """
    try:
        return load_settings(corpus=corpus)
    except SettingsError as error:
        fail(str(error))


def open_library(corpus: Path | None) -> Library:
    """Return the library, or end the program with what is wrong with its folder.

    Where somebody is watching, a bar shows how far the reading has come.

    Args:
        corpus: The corpus folder, if the command line names one.
    """
    folder = read_settings(corpus).corpus
    columns = ("[dim]reading", BarColumn(), MofNCompleteColumn())
    try:
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("reading", total=None)
            return Library.from_folder(
                folder, lambda done, total: progress.update(task, completed=done, total=total)
            )
    except CorpusFolderError as error:
        fail(str(error))


def log_to_stderr(settings: Settings) -> None:
    """Write the log to standard error, as the settings say, without the token."""
    token = settings.token.get_secret_value() if settings.token else None
    set_up_log(settings.log_level, settings.log_format, token)


def open_console() -> Console:
    """Return the console that results are printed to; a pipe gets lines of any length."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def print_json(value: object) -> None:
    """Print a value as JSON, on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def fail(message: str, status: int = 2) -> NoReturn:
    """End the program with a line on standard error.

    Args:
        message: What is wrong, and how to mend it.
        status: The exit status: 2 if the command line is wrong, 1 for anything else.

    Raises:
        typer.Exit: Always.
    """
    typer.echo(f"footnote: {message}", err=True)
    raise typer.Exit(status)
