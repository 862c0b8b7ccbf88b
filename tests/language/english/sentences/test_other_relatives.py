"""Whose age a sentence tells, where a relative's is asked for."""

from __future__ import annotations

import pytest

from bot.language.english.sentences.other_relatives import tells_of_no_relative


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how old is Tomas Vane's daughter", "Ilse is thought to be 31 and the mother of two."),
        ("How old was the wife of the keeper?", "The keeper, 71, had lived there alone since May."),
        ("and how old is her little brother?", "Maren Oakes, 19, rows for the town."),
    ],
)
def test_somebody_elses_age_is_no_answer(question: str, sentence: str) -> None:
    assert tells_of_no_relative(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how old is Tomas Vane's daughter", "The couple have a daughter, Wren, 4."),
        ("how old is Tomas Vane's daughter", "She turned four in March."),
        ("how old is Vane's mum", "His mother, Ada, 71, was not on board."),
        ("how old is Vane's son", "The boy, 9, was not on board."),
        ("how old was the wife of the keeper", "He married Agnes, then 24, at the chapel."),
        ("how old is Tomas Vane", "Vane is 33."),
        ("who is Tomas Vane's daughter", "Ilse is thought to be 31."),
    ],
)
def test_what_may_tell_of_the_relative_is_not_doubted(question: str, sentence: str) -> None:
    assert not tells_of_no_relative(question, sentence)
