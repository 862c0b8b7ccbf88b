"""The shape of the source: which way imports point, who knows what, and how long a piece is."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest

from bot.fetching.address_guard import PUBLIC
from bot.fetching.fetcher import Fetcher
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYERS: dict[str, frozenset[str]] = {}
"""For each folder or module of ``bot``, which others it may import, directly or not."""

for _name, _beneath in (
    ("articles", ()),
    ("monitoring", ()),
    ("language", ("articles",)),
    ("storage", ("articles", "monitoring")),
    ("settings", ("storage",)),
    ("unknown_options", ("settings",)),
    ("ingest", ("language", "monitoring")),
    ("retrieval", ("language",)),
    ("people", ("retrieval",)),
    ("summary", ("retrieval",)),
    ("fetching", ()),
    (
        "library",
        ("fetching", "ingest", "people", "summary", "storage", "monitoring", "settings"),
    ),
    ("evaluation", ("library",)),
    ("sources", ("library",)),
    ("open_service", ("sources", "settings")),
    ("discord_app", ("open_service",)),
    ("terminal", ("discord_app", "evaluation", "unknown_options")),
):
    LAYERS[_name] = frozenset(_beneath).union(*(LAYERS[beneath] for beneath in _beneath))

PURE = ("articles/", "language/", "ingest/", "retrieval/", "people/", "summary/")
"""Folders of plain functions over values: they wait for nothing and know no database."""

DRIVERS = {"sqlite3", "aiosqlite", "asyncpg"}
SQL = ("storage/sqlite/", "storage/postgresql/", "evaluation/other_engines.py")
"""Who may talk to a database; the last one measures SQLite's full-text search as a peer."""

ONLY_NEEDED_BY_OTHERS = {"lxml-html-clean"}
"""Dependencies that are declared though nothing here imports them; pyproject.toml says why."""

OF_AN_EXTRA = {
    "bot.people.gazetteer.make",
    "bot.retrieval.meaning.make",
    "bot.retrieval.meaning.network",
}
"""Modules that make files of packages; what they import is in an extra."""

OVER_ALL = {"bot.discord_app.locale.update"}
"""Commands that look at everything else in their folder."""

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
REASON = "# Long because "
"""A function may be longer where a comment in it, or right above it, begins like this."""

FILES = sorted(path for top in ("bot", "tests") for path in (PROJECT / top).rglob("*.py"))


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(path): path for path in FILES}


def imports(path: Path) -> Iterator[str]:
    """Return the full names of what a file imports, wherever in it, for types alone included."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full here"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


def within_bot() -> Iterator[tuple[str, Path]]:
    return (
        (str(p.relative_to(PROJECT / "bot")), p) for p in FILES if p.is_relative_to(PROJECT / "bot")
    )


def test_no_imports_go_in_a_circle() -> None:
    graph = {
        name: {other for other in imports(path) if other in MODULES} - {name}
        for name, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("these import each other: " + " ← ".join(error.args[1]))


def test_arrows_point_one_way() -> None:
    wrong = []
    for file, path in within_bot():
        layer = file.partition("/")[0].removesuffix(".py")
        for name in imports(path):
            top, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if top == "bot" and other and other != layer and other not in LAYERS.get(layer, ()):
                wrong.append(f"{file} imports {name}")
    assert wrong == []


def test_the_parts_of_a_folder_import_one_way() -> None:
    circles = {}
    for folder in {path.parent for _, path in within_bot()}:
        graph: dict[str, set[str]] = {}
        for path in folder.rglob("*.py"):
            if module_name(path) not in OVER_ALL:
                part = path.relative_to(folder).parts[0].removesuffix(".py")
                graph.setdefault(part, set()).update(parts_imported(path, folder) - {part})
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circles[module_name(folder)] = error.args[1]
    assert circles == {}


def parts_imported(path: Path, folder: Path) -> set[str]:
    """Return the modules and folders right below a folder that a file imports."""
    own = f"{module_name(folder)}."
    return {n.removeprefix(own).partition(".")[0] for n in imports(path) if n.startswith(own)}


def test_every_module_can_be_imported_and_says_what_it_is() -> None:
    """Those with types alone too, which nothing imports when it runs."""
    names = {name for name in MODULES if name.partition(".")[0] == "bot"} - OF_AN_EXTRA
    assert [name for name in names if not importlib.import_module(name).__doc__] == []


def test_only_those_who_should_know_databases_discord_and_asyncio() -> None:
    wrong = {
        f"{file} imports {name}"
        for file, path in within_bot()
        for name in {name.partition(".")[0] for name in imports(path)}
        if (name in DRIVERS and not file.startswith(SQL))
        or (name in {"discord", "simcord"} and not file.startswith("discord_app/"))
        or (name == "asyncio" and file.startswith(PURE))
    }
    assert sorted(wrong) == []


def test_only_one_folder_opens_connections_to_what_people_name() -> None:
    openers = {"ClientSession", "TCPConnector", "urlopen", "create_connection", "open_connection"}
    modules = {"urllib.request", "http.client", "requests", "httpx"}
    wrong = {
        f"{file} uses {name}"
        for file, path in within_bot()
        for name in {
            *(node.attr for node in ast.walk(parse(path)) if isinstance(node, ast.Attribute)),
            *(node.id for node in ast.walk(parse(path)) if isinstance(node, ast.Name)),
            *imports(path),
        }
        if name in openers | modules and not file.startswith("fetching/")
    }
    assert sorted(wrong) == []


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {distribution_name(line) for line in project["dependencies"]}
    extras = {distribution_name(r) for rs in project["optional-dependencies"].values() for r in rs}
    packages = {name.partition(".")[0] for _, path in within_bot() for name in imports(path)}
    packages -= sys.stdlib_module_names | {"bot"}
    # A package that isn't installed is of an extra: mypy has told, otherwise.
    found = packages_distributions()
    imported = {distribution_name(found[name][0]) for name in packages if name in found}
    assert imported - declared - extras == set()
    assert declared - imported == ONLY_NEEDED_BY_OTHERS


def distribution_name(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_every_module_is_short() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    long = {name for name, lines in lengths.items() if lines > LONGEST_MODULE}
    assert sorted(long) == []


def test_every_function_is_short_or_says_why_not() -> None:
    long = set()
    for name, path in MODULES.items():
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                own = lines[max(0, first - 2) : node.end_lineno]
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > LONGEST_FUNCTION and not any(REASON in line for line in own):
                    long.add(f"{name}.{node.name}")
    assert sorted(long) == []


def test_nothing_but_tests_lets_the_bot_reach_more_than_the_public_internet() -> None:
    naming = {
        name
        for name, path in MODULES.items()
        if re.search(r"\breach\s*=|\bReach\(", path.read_text("utf-8"))
        and name.startswith("bot.")
        and not name.startswith("bot.fetching.")
    }
    assert naming == set()
    assert Fetcher()._reach is PUBLIC
    assert (PUBLIC.ports, PUBLIC.networks) == (frozenset({80, 443}), ())
