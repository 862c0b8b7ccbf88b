from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.worker import Worker
from bot.library.article_analysis import ArticleAnalyser
from bot.library.librarian import Librarian
from bot.storage.sqlite.stores import open_stores

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_librarian_reads_encodes_and_finds_people_in_another_process(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        pytest.fail("it was read, encoded or searched for people in this process")

    monkeypatch.setattr("bot.ingest.reading.parse_article", fail)
    monkeypatch.setattr("bot.retrieval.encoder.Encoder.encode", fail)
    monkeypatch.setattr("bot.library.found_people.find_people_in", fail)
    async with open_stores(tmp_path / "footnote.db") as stores:
        worker = Worker(ArticleAnalyser(finds_people=False))
        librarian = Librarian(corpus, stores.articles, stores.announcer, None, worker)
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
        librarian = Librarian(corpus, stores.articles, stores.announcer, None, worker)
        await librarian.load()
        await librarian.close()
        slow = Worker(_Slow(), seconds=0.2)
        librarian = Librarian(corpus, stores.articles, stores.announcer, None, slow)
        await librarian.load()
        bridge = corpus / "bridge.md"
        bridge.write_text(bridge.read_text(encoding="utf-8") + "\nA last line.\n", "utf-8")
        report = await librarian.reload()
        (refused,) = report.refused
        assert refused.refusal.file == "bridge.md"
        assert refused.kept
        assert librarian.library.ask("How much did the work on the bridge cost?").answered
        await librarian.close()


class _Slow:
    """An analysis that never ends."""

    def __call__(self, _: object) -> None:
        while True:
            pass
