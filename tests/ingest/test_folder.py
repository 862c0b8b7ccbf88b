from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bot.ingest.corpus import read_corpus
from bot.ingest.folder import list_files

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return [file for file, _ in list_files(folder)]


def test_folders_that_link_to_each_other_are_each_read_once(tmp_path: Path) -> None:
    folders = [tmp_path / f"f{number:02}" for number in range(18)]
    for folder in folders:
        folder.mkdir()
        (folder / "a.txt").write_text("A title\n\nSome words are here.")
    for folder in folders:
        for other in folders:
            (folder / f"to-{other.name}").symlink_to(other)
    # Followed along every path, 18 folders would be more files than there are atoms.
    assert names(tmp_path) == [f"f{number:02}/a.txt" for number in range(18)]


def test_a_folder_that_only_a_link_shows_is_read_once(tmp_path: Path) -> None:
    hidden = tmp_path / ".version-2" / "news"
    hidden.mkdir(parents=True)
    (hidden / "a.txt").write_text("x")
    (tmp_path / "current").symlink_to(tmp_path / ".version-2")
    (tmp_path / "latest").symlink_to(tmp_path / ".version-2")
    assert names(tmp_path) == ["current/news/a.txt"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses names that are not UTF-8")
def test_a_file_name_of_any_bytes_is_served(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"esc\x1b[31m.txt", b"line\nend.txt"):
        with open(os.path.join(os.fsencode(tmp_path), name), "w") as handle:  # noqa: PTH118, PTH123
            handle.write("A title\n\nSome words are here.")
    read = read_corpus(tmp_path)
    assert [article.file for article in read.articles] == [
        r"caf\xe9.txt",
        r"esc\x1b[31m.txt",
        r"line\nend.txt",
    ]
    assert len({article.id for article in read.articles}) == 3
    assert all(article.file.isprintable() and article.id.isascii() for article in read.articles)


def test_what_editors_keep_beside_a_file_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.docx", "~$a.docx", "b.md", "b.md~", ".b.md.swp", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == ["a.docx", "b.md"]
