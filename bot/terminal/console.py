"""What the commands of the terminal share: settings, the library with a bar, output, errors."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

from bot.ingest.corpus import CorpusFolderError
from bot.library.library import Library
from bot.monitoring.log import set_up_log
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from pathlib import Path


def read_settings(corpus: Path | None = None) -> Settings:
    """Read the settings, or end with what is wrong with them.

    Args:
        corpus: The corpus folder that the command line names, if it does.
    """
    try:
        return load_settings(corpus=corpus)
    except SettingsError as error:
        fail(str(error))


def open_library(corpus: Path | None) -> Library:
    """Read the library, with a bar where somebody is watching, or end with what is wrong.

    Args:
        corpus: The corpus folder that the command line names, if it does.
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
    """Write the log to standard error, as the settings have it; never the token."""
    token = settings.token.get_secret_value() if settings.token else None
    set_up_log(settings.log_level, settings.log_format, token)


def open_console() -> Console:
    """Give the console that results are printed to; a pipe gets lines of any length."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def print_json(value: object) -> None:
    """Print a JSON object on a line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def fail(message: str, status: int = 2) -> NoReturn:
    """End the program with a line on standard error.

    Args:
        message: What is wrong, and the mend.
        status: The exit status: 2 for what the command line has wrong, 1 for anything else.

    Raises:
        typer.Exit: Always.
    """
    typer.echo(f"footnote: {message}", err=True)
    raise typer.Exit(status)
