"""The commands for a bot of several processes: its status, and moving between databases."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bot.settings import POSTGRESQL
from bot.storage.cluster import ranges
from bot.storage.errors import DatabaseError
from bot.storage.moving import move as move_database
from bot.storage.opening import cluster_of
from bot.terminal.console import JsonOption, fail, open_console, print_json, read_settings

if TYPE_CHECKING:
    from bot.storage.cluster import ClusterView
    from bot.storage.moving import Moved


FromArgument = Annotated[
    str, typer.Argument(metavar="FROM", help="A SQLite file or postgresql://…; it is only read.")
]
ToArgument = Annotated[
    str,
    typer.Argument(metavar="TO", help="The database to write, given likewise; it must be empty."),
]


def status(as_json: JsonOption = False) -> None:
    """List the processes that serve the bot, their shards, and the age of each heartbeat."""
    address = read_settings().database_address
    if isinstance(address, Path):
        fail(
            "SQLite serves a single process: /healthz on FOOTNOTE_MONITOR_PORT shows its state",
            status=1,
        )
    try:
        view = asyncio.run(cluster_of(address))
    except DatabaseError as error:
        fail(str(error), status=1)
    shards = _shards_by_process(view)
    if as_json:
        print_json(
            {
                "processes": [
                    {**asdict(one), "shards": shards.get(one.number, [])} for one in view.processes
                ],
                "free": shards.get(None, []),
            }
        )
        return
    if not view.processes:
        typer.echo("No process serves the bot at the moment.")
        return
    table = Table("process", "shards", "up for", "heartbeat", "monitor")
    for one in view.processes:
        table.add_row(
            one.name + (" (stopping)" if one.draining else ""),
            ranges(shards.get(one.number, [])),
            f"{one.age:.0f} s",
            f"{one.silent:.1f} s ago",
            str(one.port or ""),
        )
    open_console().print(table)
    if shards.get(None):
        typer.echo(f"Shards that nobody holds: {ranges(shards[None])}")


def move(source: FromArgument, target: ToArgument) -> None:
    """Copy everything that is kept from one database to another: SQLite to PostgreSQL, or back.

    No bot may be running on either. Every table is counted and compared.
    """

    def tell(moved: Moved) -> None:
        typer.echo(f"{moved.table}: {moved.rows}")

    try:
        asyncio.run(move_database(_database(source), _database(target), tell))
    except DatabaseError as error:
        fail(str(error), status=1)
    typer.echo("All of it was moved and compared. Set FOOTNOTE_DATABASE to the new database.")


def _database(text: str) -> Path | str:
    return text if text.startswith(POSTGRESQL) else Path(text)


def _shards_by_process(view: ClusterView) -> dict[int | None, list[int]]:
    found: dict[int | None, list[int]] = {}
    for one in view.shards:
        found.setdefault(one.holder, []).append(one.shard)
    return found
