from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ingest.workers.pool import WorkerPool
from bot.ingest.workers.worker import Worker, WorkerError
from tests.ingest.workers.misbehaviour import misbehave, process_of
from tests.ingest.workers.test_worker import document, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ingest.document_reader import Document, Reading


def many(*bad: str) -> list[Document]:
    """Return documents enough for several processes, with some among them that misbehave."""
    documents = [document("Something", f"a{number}") for number in range(700)]
    for place, word in enumerate(bad, start=1):
        documents.insert(110 * place, document(word))
    return documents


def processes(readings: list[Reading]) -> set[object]:
    return {reading.analysis for reading in readings}


def test_readings_and_reasons_are_those_of_one_worker_in_the_same_order() -> None:
    documents = many("Exit", "Raise", "Hang", "Swell")
    with Worker(misbehave, seconds=2) as worker:
        expected = list(worker.read(documents))
    with WorkerPool(misbehave, seconds=2, processes=3) as pool:
        readings = list(pool.read(documents))
    assert readings == expected
    refused = [reading.refusal.file for reading in readings if reading.refusal]
    assert refused == ["exit.txt", "raise.txt", "hang.txt", "swell.txt"]
    assert "crashed the reader" in reason(readings[110])


def test_much_is_read_by_several_processes_and_little_by_one() -> None:
    with WorkerPool(process_of, processes=2) as pool:
        (first,) = processes(list(pool.read([document("Something")])))
        both = processes(list(pool.read(many())))
        assert len(both) == 2
        assert first in both


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists children")
def test_what_much_was_read_by_has_ended_and_only_its_template_stays() -> None:
    with WorkerPool(misbehave, processes=2) as pool:
        for _ in range(2):
            readings = list(pool.read(many("Template")))
            assert all(reading.article for reading in readings)
            template = readings[110].analysis
            children = Path(f"/proc/{template}/task/{template}/children")
            assert children.read_text(encoding="ascii") == ""


def test_a_reading_that_is_given_up_leaves_a_pool_that_reads() -> None:
    with WorkerPool(misbehave, processes=2) as pool:
        assert next(iter(pool.read(many()))).article is not None
        assert len(list(pool.read(many()))) == 700


def test_closing_ends_what_another_thread_reads() -> None:
    begun = threading.Event()
    ended: list[str] = []
    pool = WorkerPool(misbehave, seconds=600, processes=2)

    def documents() -> Iterator[Document]:
        documents = many("Hang", "Hang", "Hang", "Hang", "Hang")
        yield from documents[:600]
        begun.set()  # those before are being read by now
        yield from documents[600:]

    def read() -> None:
        try:
            list(pool.read(documents()))
        except WorkerError as error:
            ended.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    assert begun.wait(60)
    pool.close()
    thread.join(60)
    assert ended == ["the worker that reads documents was closed"]


def test_a_closed_pool_reads_no_more() -> None:
    pool = WorkerPool(processes=2)
    pool.close()
    for documents in ([document("Anything")], many()):
        with pytest.raises(WorkerError, match="closed"):
            list(pool.read(documents))
