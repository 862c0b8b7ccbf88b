from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.ingest.workers.worker import Worker
from bot.library.reloading.librarian import Librarian
from bot.library.shelves.own_shelves import OwnShelves
from bot.library.shelves.shelves import Shelves
from bot.storage.opening import open_stores
from bot.storage.stores import EVERYBODY
from tests.library.gate import GATE, Gate, fail, find_when_told, gate_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.people.lookup.directory import PeopleDirectory
    from bot.storage.stores import Stores

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")

ASKED = "How much did the work on the bridge cost?"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        return tmp_path / "footnote.db"
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Yield a gate where finding people waits."""
    with gate_at(tmp_path / "gate") as gate:
        monkeypatch.setenv(GATE, str(gate.path))
        monkeypatch.setattr("bot.library.reloading.people_finder.people_in", find_when_told)
        yield gate


@asynccontextmanager
async def librarian_over(stores: Stores, corpus: Path) -> AsyncIterator[Librarian]:
    """Serve articles that are kept without their people."""
    worker = Worker()
    librarian = Librarian(corpus, stores.articles, stores.notifier, None, worker)
    try:
        await librarian.load()
        yield librarian
    finally:
        await librarian.close()


def names(directory: PeopleDirectory) -> set[str]:
    return {person.name for person in directory.people}


async def test_articles_answer_before_their_people_are_found_and_who_waits_for_them(
    corpus: Path, tmp_path: Path, gate: Gate
) -> None:
    async with (
        open_stores(tmp_path / "footnote.db") as stores,
        librarian_over(stores, corpus) as librarian,
    ):
        assert librarian.library.ask(ASKED).answered
        assert not (await stores.articles.load()).people
        asked = asyncio.create_task(librarian.people())
        shelves = Shelves(
            librarian,
            OwnShelves(stores.sources, stores.embeddings, 1),
            stores.guilds,
        )
        from_a_server = asyncio.create_task(shelves.people(1))
        gate.let_through(len(librarian.library.articles))
        assert "Ann Lee" in names(await asked)
        assert "Ann Lee" in names(await from_a_server)


async def test_a_restart_goes_on_with_the_people_that_were_not_found_yet(
    corpus: Path, address: str | Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_stores(address) as stores:
        async with librarian_over(stores, corpus):
            assert gate.path.exists()
        assert not (await stores.articles.load()).people
        monkeypatch.undo()
        async with librarian_over(stores, corpus) as librarian:
            await librarian.settled()
            stored = await stores.articles.load(EVERYBODY)
            assert len(stored.people) == len(stored.articles)
            assert "Ann Lee" in names(await librarian.people())


async def test_an_article_whose_people_cannot_be_found_answers_and_names_nobody(
    corpus: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.library.reloading.people_finder.people_in", fail)
    async with (
        open_stores(tmp_path / "footnote.db") as stores,
        librarian_over(stores, corpus) as librarian,
    ):
        assert names(await librarian.people()) == set()
        assert librarian.library.ask(ASKED).answered
        assert "no people are listed for bridge.md" in caplog.text
        nameless = (await librarian.reload()).nameless
        assert [one.file for one in nameless] == [one.file for one in librarian.library.articles]
        assert "IndexError" in nameless[0].reason
        assert not (await stores.articles.load()).people
        (corpus / "bridge.md").unlink()
        assert "bridge.md" not in {one.file for one in (await librarian.reload()).nameless}


async def test_what_could_not_be_looked_through_is_tried_again_after_a_restart(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_stores(tmp_path / "footnote.db") as stores:
        with monkeypatch.context() as failing:
            failing.setattr("bot.library.reloading.people_finder.people_in", fail)
            async with librarian_over(stores, corpus) as librarian:
                assert names(await librarian.people()) == set()
        async with librarian_over(stores, corpus) as librarian:
            assert "Ann Lee" in names(await librarian.people())
            assert (await librarian.reload()).nameless == ()


async def test_people_that_an_earlier_version_found_are_found_anew(
    corpus: Path, tmp_path: Path
) -> None:
    async with open_stores(tmp_path / "footnote.db") as stores:
        async with librarian_over(stores, corpus) as librarian:
            await librarian.settled()
        old = dict.fromkeys((await stores.articles.load()).people, "[1, []]")
        await stores.articles.save_people(old)
        async with librarian_over(stores, corpus) as librarian:
            assert "Ann Lee" in names(await librarian.people())
            assert not set((await stores.articles.load()).people.values()) & set(old.values())
