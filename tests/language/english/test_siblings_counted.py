from __future__ import annotations

import pytest

from bot.language.english.siblings_counted import counts_siblings


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "how many children did Tilda Orr have",
            "She was the second of five children of a miller.",
        ),
        (
            "how many kids does Orr have",
            "Orr, the youngest in a family of six children, left at 15.",
        ),
    ],
)
def test_being_one_of_five_children_does_not_say_how_many_one_has(
    question: str, sentence: str
) -> None:
    assert counts_siblings(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "how many children did Tilda Orr have",
            "The second of five children, she had two daughters.",
        ),
        ("how many children did Tilda Orr have", "She brought up five children."),
        ("how many brothers did Tilda Orr have", "She was the second of five children."),
    ],
)
def test_else_children_are_counted(question: str, sentence: str) -> None:
    assert not counts_siblings(question, sentence)
