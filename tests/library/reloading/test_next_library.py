"""What was read answers while people are looked for in it, and is refused where that fails."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.ingest.workers.pool import WorkerPool
from bot.ingest.workers.worker import WorkerError
from bot.library.analysis.article_analysis import ArticleAnalyser
from bot.library.reloading.librarian import Librarian
from bot.storage.errors import DatabaseError
from bot.storage.opening import open_stores
from tests.library.gate import (
    GATE,
    Gate,
    fail_on_ferries,
    fail_on_ferries_when_told,
    find_when_told_at_the_bridge,
    gate_at,
)
from tests.library.reloading.test_people_finder import names

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.library.library import Library
    from bot.library.reloading.reload_report import ReloadReport
    from bot.storage.stores import Stores

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")

SANK = "Where did the ferry sink?"
COST = "How much did the work on the bridge cost?"
WAITS = "Who waits at the bridge?"


@pytest.fixture
async def stores(tmp_path: Path) -> AsyncIterator[Stores]:
    async with open_stores(tmp_path / "footnote.db") as stores:
        yield stores


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Yield a gate where those who look for people wait."""
    with gate_at(tmp_path / "gate") as gate:
        monkeypatch.setenv(GATE, str(gate.path))
        yield gate


@asynccontextmanager
async def librarian_over(stores: Stores, corpus: Path) -> AsyncIterator[Librarian]:
    async with started(stores, corpus) as librarian:
        await librarian.settled()
        yield librarian


@asynccontextmanager
async def started(stores: Stores, corpus: Path) -> AsyncIterator[Librarian]:
    """Yield a librarian as soon as the articles of the folder answer."""
    reader = WorkerPool(ArticleAnalyser(finds_people=False))
    librarian = Librarian(corpus, stores.articles, stores.notifier, None, reader)
    try:
        await librarian.load()
        yield librarian
    finally:
        await librarian.close()


def change(corpus: Path) -> None:
    """Change one article and add another, both with a ferry, and a third without."""
    bridge = corpus / "bridge.md"
    text = bridge.read_text(encoding="utf-8")
    bridge.write_text(f"{text}\nMaria Lopez waits at the bridge for the ferry.\n", "utf-8")
    (corpus / "ferry.txt").write_text("Ferry sinks\n\nThe ferry sank at its berth.")
    (corpus / "mill.txt").write_text("Mill sold\n\nTheo Marsh has bought the old mill.")


async def begin_reload(librarian: Librarian, corpus: Path) -> asyncio.Task[ReloadReport]:
    """Begin a reload, and return it once what was read is in service."""
    before = librarian.library
    change(corpus)
    reloading: asyncio.Task[ReloadReport] = asyncio.create_task(librarian.reload())
    while librarian.library is before and not reloading.done():  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(0)
    return reloading


def answers(library: Library) -> tuple[bool, bool]:
    """Return whether the new articles answer: the one that was added, the one that changed."""
    sank = [hit.sentence_text for hit in library.ask(SANK).hits]
    waits = [hit.sentence_text for hit in library.ask(WAITS).hits]
    return "The ferry sank at its berth." in sank, any("Maria Lopez" in text for text in waits)


