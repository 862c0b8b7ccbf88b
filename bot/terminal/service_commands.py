"""The commands that run the bot and maintain its database."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.monitoring.stop_signal import run_and_leave
from bot.storage.errors import DatabaseError
from bot.storage.sqlite.backup import back_up
from bot.storage.sqlite.backup import restore as put_back
from bot.terminal.console import fail, log_to_stderr, read_settings

if TYPE_CHECKING:
    from collections.abc import Coroutine

FileArgument = Annotated[Path, typer.Argument(help="The file to write; it must not exist yet.")]
DirectOption = Annotated[
    bool, typer.Option("--direct", help="Show direct messages instead of a server's channel.")
]
CopyArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="A copy that backup wrote; it is only read.")
]


def run() -> None:
    """Run the bot: on Discord where DISCORD_TOKEN is set, else on a local preview page."""
    settings = read_settings(is_service=True)
    if settings.token is None:
        typer.echo("DISCORD_TOKEN is not set, so here is the bot on a local preview page.")
        preview()
        return
    from bot.discord_app.running.live import LiveError, run_live  # noqa: PLC0415 - a quarter of a second
    from bot.monitoring.server import MonitorError  # noqa: PLC0415 - as above

    log_to_stderr(settings)
    try:
        _serve(run_live(settings, typer.echo))
    except (LiveError, MonitorError) as error:
        fail(str(error), status=1)


def preview(direct: DirectOption = False) -> None:
    """Serve the bot on a page at 127.0.0.1, offline and without a token."""
    from bot.discord_app.running.preview import PreviewError, run_preview  # noqa: PLC0415 - as above

    settings = read_settings(is_service=True)
    log_to_stderr(settings)
    # The simulated Discord has no gateway; what discord.py logs about it is not news.
    logging.getLogger("discord").setLevel(logging.ERROR)
    try:
        _serve(run_preview(settings, _announce, direct=direct))
    except PreviewError as error:
        fail(str(error), status=1)


def sync() -> None:
    """Tell Discord about the commands again, where they are missing or out of date."""
    from bot.discord_app.running.live import LiveError, sync_commands  # noqa: PLC0415 - as above

    try:
        count = asyncio.run(sync_commands(read_settings()))
    except (LiveError, DatabaseError) as error:
        fail(str(error), status=1)
    typer.echo(f"Discord was told about {count} commands; they appear within a minute.")


def backup(file: FileArgument) -> None:
    """Write a consistent copy of the database, even while the bot runs."""
    try:
        back_up(_database_file("pg_dump --format=custom --file=FILE ADDRESS"), file)
    except DatabaseError as error:
        fail(str(error), status=1)
    typer.echo(f"The database was copied to {file}.")


def restore(copy: CopyArgument) -> None:
    """Put a copy in the place of the database, which is kept under another name."""
    database = _database_file("pg_restore --clean --if-exists --dbname=ADDRESS FILE")
    try:
        replaced = put_back(database, copy)
    except DatabaseError as error:
        fail(str(error), status=1)
    typer.echo(f"{copy} was copied to {database}.")
    if replaced:
        typer.echo(f"What it replaced was kept as {replaced}.")


def _database_file(instead: str) -> Path:
    """Return the SQLite file, or end the program with advice for PostgreSQL."""
    file = read_settings().database_file
    if file is None:
        fail(
            "the database is PostgreSQL, which has its own tools for this, also while Footnote "
            f"runs: {instead} (see bot/deploy/README.md)"
        )
    return file


def _serve(service: Coroutine[None, None, None]) -> None:
    try:
        run_and_leave(service)
    except KeyboardInterrupt:
        return
    except DatabaseError as error:
        fail(str(error), status=1)


def _announce(url: str) -> None:
    typer.echo(f"Footnote's preview is at {url}")
    typer.echo(
        "Open it, type /help or @Footnote and a question, and click the buttons. Ctrl-C ends it."
    )
