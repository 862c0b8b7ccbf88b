"""Bring every language's file up to date: ``python -m bot.discord_app.locale.update``.

New strings come in without a translation, for a translator to fill in; those that nothing says
any more go.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from discord import app_commands

from bot.discord_app.app import App
from bot.discord_app.locale.language import NAME
from bot.discord_app.running.client import FootnoteBot
from bot.open_service import make_service
from bot.retrieval.answer import REASONS
from bot.sources.errors import REASONS as SOURCE_REASONS
from bot.sources.reasons import PATTERNS
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYWORDS = {"say": None, "count": (1, 2), "UserError": None, "MustWaitError": None}
_HERE = Path(__file__).parent
_ENGINE = "bot/retrieval/answer.py"
_SOURCES = "bot/sources/errors.py"
_READING = "bot/sources/reasons.py"


async def collect_strings() -> Catalog:
    """Return every string that members can see."""
    catalog = Catalog(header_comment="", charset="utf-8")
    found = extract_from_dir(str(_HERE.parent), keywords=_KEYWORDS)
    for file, _, message, _, _ in found:
        catalog.add(message, locations=[(f"bot/discord_app/{Path(file).as_posix()}", 0)])
    for reason in REASONS:
        catalog.add(reason, locations=[(_ENGINE, 0)])
    for reason in SOURCE_REASONS:
        catalog.add(reason, locations=[(_SOURCES, 0)])
    for pattern in PATTERNS:
        catalog.add(pattern, locations=[(_READING, 0)])
    with tempfile.TemporaryDirectory() as folder:
        async with open_stores(Path(folder) / "footnote.db") as stores:
            app = App.over(make_service(Path(folder), stores))
            async with FootnoteBot(app) as bot:
                await bot.add_commands()
                for context, message in _command_strings(bot.tree):
                    catalog.add(message, context=context, locations=[("a command", 0)])
    return catalog


def _command_strings(
    tree: app_commands.CommandTree[FootnoteBot],
) -> Iterator[tuple[str | None, str]]:
    commands = tree.get_commands()
    for command in commands:
        yield NAME, command.name
        if not isinstance(command, app_commands.ContextMenu):
            yield None, command.description
        if isinstance(command, app_commands.Group):
            commands.extend(command.commands)
        elif isinstance(command, app_commands.Command):
            for parameter in command.parameters:
                yield NAME, parameter.name
                yield None, str(parameter.description)
                yield from ((None, choice.name) for choice in parameter.choices)


def update(content: bytes, strings: Catalog) -> bytes:
    """Return a language's file with today's strings.

    Args:
        content: The file as it is.
        strings: All strings.
    """
    catalog = read_po(io.BytesIO(content))
    catalog.update(strings, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalog, sort_output=True, omit_header=True, include_lineno=False, width=100)
    header, _, _ = content.partition(b"\n\n")
    return header.rstrip() + b"\n\n" + out.getvalue().rstrip() + b"\n"


def main() -> None:
    """Update all files."""
    strings = asyncio.run(collect_strings())
    for path in sorted(_HERE.glob("*.po")):
        path.write_bytes(update(path.read_bytes(), strings))


if __name__ == "__main__":
    main()
