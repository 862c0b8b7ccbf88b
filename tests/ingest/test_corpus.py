from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.ingest.folder import CorpusFolderError

if TYPE_CHECKING:
    from pathlib import Path


def test_reads_every_article_in_the_order_of_paths(corpus: Path) -> None:
    (corpus / "world").mkdir()
    (corpus / "world" / "a.txt").write_text("A title\n\nSome words are here.")
    read = read_corpus(corpus)
    assert [a.id for a in read.articles] == ["bridge", "otters", "world-a"]
    assert read.refused == ()


def test_reports_refused_files_and_keeps_the_others(corpus: Path) -> None:
    (corpus / "bad.md").write_text("---\ndate: someday\n---\nSome words are here.")
    (corpus / "notes.pdf").write_bytes(b"%PDF-1.4")
    read = read_corpus(corpus)
    assert len(read.articles) == 2
    assert [refusal.file for refusal in read.refused] == ["bad.md", "notes.pdf"]
    assert "“date”" in read.refused[0].reason


def test_passes_over_hidden_files(corpus: Path) -> None:
    (corpus / ".draft.md").write_text("Not yet.")
    (corpus / ".git").mkdir()
    (corpus / ".git" / "config.txt").write_text("Not an article.")
    assert len(read_corpus(corpus).articles) == 2


def test_serves_both_of_two_files_with_like_names(corpus: Path) -> None:
    (corpus / "Bridge!.txt").write_text("Another\n\nSome words are here.")
    read = read_corpus(corpus)
    assert [a.file for a in read.articles] == ["Bridge!.txt", "bridge.md", "otters.txt"]
    assert read.articles[1].id == "bridge"
    assert read.articles[0].id.startswith("bridge-")
    assert read.articles[0].passages[0].id == f"{read.articles[0].id}#1"


def test_no_file_takes_the_id_of_one_that_is_refused(corpus: Path) -> None:
    known = {article.file: article for article in read_corpus(corpus).articles}
    (corpus / "bridge.md").write_text("---\ndate: someday\n---\nSome words are here.")
    (corpus / "BRIDGE.txt").write_text("Another\n\nSome words are here.")
    read = read_corpus(corpus, known)
    assert [refusal.file for refusal in read.refused] == ["bridge.md"]
    assert "bridge" not in [article.id for article in read.articles]


def test_takes_over_what_has_not_changed(corpus: Path) -> None:
    before = read_corpus(corpus)
    (corpus / "otters.txt").write_text("Otters\n\nThey have left the river again.")
    known = {article.file: article for article in before.articles}
    after = read_corpus(corpus, known)
    assert after.articles[0] is before.articles[0]
    assert after.articles[1].passages[0].text == "They have left the river again."


@pytest.mark.parametrize(
    ("name", "mend"), [("missing", "create it, or name"), ("file.txt", "name")]
)
def test_names_a_folder_that_cannot_be_read_and_what_helps(
    tmp_path: Path, name: str, mend: str
) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(CorpusFolderError, match=rf"{name} can't be read .*\): {mend} another"):
        read_corpus(tmp_path / name)


def test_tells_its_progress(corpus: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_corpus(corpus, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]
