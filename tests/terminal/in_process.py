"""Run a command of the terminal within the tests' own process, which takes no second to start."""

from __future__ import annotations

from dataclasses import dataclass

from typer.testing import CliRunner

from bot.terminal.cli import make_app


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def call(*arguments: str, stdin: str = "", **environment: str) -> Done:
    """Run a command with these arguments; the environment is added to the process's own."""
    result = CliRunner().invoke(
        make_app(),
        arguments,
        input=stdin,
        env={"COLUMNS": "120", **environment},
        prog_name="run_bot.py",
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)
