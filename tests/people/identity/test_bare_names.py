from __future__ import annotations

import pytest

from tests.people.test_people import library


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Odile Marchetti opened it. Her husband, Luc Marchetti, bakes. Marchetti sells.",
            {"Odile Marchetti": 2, "Luc Marchetti": 1},
        ),
        (
            "Luc and Odile Marchetti opened the bakery. Marchetti said that it was closed.",
            {"Luc Marchetti": 2, "Odile Marchetti": 1},
        ),
        (
            "Terence Maddox went. His sister, Pauline Maddox, stayed. Mrs Maddox said so.",
            {"Terence Maddox": 1, "Pauline Maddox": 2},
        ),
        (
            "Mrs Ridley, whose late husband, Matthew Ridley, played, said so. Ridley went home.",
            {"Ridley": 2, "Matthew Ridley": 1},
        ),
        (
            "Ann Garstang drew maps. Garstang was born to a mill engineer, Harold Garstang.\n\n"
            "Every day Garstang walked, and at night Garstang drew.",
            {"Ann Garstang": 4, "Harold Garstang": 1},
        ),
        (
            "Ann Garstang drew maps. Garstang was tired.\n\n"
            "Bo Garstang, a mill engineer, spoke, and Garstang was cheered.\n\nGarstang left.",
            {"Ann Garstang": 2, "Bo Garstang": 3},
        ),
    ],
)
def test_a_bare_surname_is_of_whom_the_article_calls_so(
    text: str, mentions: dict[str, int]
) -> None:
    found = library(f"{text} It rained for hours and hours in the whole of the land.")
    assert {person.name: person.mentions for person in found.who().people} == mentions
