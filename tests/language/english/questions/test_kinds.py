from __future__ import annotations

import pytest

from bot.language.english.questions.kinds import is_typed_as_query, words_of_how


@pytest.mark.parametrize("text", ["lead coffin auction price", "the salt orchard cast"])
def test_a_few_words_are_typed_as_a_query(text: str) -> None:
    assert is_typed_as_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "whos the shadow home secretary",
        "coffin price, how much",
        "About nine billion dollars are still to be allocated, the White House says",
    ],
)
def test_a_question_and_a_statement_are_not(text: str) -> None:
    assert not is_typed_as_query(text)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many came, and how far?", {"how", "many", "far"}),
        ("how did many come so far", set()),
    ],
)
def test_the_words_that_only_ask_for_a_number_are_told(question: str, words: set[str]) -> None:
    assert words_of_how(question) == words
