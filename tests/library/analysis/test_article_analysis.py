from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.document_reader import Document
from bot.ingest.reader import parse_article
from bot.ingest.workers.pool import WorkerPool
from bot.ingest.workers.process import LoadsAhead
from bot.ingest.workers.worker import Worker
from bot.library.analysis.article_analysis import ArticleAnalyser, ArticleAnalysis
from bot.library.library import Library
from bot.library.reloading.librarian import Librarian
from bot.people.find_people import find_people_in
from bot.storage.sqlite.stores import open_stores
from tests.conftest import BRIDGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.articles.article import Article
    from bot.ingest.document_reader import Reading
    from bot.people.article_person import ArticlePerson
    from bot.people.text.name_lexicon import NameLexicon


async def test_a_librarian_reads_encodes_and_finds_people_in_another_process(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        pytest.fail("it was read, encoded or searched for people in this process")

    monkeypatch.setattr("bot.ingest.document_reader.parse_article", fail)
    monkeypatch.setattr("bot.retrieval.index.encoder.ArticleEncoder.encode", fail)
    monkeypatch.setattr("bot.people.people_of_article.find_people_in", fail)
    async with open_stores(tmp_path / "footnote.db") as stores:
        worker = WorkerPool(ArticleAnalyser(finds_people=False))
        librarian = Librarian(corpus, stores.articles, stores.notifier, None, worker)
        await librarian.load()
        assert librarian.library.ask("How much did the work on the bridge cost?").answered
        people = await librarian.people()
        assert "Ann Lee" in {person.name for person in people.people}
        await librarian.close()


async def test_a_file_that_takes_too_long_is_refused_and_its_last_good_version_answers(
    corpus: Path, tmp_path: Path
) -> None:
    async with open_stores(tmp_path / "footnote.db") as stores:
        worker = Worker(ArticleAnalyser(), seconds=60.0)
        librarian = Librarian(corpus, stores.articles, stores.notifier, None, worker)
        await librarian.load()
        await librarian.close()
        slow = Worker(_Slow(), seconds=0.2)
        librarian = Librarian(corpus, stores.articles, stores.notifier, None, slow)
        await librarian.load()
        bridge = corpus / "bridge.md"
        bridge.write_text(bridge.read_text(encoding="utf-8") + "\nA last line.\n", "utf-8")
        report = await librarian.reload()
        (refused,) = report.refused
        assert refused.refusal.file == "bridge.md"
        assert refused.kept
        assert librarian.library.ask("How much did the work on the bridge cost?").answered
        await librarian.close()


def test_a_library_of_a_folder_refuses_what_it_cannot_find_people_in(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(article: Article, lexicon: NameLexicon) -> tuple[ArticlePerson, ...]:
        if article.file == "otters.txt":
            raise IndexError
        return find_people_in(article, lexicon)

    monkeypatch.setattr("bot.people.people_of_article.find_people_in", fail)
    library = Library.from_folder(corpus)
    assert [article.file for article in library.articles] == ["bridge.md"]
    assert [refusal.file for refusal in library.refused] == ["otters.txt"]
    assert "Ann Lee" in {person.name for person in library.people.people}


def test_an_analyser_that_has_read_can_be_sent_to_another_process() -> None:
    analyse = ArticleAnalyser()
    here = analyse(parse_article(BRIDGE.encode(), "bridge.md"))
    (reading,) = list(_read_elsewhere(analyse))
    assert isinstance(reading.analysis, ArticleAnalysis)
    assert reading.analysis.people == here.people
    assert reading.analysis.encoding.to_bytes() == here.encoding.to_bytes()
    (without,) = list(_read_elsewhere(ArticleAnalyser(finds_people=False)))
    assert without.analysis is not None
    assert getattr(without.analysis, "people", "") is None


def test_a_worker_can_tell_an_analyser_to_load_before_the_first_article() -> None:
    analyse = ArticleAnalyser()
    assert isinstance(analyse, LoadsAhead)
    analyse.load()
    (reading,) = list(_read_elsewhere(analyse))
    assert isinstance(reading.analysis, ArticleAnalysis)


def _read_elsewhere(analyse: ArticleAnalyser) -> Iterator[Reading]:
    with Worker(analyse) as worker:
        yield from worker.read([Document("bridge.md", "bridge", BRIDGE.encode())])


class _Slow:
    """An analysis that never ends."""

    def __call__(self, _: object) -> None:
        while True:
            pass
