from __future__ import annotations

import pytest

from bot.language.english.sentences.other_harm import tells_of_other_harm


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how many passengers died", "The crash at Velby injured 12 passengers."),
        (
            "how many people were hurt in the storm",
            "The storm killed two people and tore off roofs.",
        ),
        ("How many were killed?", "Four miners were taken to hospital with burns."),
    ],
)
def test_who_died_is_not_said_by_who_was_hurt_nor_the_reverse(question: str, sentence: str) -> None:
    assert tells_of_other_harm(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how many passengers died", "The crash killed two and injured 12."),
        ("how many passengers died", "Nobody was hurt in the crash."),
        ("how many people died", "The storm tore off roofs."),
        ("how many people were hurt", "Nobody died in the storm."),
        ("how many were killed or injured", "The storm killed two people."),
        ("who died", "Ann Lee was injured."),
    ],
)
def test_else_nothing_of_the_other_harm_is_told(question: str, sentence: str) -> None:
    assert not tells_of_other_harm(question, sentence)
