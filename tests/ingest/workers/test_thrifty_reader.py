from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.ingest.document_reader import Document
from bot.ingest.workers.thrifty_reader import ThriftyReader
from bot.ingest.workers.worker import Worker
from tests.ingest.workers.misbehaviour import misbehave
from tests.ingest.workers.test_worker import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from bot.ingest.document_reader import Reading

LARGE = b"A title\n\n" + b"Some words are here today. " * 5000


def test_only_more_than_a_little_is_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[Document]] = []
    read = Worker.read

    def count(self: Worker, batch: list[Document]) -> Iterator[Reading]:
        started.append(batch)
        return read(self, batch)

    monkeypatch.setattr(Worker, "read", count)
    assert len(list(ThriftyReader().read([document("Little")]))) == 1
    assert not started
    with ThreadPoolExecutor() as pool:
        pool.submit(list, ThriftyReader().read([document("Elsewhere")])).result()
    assert len(started) == 1
    (reading,) = ThriftyReader().read([Document("a.txt", "a", LARGE)])
    assert reading.article is not None
    assert len(started) == 2


def test_what_is_read_is_analysed_here_and_elsewhere() -> None:
    documents = [document("Little", f"a{number}") for number in range(200)]
    documents.insert(150, Document("large.txt", "large", LARGE))
    readings = list(ThriftyReader(misbehave).read(documents))
    assert [one.article.id for one in readings if one.article] == [
        one.article_id for one in documents
    ]
    assert all(one.analysis for one in readings)
