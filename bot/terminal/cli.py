"""The command line: its entry point and its commands."""

from __future__ import annotations

import errno
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

import typer

from bot.terminal.cluster_commands import move, status
from bot.terminal.evaluate_command import evaluate
from bot.terminal.library_commands import ask, check, claim, summary, who
from bot.terminal.service_commands import backup, preview, restore, run, sync

COMMANDS = (
    *(run, preview, sync, status, backup, restore, move),
    *(ask, claim, summary, who, check, evaluate),
)

_EPILOG = "Settings are read from the environment and .env; .env.example names every one."


def make_app() -> typer.Typer:
    """Return the program with all its commands."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        epilog=_EPILOG,
    )
    app.callback(invoke_without_command=True)(start)
    for command in COMMANDS:
        app.command()(command)
    return app


def start(context: typer.Context) -> None:
    """Footnote answers questions about news articles with the passage itself, cited.

    Without a command it runs the bot; without a DISCORD_TOKEN, the preview.
    """
    if context.invoked_subcommand is None:
        run()


def main() -> None:
    """Run the command that the command line names."""
    _open_closed_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    # The refusal of a page says what trafilatura has against it.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        make_app()(prog_name="run_bot.py")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        with suppress(OSError):  # what is still to be written would fail again at the end
            sys.stdout.close()
        sys.exit(f"footnote: {error.strerror}: make room on the disk, or write elsewhere")


def _open_closed_streams() -> None:
    """Read nothing from, and write nowhere to, the streams that the program was started without."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the end
