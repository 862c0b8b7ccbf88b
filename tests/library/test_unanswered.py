from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from bot.library.unanswered import MOST_GROUPED, group_unanswered
from bot.retrieval.meaning.models import shipped_models

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("FOOTNOTE_MEANING", "off")
    return Library.from_folder(corpus)


def test_questions_that_differ_in_punctuation_alone_are_one(library: Library) -> None:
    asked = [("super bowl", 3), ("super bowl?", 2), ("SUPER BOWLS!", 1)]
    (group,) = group_unanswered(asked, library, 10)
    assert (group.question, group.times, group.others) == ("super bowl", 6, ())


def test_questions_that_share_most_words_stand_together(library: Library) -> None:
    asked = [
        ("who designed the harbour bridge", 2),
        ("how old is the mayor", 2),
        ("who designed the bridge in the harbour?", 1),
        ("which architect designed the harbour bridge", 1),
    ]
    first, second = group_unanswered(asked, library, 10)
    assert (first.question, first.times) == ("who designed the harbour bridge", 4)
    assert first.others == ("which architect designed the harbour bridge",)
    assert first.nearest is not None
    assert first.nearest.id == "bridge"
    assert second.times == 2


def test_questions_near_in_meaning_stand_together(library: Library) -> None:
    with_meaning = Library(library.articles, models=shipped_models())
    asked = [("how much was the bail", 1), ("what was the amount of the bail", 1)]
    assert len(group_unanswered(asked, library, 10)) == 2
    (group,) = group_unanswered(asked, with_meaning, 10)
    assert group.times == 2


def test_nothing_and_odd_questions_are_grouped_too(library: Library) -> None:
    assert group_unanswered([], library, 10) == []
    groups = group_unanswered([("???", 2), ("!", 1), ("is it the?", 1)], library, 10)
    assert [group.times for group in groups] == [2, 1, 1]
    many = [(f"{number}", 1) for number in range(MOST_GROUPED + 50)]
    assert len(group_unanswered(many, library, 1000)) == MOST_GROUPED
