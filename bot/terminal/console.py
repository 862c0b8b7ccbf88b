"""What the commands share: options, settings, the library, output and errors."""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

from bot.ingest.folder import CorpusFolderError
from bot.library.analysis.analysed_corpus import read_analysed
from bot.library.analysis.embedding import wanted_models
from bot.library.library import Library
from bot.monitoring.log import set_up_log
from bot.settings import Settings, SettingsError, load_settings
from bot.unknown_options import unknown_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import TaskID

log = logging.getLogger(__name__)

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Matches C1 controls, other line breaks and marks of direction, which JSON allows as they are."""

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus", metavar="DIR", help="The folder with the articles.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def read_settings(corpus: Path | None = None, *, is_service: bool = False) -> Settings:
    """Return the settings, or end the program with an error message.

    Args:
        corpus: The corpus folder, if the command line names one.
        is_service: Whether a log is kept, in which names that are no options are told; else they
            are told here.
    """
    try:
        # An option that the command line replaces has to be valid as well: where texts are embedded
        # the settings are read again.
        settings = load_settings()
    except SettingsError as error:
        fail(str(error))
    if corpus is not None:
        settings = settings.model_copy(update={"corpus": corpus})
    if not is_service:
        for line in unknown_options():
            typer.echo(f"footnote: {line}", err=True)
    return settings


def open_library(corpus: Path | None) -> Library:
    """Return the library, or end the program with an error message.

    In a terminal, progress bars are shown for reading and embedding.

    Args:
        corpus: The corpus folder, if the command line names one.
    """
    folder = read_settings(corpus).corpus
    console = Console(stderr=True)
    columns = ("[dim]{task.description}", BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        try:
            read = read_analysed(folder, _bar(progress, "reading"))
        except CorpusFolderError as error:
            fail(str(error))
        return Library.from_corpus(read, wanted_models(), _bar(progress, "embedding"))


def _bar(progress: Progress, name: str) -> Callable[[int, int], None]:
    """Return a function that updates a progress bar, which appears on the first call."""
    tasks: list[TaskID] = []

    def move(done: int, total: int) -> None:
        if not tasks:
            tasks.append(progress.add_task(name))
        progress.update(tasks[0], completed=done, total=total)

    return move


def log_to_stderr(settings: Settings) -> None:
    """Write the log to standard error, as the settings say, without the token.

    It begins with the names that look like options and are none.
    """
    token = settings.token.get_secret_value() if settings.token else None
    set_up_log(settings.log_level, settings.log_format, token)
    for line in unknown_options():
        log.warning(line)


def open_console() -> Console:
    """Return the console for results; lines to a pipe are not wrapped."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def print_json(value: object) -> None:
    """Print a value as JSON, on one line; what steers a terminal is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    sys.stdout.write(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")
    sys.stdout.flush()


def fail(message: str, status: int = 2) -> NoReturn:
    """End the program with a line on standard error.

    Args:
        message: What is wrong, and how to fix it.
        status: The exit status: 2 if the command line is wrong, 1 for anything else.

    Raises:
        typer.Exit: Always.
    """
    typer.echo(f"footnote: {message}", err=True)
    raise typer.Exit(status)
