from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bot.ingest.corpus import Corpus, read_corpus
from bot.library.library import Library
from bot.library.question_thread import QuestionThread
from bot.library.reloading import background_embedder
from bot.library.reloading.background_embedder import BackgroundEmbedder
from bot.library.reloading.librarian import Librarian
from bot.retrieval.meaning.models import Models
from bot.storage.opening import open_stores
from bot.storage.sqlite.opening import open_database
from bot.storage.sqlite.stores import stores_of
from tests.retrieval.meaning.embedding_letters import LetterEncoder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.storage.stores import Stores

import pytest

ARTICLES = {
    "otters.txt": "Otters return\n\nOtters were seen at the river line. They left in 1987.",
    "bread.txt": "Bread is dear\n\nBakers raised their prices on Monday. Flour had run short.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
async def stores(tmp_path: Path) -> AsyncIterator[Stores]:
    database = await open_database(tmp_path / "footnote.db")
    yield stores_of(database)
    await database.close()


async def serve(
    folder: Path, stores: Stores, encoder: LetterEncoder
) -> tuple[Librarian, BackgroundEmbedder]:
    embedder = BackgroundEmbedder(Models(encoder), stores.embeddings, stores.leases)
    librarian = Librarian(folder, stores.articles, stores.notifier, embedder)
    await librarian.load()
    return librarian, embedder


async def test_articles_are_embedded_once_and_served_meanwhile(
    folder: Path, stores: Stores
) -> None:
    encoder = LetterEncoder()
    librarian, embedder = await serve(folder, stores, encoder)
    assert librarian.library.ask("Where were otters seen?").hits
    await embedder.finished()
    assert len(librarian.library.embeddings) == 2
    assert embedder.remaining == 0
    assert "Bread is dear. Flour had run short." in encoder.embedded
    await librarian.close()

    again = LetterEncoder()
    librarian, embedder = await serve(folder, stores, again)
    await embedder.finished()
    assert len(librarian.library.embeddings) == 2
    assert again.embedded == []
    await librarian.close()


async def test_a_reload_embeds_what_has_changed_alone(folder: Path, stores: Stores) -> None:
    encoder = LetterEncoder()
    librarian, embedder = await serve(folder, stores, encoder)
    await embedder.finished()
    encoder.embedded.clear()
    (folder / "bread.txt").write_text("Bread is cheap\n\nBakers lowered their prices.")
    (folder / "rain.txt").write_text("Rain\n\nIt rained for days.")
    (folder / "otters.txt").unlink()
    report = await librarian.reload()
    assert report.to_embed == 2
    await embedder.finished()
    assert sorted(encoder.embedded) == [
        "Bread is cheap",
        "Bread is cheap. Bakers lowered their prices.",
        "Bread is cheap. Bakers lowered their prices.",
        "Rain",
        "Rain. It rained for days.",
        "Rain. It rained for days.",
    ]
    assert {article_id for article_id, _ in await stores.embeddings.load()} == {"bread", "rain"}
    await librarian.close()


async def test_a_stop_ends_the_work_and_the_next_start_goes_on(
    folder: Path, stores: Stores
) -> None:
    librarian, _ = await serve(folder, stores, LetterEncoder())
    await librarian.close()
    librarian, embedder = await serve(folder, stores, LetterEncoder())
    await embedder.finished()
    assert len(librarian.library.embeddings) == 2
    await librarian.close()


async def test_questions_are_answered_beside_the_event_loop(folder: Path, stores: Stores) -> None:
    librarian, embedder = await serve(folder, stores, LetterEncoder())
    await embedder.finished()
    thread = QuestionThread()
    answer = await thread.ask(librarian.library, "Where were otters seen?")
    assert answer.hits[0].article.id == "otters"
    assert answer == librarian.library.ask("Where were otters seen?")
    thread.close()
    await librarian.close()


async def test_of_a_library_that_is_too_large_only_what_is_asked_for_is_embedded(
    folder: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_embedder, "EMBEDDED_AT_MOST", 1)
    encoder = LetterEncoder()
    librarian, embedder = await serve(folder, stores, encoder)
    await embedder.finished()
    assert not librarian.library.embeddings
    assert embedder.remaining == 0
    librarian.library.ask("Where were otters seen?")
    assert any(text.startswith("Otters return.") for text in encoder.embedded)
    await librarian.close()


async def test_articles_in_other_languages_are_not_embedded(folder: Path, stores: Stores) -> None:
    (folder / "pain.md").write_text("---\nlang: fr\n---\n# Le pain\n\nLe pain est cher ici.")
    librarian, embedder = await serve(folder, stores, LetterEncoder())
    await embedder.finished()
    embedded = {a.id for a in librarian.library.articles if a.key in librarian.library.embeddings}
    assert embedded == {"otters", "bread"}
    await librarian.close()


async def test_nothing_is_said_of_an_empty_library(
    stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    embedder = BackgroundEmbedder(Models(LetterEncoder()), stores.embeddings)
    embedder.begin(Library(()))
    await embedder.finished()
    await embedder.close()
    assert "passages are embedded" not in caplog.text


async def test_of_two_processes_on_one_database_one_embeds_and_both_use_it(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_embedder, "LOOK_EVERY", 0.01)
    async with open_stores(postgresql) as one, open_stores(postgresql) as other:
        encoders: list[LetterEncoder] = []
        libraries: list[Library] = []
        embedders: list[BackgroundEmbedder] = []
        for stores in (one, other):
            librarian = Librarian(folder, stores.articles, stores.notifier)
            await librarian.load()
            libraries.append(librarian.library)
            await librarian.close()
            encoders.append(LetterEncoder())
            embedders.append(
                BackgroundEmbedder(Models(encoders[-1]), stores.embeddings, stores.leases)
            )
        for embedder, library in zip(embedders, libraries, strict=True):
            embedder.begin(library)
        for embedder, library in zip(embedders, libraries, strict=True):
            await embedder.finished()
            assert len(library.embeddings) == 2
            assert embedder.remaining == 0
            await embedder.close()
        assert sorted(bool(encoder.embedded) for encoder in encoders) == [False, True]


async def test_a_process_that_waits_for_another_to_embed_can_be_stopped(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_embedder, "LOOK_EVERY", 0.01)
    async with open_stores(postgresql) as one, open_stores(postgresql) as other:
        await one.leases.take("embedding", 600)
        encoder = LetterEncoder()
        librarian, _ = await serve(folder, other, encoder)
        await librarian.close()
        assert encoder.embedded == []


async def test_questions_are_hurried_while_files_are_read(
    folder: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    librarian, embedder = await serve(folder, stores, LetterEncoder())
    await embedder.finished()
    hurried = []

    def noting(*arguments: Any) -> Corpus:
        hurried.append(embedder.models.passages.is_hurried)
        return read_corpus(*arguments)

    monkeypatch.setattr("bot.library.reloading.librarian.read_corpus", noting)
    await librarian.reload()
    assert hurried == [True]
    assert not embedder.models.passages.is_hurried
    await librarian.close()
