"""Which questions ask for a fact that a row or an entry may tell, and how it looks."""

from __future__ import annotations

import pytest

from bot.language.english.questions.asked_fact import asked_fact


@pytest.mark.parametrize(
    ("question", "words", "value", "other"),
    [
        ("How old is Holt?", "age", "51", "Red"),
        ("Who leads judo?", "judo", "Maren Holt", "16:30"),
        ("When is judo?", "judo", "Mondays", "16 places"),
        ("What time is judo?", "judo", "15:30", "in the hall"),
        ("How much does judo cost?", "judo", "£35", "16 places"),
        ("How many places has judo?", "places", "16", "Hall"),
        ("Where is judo?", "place", "Hall", None),
    ],
)
def test_a_value_is_of_the_kind_that_is_asked_for(
    question: str, words: str, value: str, other: str | None
) -> None:
    asked = asked_fact(question)
    assert asked is not None
    assert words in asked.words.lower()
    assert "cost" not in asked.words
    assert asked.value is None or asked.value.search(value)
    assert (asked.value is None) == (other is None)
    assert asked.value is None or not asked.value.search(other or "")


@pytest.mark.parametrize(
    "question",
    ["Why is judo on Monday?", "Is judo on Monday?", "Who isn't in judo?", "How did judo begin?"],
)
def test_no_row_tells_why_how_or_what_is_not_so(question: str) -> None:
    assert asked_fact(question) is None
