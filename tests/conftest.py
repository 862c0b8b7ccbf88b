"""What tests share: the material outside of the project, articles, and a running bot."""

from __future__ import annotations

import asyncio
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite
import pytest
from hypothesis import settings

from bot.ingest.reader import parse_article
from tests.postgresql import SERVER, empty, new_database, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.articles.article import Article

# The same examples in every run, and no limit on their time: a slow machine fails no test.
settings.register_profile("footnote", derandomize=True, deadline=None)
settings.load_profile("footnote")

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"


def pytest_configure() -> None:
    # Words decide alone, but where a test says otherwise: that is fast, and the answers don't
    # change with the models.
    os.environ["FOOTNOTE_MEANING"] = "off"


def pytest_unconfigure() -> None:
    # A test that fails may leave a connection open, whose thread would keep this process waiting.
    for found in gc.get_objects():
        if type(found) is aiosqlite.Connection:  # a dead proxy has no class to ask for
            found.stop()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material, or skip."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED


@pytest.fixture(scope="session")
def real_article(shared: Path) -> Article:
    """Return the real article that the product was asked for."""
    path = shared / "articles" / "washington-promises-firm-response.txt"
    return parse_article(path.read_bytes(), path.name)


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    """Return the address of a PostgreSQL server where databases may be made, or skip."""
    reason = asyncio.run(why_not())
    if reason:
        pytest.skip(reason)
    return SERVER


@pytest.fixture(scope="session")
def postgresql_of_this_run(postgresql_server: str) -> Iterator[str]:
    """Return the address of a PostgreSQL database that this run has for itself, or skip."""
    with asyncio.Runner() as runner:
        database = new_database(postgresql_server)
        address = runner.run(database.__aenter__())
        yield address
        runner.run(database.__aexit__(None, None, None))


@pytest.fixture
async def postgresql(postgresql_of_this_run: str) -> str:
    """Return the address of a PostgreSQL database without rows, or skip."""
    await empty(postgresql_of_this_run)
    return postgresql_of_this_run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus folder with two articles."""
    return write_corpus(tmp_path / "corpus")


def write_corpus(folder: Path) -> Path:
    """Make a corpus folder with two articles."""
    folder.mkdir()
    (folder / "bridge.md").write_text(BRIDGE, encoding="utf-8")
    (folder / "otters.txt").write_text(OTTERS, encoding="utf-8")
    return folder


BRIDGE = """\
---
title: "Harbour bridge reopens after nine months"
source: City News
author: Jane Roe
date: 2024-03-02
url: https://news.example.org/bridge
---

The harbour bridge reopened on Saturday after nine months of repairs. Thousands of people walked \
across it in the first hour.

## What it cost

Mayor Ann Lee said the work had cost 4.5 million dollars. “We paid every cent from the city's own \
budget,” she told reporters.

The engineer Tomás Ferreira, head of the repair crew, warned that the eastern pillar must be \
inspected each spring.
"""

OTTERS = """\
Otters return to the river Lune

Otters have been seen in the river Lune for the first time since 1987.

Ms. Priya Nair of the Wildlife Trust counted eleven animals near Caton in May.

Anglers fear for the salmon, but Nair said otters mostly eat eels.
"""
