from __future__ import annotations

import pytest

from bot.language.english.sentences.compared_things import is_only_compared


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How high is Mount Sela?", "It is the second-highest, after Mount Sela."),
        (
            "How many came to the National Gallery?",
            "It had 417,000 visitors, more than any other apart from the National Gallery.",
        ),
        ("What is Velby's budget?", "Penholm spends more than Velby."),
        ("How large is Lake Ott?", "Unlike in Lake Ott, which is larger, there are few fish."),
    ],
)
def test_what_something_is_compared_with_is_not_told_of(question: str, sentence: str) -> None:
    assert is_only_compared(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How high is Mount Sela?", "Mount Sela is 3,100 metres high, more than Mount Orr."),
        ("How high is Mount Sela?", "It is after Mount Orr that Mount Sela is the highest."),
        ("How high is it?", "It is the second-highest, after Mount Sela."),
        ("Is Mount Sela higher than Mount Orr is?", "It is the highest after Mount Sela."),
        ("Who came to Velby?", "Nobody came."),
    ],
)
def test_else_nothing_is_only_compared(question: str, sentence: str) -> None:
    assert not is_only_compared(question, sentence)