async def test_what_was_read_answers_at_once_and_is_kept_with_its_people(
    corpus: Path, stores: Stores, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with librarian_over(stores, corpus) as librarian:
        before = (await stores.articles.load()).articles
        monkeypatch.setattr(
            "bot.library.analysis.analysed_corpus.people_in", find_when_told_at_the_bridge
        )
        reloading = await begin_reload(librarian, corpus)
        again = asyncio.create_task(librarian.reload())
        asked = asyncio.create_task(librarian.people())
        assert answers(librarian.library) == (True, True)
        assert (await stores.articles.load()).articles == before
        gate.let_through()
        report = await reloading
        assert [one.file for one in report.added] == ["ferry.txt", "mill.txt"]
        assert [one.file for one in report.changed] == ["bridge.md"]
        assert (await again).unchanged == 4
        assert {"Ann Lee", "Maria Lopez", "Theo Marsh"} <= names(await asked)
        stored = await stores.articles.load()
        assert stored.articles == librarian.library.articles
        assert len(stored.people) == 4


async def test_where_people_cannot_be_found_the_last_good_version_answers_again(
    corpus: Path,
    stores: Stores,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with librarian_over(stores, corpus) as librarian:
        monkeypatch.setattr(
            "bot.library.analysis.analysed_corpus.people_in", fail_on_ferries_when_told
        )
        reloading = await begin_reload(librarian, corpus)
        assert answers(librarian.library) == (True, True)
        gate.let_through()
        report = await reloading
        monkeypatch.setattr("bot.library.analysis.analysed_corpus.people_in", fail_on_ferries)
        for again in (report, await librarian.reload()):
            assert (again.changed, again.nameless) == ((), ())
            refused = [(one.refusal.file, one.kept) for one in again.refused]
            assert refused == [("bridge.md", True), ("ferry.txt", False)]
            assert all("(IndexError)" in one.refusal.reason for one in again.refused)
        assert [one.file for one in report.added] == ["mill.txt"]
        assert answers(librarian.library) == (False, False)
        assert librarian.library.ask(COST).answered
        assert {"Ann Lee", "Theo Marsh"} <= names(await librarian.people())
        assert "refused ferry.txt: reading it failed (IndexError)" in caplog.text
        assert "refused bridge.md: reading it failed (IndexError)" in caplog.text
        good = librarian.library.articles
        assert (await stores.articles.load()).articles == good
    caplog.clear()
    async with librarian_over(stores, corpus) as restarted:
        assert restarted.library.articles == good
        assert "Ann Lee" in names(await restarted.people())
        assert "refused ferry.txt: reading it failed (IndexError)" in caplog.text
    monkeypatch.undo()
    async with librarian_over(stores, corpus) as mended:
        assert answers(mended.library) == (True, True)
        assert {"Ann Lee", "Maria Lopez"} <= names(await mended.people())


async def test_where_all_that_is_new_is_refused_nothing_changes(
    corpus: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with librarian_over(stores, corpus) as librarian:
        good = librarian.library
        monkeypatch.setattr("bot.library.analysis.analysed_corpus.people_in", fail_on_ferries)
        change(corpus)
        (corpus / "mill.txt").unlink()
        report = await librarian.reload()
        assert len(report.refused) == 2
        assert librarian.library is good


async def test_a_stop_in_between_leaves_the_last_good_versions(
    corpus: Path, stores: Stores, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with librarian_over(stores, corpus) as librarian:
        good = librarian.library
        monkeypatch.setattr(
            "bot.library.analysis.analysed_corpus.people_in", find_when_told_at_the_bridge
        )
        reloading = await begin_reload(librarian, corpus)
        assert librarian.library is not good
        await librarian.close()
        with pytest.raises(WorkerError, match="closed"):
            await reloading
        assert librarian.library is good
        assert (await stores.articles.load()).articles == good.articles
        assert gate.path.exists()
    monkeypatch.undo()
    async with librarian_over(stores, corpus) as restarted:
        assert answers(restarted.library) == (True, True)
        assert len((await stores.articles.load()).people) == 4


async def test_what_cannot_be_saved_leaves_service(
    corpus: Path, stores: Stores, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> int:
        raise DatabaseError("the disk is full")

    async with librarian_over(stores, corpus) as librarian:
        good = librarian.library
        monkeypatch.setattr(
            "bot.library.analysis.analysed_corpus.people_in", find_when_told_at_the_bridge
        )
        monkeypatch.setattr(stores.articles, "save", full)
        reloading = await begin_reload(librarian, corpus)
        assert answers(librarian.library) == (True, True)
        gate.let_through()
        with pytest.raises(DatabaseError, match="the disk is full"):
            await reloading
        assert librarian.library is good


async def test_a_start_answers_while_people_are_looked_for(
    corpus: Path, stores: Stores, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "bot.library.analysis.analysed_corpus.people_in", find_when_told_at_the_bridge
    )
    async with started(stores, corpus) as librarian:
        assert librarian.library.ask(COST).answered
        assert not (await stores.articles.load()).articles
        asked = asyncio.create_task(librarian.people())
        gate.let_through()
        assert "Ann Lee" in names(await asked)
        await librarian.settled()
        stored = await stores.articles.load()
        assert stored.articles == librarian.library.articles
        assert len(stored.people) == len(stored.articles)


async def test_a_start_that_cannot_find_people_lets_the_last_good_version_answer_again(
    corpus: Path,
    stores: Stores,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with librarian_over(stores, corpus):
        change(corpus)
    monkeypatch.setattr("bot.library.analysis.analysed_corpus.people_in", fail_on_ferries_when_told)
    async with started(stores, corpus) as librarian:
        assert answers(librarian.library) == (True, True)
        gate.let_through()
        await librarian.settled()
        assert answers(librarian.library) == (False, False)
        assert librarian.library.ask(COST).answered
        assert "refused bridge.md: reading it failed (IndexError)" in caplog.text
        assert {"Ann Lee", "Theo Marsh"} <= names(await librarian.people())
        assert (await stores.articles.load()).articles == librarian.library.articles


async def test_a_start_that_is_stopped_in_between_is_made_again(
    corpus: Path,
    stores: Stores,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(
        "bot.library.analysis.analysed_corpus.people_in", find_when_told_at_the_bridge
    )
    async with started(stores, corpus):
        assert gate.path.exists()
    assert not caplog.records
    assert not (await stores.articles.load()).articles
    monkeypatch.undo()
    async with librarian_over(stores, corpus) as restarted:
        assert restarted.library.ask(COST).answered
        assert "Ann Lee" in names(await restarted.people())
