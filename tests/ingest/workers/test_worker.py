from __future__ import annotations

import gc
import os
import select
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.ingest.document_reader import DirectReader, Document
from bot.ingest.workers.worker import Worker, WorkerError
from tests.ingest.workers.misbehaviour import NAP, SlowToLoad, misbehave

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ingest.document_reader import Reading

SECONDS = 2.0


def document(word: str, name: str = "") -> Document:
    text = f"A title\n\n{word} is what this article of a few words says.\n"
    name = name or word.lower()
    return Document(f"{name}.txt", name, text.encode())


def reason(reading: Reading) -> str:
    assert reading.article is None
    assert reading.refusal is not None
    return reading.refusal.reason


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(misbehave, SECONDS) as worker:
        yield worker


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Hang", "more than 2 seconds"),
        ("Exit", "crashed the reader (status 3)"),
        ("Swell", "too much memory"),
        ("Raise", "failed (IndexError)"),
    ],
)
def test_whatever_a_document_does_it_alone_is_refused(worker: Worker, word: str, why: str) -> None:
    before, bad, after = worker.read([document("Before"), document(word), document("After")])
    assert why in reason(bad)
    assert bad.refusal is not None
    assert bad.refusal.file == f"{word.lower()}.txt"
    for good in (before, after):
        assert good.article is not None
        assert good.article.passages[0].text.endswith("of a few words says.")
        assert good.analysis == 1


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows counts no CPU time")
def test_a_document_that_is_read_slowly_on_a_busy_machine_is_read() -> None:
    with Worker(misbehave, NAP / 10) as worker:
        before, starved = worker.read([document("Before"), document("Starve")])
    assert before.analysis == starved.analysis == 1


def test_what_is_printed_is_no_reading(worker: Worker) -> None:
    printed, after = worker.read([document("Print"), document("After")])
    assert printed.analysis == after.analysis == 1


def test_the_process_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a secret")
    with Worker(misbehave) as worker:
        (reading,) = worker.read([document("Secret")])
    assert reading.analysis == 0


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="Windows knows no such priority")
def test_the_process_lets_the_one_that_answers_go_first(worker: Worker) -> None:
    (reading,) = worker.read([document("Nice")])
    assert isinstance(reading.analysis, int)
    assert reading.analysis == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 5)


def test_receiving_a_large_article_halts_nobody_for_the_collector() -> None:
    text = "A title\n\n" + "No. It is so. It was.\n\n" * 8_000
    with Worker(misbehave) as worker:
        list(worker.read([document("Before")]))
        before = gc.get_stats()[2]["collections"]
        (reading,) = worker.read([Document("a.txt", "a", text.encode())])
    assert gc.get_stats()[2]["collections"] <= before + 1
    assert gc.isenabled()
    assert reading.article is not None
    assert len(reading.article.passages) == 8_000


def test_reads_many_documents_in_order(worker: Worker) -> None:
    documents = [document("Something", f"a{number}") for number in range(100)]
    read = [r.article.id for r in worker.read(documents) if r.article]
    assert read == [d.article_id for d in documents]


def test_closing_ends_what_another_thread_reads() -> None:
    begun = threading.Event()
    ended: list[str] = []
    worker = Worker(misbehave, seconds=600)

    def documents() -> Iterator[Document]:
        yield from (document("Before", f"a{number}") for number in range(32))
        begun.set()
        yield document("Hang")

    def read() -> None:
        try:
            list(worker.read(documents()))
        except WorkerError as error:
            ended.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    assert begun.wait(60)
    worker.close()
    thread.join(60)
    assert ended == ["the worker that reads documents was closed"]


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells when others end")
@pytest.mark.parametrize("word", ["Hang", "Sleep", "Match"])
def test_the_process_ends_with_the_one_that_it_reads_for(tmp_path: Path, word: str) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    program = (
        f"from tests.ingest.workers.misbehaviour import read_for_ever; read_for_ever({word!r})"
    )
    environment = {**os.environ, "TOLD": str(told)}
    with (
        subprocess.Popen([sys.executable, "-c", program], env=environment) as parent,
        told.open("rb") as reading,
    ):
        # The process opens the pipe when it has come to the document, and never closes it.
        template = os.pidfd_open(int(reading.readline()))
        parent.kill()
        assert reading.read() == b""
        assert select.select([template], [], [], 60)[0]
        os.close(template)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_closing_ends_a_worker_that_is_still_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    monkeypatch.setenv("TOLD", str(told))
    ended: list[str] = []
    worker = Worker(SlowToLoad())

    def read() -> None:
        try:
            list(worker.read([document("Anything")]))
        except WorkerError as error:
            ended.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    with told.open("rb") as reading:
        assert reading.read(1)
        worker.close()
        assert reading.read() == b""
    thread.join(60)
    assert ended == ["the worker that reads documents was closed"]


def test_a_closed_worker_reads_no_more() -> None:
    worker = Worker()
    worker.close()
    with pytest.raises(WorkerError, match="closed"):
        list(worker.read([document("Anything")]))


def test_a_document_read_here_is_interrupted_too() -> None:
    bad, after = DirectReader(misbehave, 0.2).read([document("Hang"), document("After")])
    assert "more than 0.2 seconds" in reason(bad)
    assert after.article is not None


def test_a_document_read_here_that_fails_is_refused() -> None:
    bad, after = DirectReader(misbehave).read([document("Raise"), document("After")])
    assert "IndexError" in reason(bad)
    assert after.article is not None


def test_a_corpus_is_read_by_the_reader_that_it_is_given(corpus: Path, worker: Worker) -> None:
    (corpus / "hang.txt").write_text("A title\n\nHang is what this article of a few words says.")
    known = {article.file: article for article in read_corpus(corpus).articles}
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    (corpus / "hang.txt").write_text("A title\n\nHang is what this article still says today.")
    progress: list[int] = []
    read = read_corpus(corpus, known, lambda done, _: progress.append(done), worker)
    assert [article.id for article in read.articles] == ["bridge", "otters"]
    assert [refusal.file for refusal in read.refused] == ["hang.txt"]
    assert read.articles[0] is known["bridge.md"]
    assert read.analyses == {"otters": 1}
    assert progress == [1, 2, 3]


@pytest.fixture
def template() -> Iterator[tuple[Worker, int]]:
    """Return a worker, and the number of the process that those which read are copies of."""
    with Worker(misbehave, SECONDS) as worker:
        (reading,) = worker.read([document("Template")])
        assert isinstance(reading.analysis, int)
        yield worker, reading.analysis


copies = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows copies no processes")


@copies
def test_a_process_that_a_document_ended_is_replaced_by_another_copy(
    template: tuple[Worker, int],
) -> None:
    worker, number = template
    bad, after = worker.read([document("Exit"), document("Template")])
    assert "(status 3)" in reason(bad)
    assert after.analysis == number


@copies
def test_a_template_that_has_ended_is_noticed_by_nobody(template: tuple[Worker, int]) -> None:
    worker, number = template
    os.kill(number, signal.SIGKILL)
    before, bad, after = worker.read(
        [document("Before"), document("Exit"), document("Template", "after")]
    )
    assert before.article is not None
    assert "crashed the reader" in reason(bad)
    assert after.article is not None
    assert after.analysis not in {number, os.getpid()}


@copies
def test_a_template_ends_with_the_last_worker_that_is_closed(template: tuple[Worker, int]) -> None:
    worker, number = template
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
