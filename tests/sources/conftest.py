"""A room for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.workers.worker import Worker
from bot.library.analysis.article_analysis import ArticleAnalyser
from tests.sources.room import SourceRoom, open_room

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """Yield the process that reads what is brought in."""
    with Worker(ArticleAnalyser()) as opened:
        yield opened


@pytest.fixture
async def room(tmp_path: Path, worker: Worker) -> AsyncIterator[SourceRoom]:
    """Yield a room over a folder without articles."""
    async with open_room(tmp_path, worker) as opened:
        yield opened
