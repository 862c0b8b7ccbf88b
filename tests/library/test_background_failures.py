"""What fails behind the scenes is in the log, and questions are answered all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from bot.ingest.workers.worker import WorkerError
from bot.library.reloading.background_embedder import BackgroundEmbedder
from bot.library.reloading.librarian import Librarian
from bot.library.reloading.people_finder import PeopleFinder
from bot.library.shelves.shelf_embedder import ShelfEmbedder
from bot.retrieval.meaning.models import Models
from bot.storage.errors import DatabaseError
from bot.storage.opening import open_stores
from tests.retrieval.meaning.embedding_letters import LetterEncoder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from bot.storage.stores import Stores

ASKED = "How much did the work on the bridge cost?"


class Broken:
    """A store, a reader, an encoder or leases that fail in whatever they are asked for."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __getattr__(self, name: str) -> object:
        async def fail(*_: object, **__: object) -> NoReturn:
            raise self.error

        return fail


class BrokenEncoder(LetterEncoder):
    """Fails until it is mended."""

    broken = True

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.broken:
            raise IndexError(len(texts))
        return super().embed(texts)


class BrokenReader:
    """Looks for nothing: its process can't be started, or it has a mistake."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def read(self, _: object) -> NoReturn:
        raise self.error


@pytest.fixture
async def stores(tmp_path: Path) -> AsyncIterator[Stores]:
    async with open_stores(tmp_path / "footnote.db") as stores:
        yield stores


@pytest.fixture
async def librarian(corpus: Path, stores: Stores) -> AsyncIterator[Librarian]:
    librarian = Librarian(corpus, stores.articles, stores.notifier)
    await librarian.load()
    yield librarian
    await librarian.close()


async def test_an_encoder_that_fails_is_asked_again_with_the_next_library(
    librarian: Librarian, stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    encoder = BrokenEncoder()
    embedder = BackgroundEmbedder(Models(encoder), stores.embeddings)
    embedder.begin(librarian.library)
    await embedder.finished()
    assert "embedding the articles failed" in caplog.text
    encoder.broken = False
    embedder.begin(librarian.library)
    await embedder.finished()
    await embedder.close()
    assert len(librarian.library.embeddings) == len(librarian.library.articles)


async def test_embeddings_that_cannot_be_saved_serve_until_the_end(
    librarian: Librarian, stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    full = Broken(DatabaseError("the disk is full"))
    kept = type("Kept", (), {"load": stores.embeddings.load, "save": full.save})()
    # Where nobody can say whose turn it is, each process embeds.
    embedder = BackgroundEmbedder(Models(LetterEncoder()), kept, Broken(DatabaseError("away")))  # type: ignore[arg-type]
    embedder.begin(librarian.library)
    await embedder.finished()
    assert len(librarian.library.embeddings) == len(librarian.library.articles)
    assert "embeddings can't be saved, and are made again next time: the disk is full" in (
        caplog.text
    )
    await embedder.close()


@pytest.mark.parametrize(
    ("encoder", "said"),
    [
        (BrokenEncoder(), "embedding the articles of a server failed"),
        (LetterEncoder(), "embeddings can't be saved, and are made again next time: away"),
    ],
)
async def test_so_it_is_for_the_shelf_of_a_server(
    librarian: Librarian,
    encoder: LetterEncoder,
    said: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    embedder = ShelfEmbedder(Models(encoder), Broken(DatabaseError("away")))  # type: ignore[arg-type]
    embedder.begin("7", librarian.library)
    await embedder.finished()
    await embedder.close()
    assert said in caplog.text
    assert librarian.library.ask(ASKED).answered


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WorkerError("no more processes"), "people can't be looked for: no more processes"),
        (IndexError("out of range"), "finding the people of the articles failed"),
    ],
)
async def test_people_that_cannot_be_looked_for_now_are_looked_for_later(
    corpus: Path, stores: Stores, error: Exception, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    library = (await _served(corpus, stores)).library
    finder = PeopleFinder(stores.articles, BrokenReader(error))
    library = library.part(library.articles)
    library.found_people = type(library.found_people)()
    finder.begin(library)
    assert not await finder.finished()
    assert said in caplog.text
    again = PeopleFinder(stores.articles)
    again.begin(library)
    assert await again.finished()
    assert "Ann Lee" in {person.name for person in library.people.people}


async def test_people_that_cannot_be_saved_are_known_until_the_end(
    corpus: Path, stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    library = (await _served(corpus, stores)).library
    library = library.part(library.articles)
    library.found_people = type(library.found_people)()
    finder = PeopleFinder(Broken(DatabaseError("the disk is full")))  # type: ignore[arg-type]
    finder.begin(library)
    assert await finder.finished()
    assert "people can't be saved, and are looked for again next time" in caplog.text
    assert "Ann Lee" in {person.name for person in library.people.people}


async def test_a_start_without_folder_or_disk_serves_what_there_is(
    corpus: Path, stores: Stores, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await (await _served(corpus, stores)).close()
    gone = Librarian(tmp_path / "nowhere", stores.articles, stores.notifier)
    await gone.load()
    assert "The 2 articles known from before stay in service." in caplog.text
    assert gone.library.ask(ASKED).answered
    await gone.close()

    empty = replace(await stores.articles.load(), articles=(), encodings={}, people={})

    class FullDisk(Broken):
        async def load(self) -> object:
            return empty

    full = FullDisk(DatabaseError("the disk is full"))
    unsaved = Librarian(corpus, full, stores.notifier)  # type: ignore[arg-type]
    await unsaved.load()
    assert "check the disk and the database. They are served from memory." in caplog.text
    assert "the disk is full" in (unsaved.failure or "")
    assert unsaved.library.ask(ASKED).answered
    with pytest.raises(DatabaseError, match="the articles can't be saved"):
        (corpus / "tide.txt").write_text("The tide\n\nIt came in at noon.\n")
        await unsaved.reload()
    await unsaved.close()


async def _served(corpus: Path, stores: Stores) -> Librarian:
    librarian = Librarian(corpus, stores.articles, stores.notifier)
    await librarian.load()
    return librarian
