from __future__ import annotations

import pytest

from bot.language.english.beginnings_alone import gives_only_beginning


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("when did the toll in Velby end", "Velby has had a toll since 1972."),
        ("When was the ferry stopped?", "A ferry has crossed the fjord since about 1950."),
    ],
)
def test_since_when_something_is_does_not_say_when_it_ended(question: str, sentence: str) -> None:
    assert gives_only_beginning(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("when did the toll in Velby begin", "Velby has had a toll since 1972."),
        ("when did the toll in Velby end", "Velby had a toll from 1972 to 1990."),
        (
            "when did the toll in Velby end",
            "It has been free since 1990, when the toll was abolished.",
        ),
        ("when did the shop close", "The shop has been shut since 2020."),
    ],
)
def test_else_more_than_a_beginning_is_given(question: str, sentence: str) -> None:
    assert not gives_only_beginning(question, sentence)
