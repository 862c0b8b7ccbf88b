from __future__ import annotations

import pytest

from bot.people.lookup.names_in_questions import full_names_in, name_typed


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("did matteo renzi comment on the tax", [("matteo", "renzi")]),
        ("What did Tom Cruise say?", [("tom", "cruise")]),
        (
            "when did philippa drummond meet henrik ahl",
            [("philippa", "drummond"), ("henrik", "ahl")],
        ),
        ("did america drop the sanctions", []),
        ("combien ont coûté les votes sur le drapeau", []),
        ("how did her press guy spin it", []),
        ("how badly is jess hurt", []),
        ("what does krall say to the young guy", []),
        ("how many cases does rishi wanna get rid of", []),
    ],
)
def test_full_names_are_told_also_in_small_letters(
    question: str, names: list[tuple[str, ...]]
) -> None:
    assert full_names_in(question) == names


@pytest.mark.parametrize("typed", ["elon musk", "messi", "mr beast", "Kanye West"])
def test_what_is_asked_about_is_a_name(typed: str) -> None:
    assert name_typed(typed)


@pytest.mark.parametrize(
    "typed", ["tallest", "losing lettuce", "president", "pregnant", "top scorer"]
)
def test_what_is_asked_about_is_no_name(typed: str) -> None:
    assert not name_typed(typed)
