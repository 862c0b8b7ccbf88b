from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.metadata.article_ids import article_id_of, assign_ids


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("bridge.md", "bridge"),
        ("world/Nov 13.md", "world-nov-13"),
        ("été.txt", "ete-"),
        ("东京.txt", ""),
        ("x" * 200 + ".md", "x" * 51 + "-"),
    ],
)
def test_ids_are_short_slugs(file: str, expected: str) -> None:
    article_id = article_id_of(file)
    assert article_id.startswith(expected)
    assert 0 < len(article_id) <= 60
    assert article_id == article_id_of(file)


def test_names_that_fold_to_one_slug_have_different_ids() -> None:
    assert (
        len({article_id_of(file) for file in ("東京.txt", "京都.txt", "été.txt", "ete.txt")}) == 4
    )


def test_two_files_of_one_slug_have_an_id_each() -> None:
    ids = assign_ids(["Harbour!.md", "harbour.md", "harbour.txt"], {})
    assert ids["harbour.md"] == "harbour"
    assert len(set(ids.values())) == 3
    assert all(article_id.startswith("harbour") for article_id in ids.values())


def test_a_file_keeps_its_id_whatever_comes_after() -> None:
    alone = assign_ids(["Harbour!.md"], {})
    assert alone == {"Harbour!.md": "harbour"}
    ids = assign_ids(["Harbour!.md", "harbour.txt"], alone)
    assert ids["Harbour!.md"] == "harbour"
    assert ids["harbour.txt"] != "harbour"
    assert assign_ids(["Harbour!.md", "harbour.txt"], ids) == ids


def test_an_id_that_is_anothers_with_its_digest_is_free_of_it() -> None:
    clash = assign_ids(["Harbour!.md", "harbour.txt"], {})["Harbour!.md"]
    ids = assign_ids(["Harbour!.md", "harbour.txt", f"{clash}.md"], {})
    assert len(set(ids.values())) == 3


@given(st.lists(st.text(max_size=80), unique=True, max_size=12))
def test_ids_are_unique_and_known_ones_stay(files: list[str]) -> None:
    first = assign_ids(files[::2], {})
    ids = assign_ids(files, first)
    assert len(set(ids.values())) == len(files)
    assert all(0 < len(article_id) <= 60 for article_id in ids.values())
    assert {file: ids[file] for file in files[::2]} == first
