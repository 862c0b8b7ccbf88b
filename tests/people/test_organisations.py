from __future__ import annotations

import pytest

from tests.people.test_people import library

FULL_NAME = "Center for International and Strategic Studies"

NEWS = library(
    "Mark Cancian of the Center for International and Strategic Studies (CSIS) spoke. The CSIS "
    "is a research institute in Washington that both parties fund. James To of the council left.",
    "NATO, the Western military alliance, met on Monday. Ann Lee praised NATO and the CSIS.",
    "The bridge was closed. Bridge works go on. The bridge will open in May.",
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("CSIS", [FULL_NAME, "a research institute in Washington"]),
        ("the csis", [FULL_NAME, "a research institute in Washington"]),
        ("nato", ["the Western military alliance"]),
    ],
)
def test_an_organisation_is_what_the_articles_say_it_is(asked: str, told: list[str]) -> None:
    (card,) = NEWS.who(asked).people
    assert card.is_organisation
    assert [role.text for role in card.roles] == told
    assert card.mentions >= 2
    for quote in (*card.roles, *card.passages):
        assert quote.text in quote.passage.text


def test_the_full_name_finds_an_organisation_by_its_abbreviation() -> None:
    (card,) = NEWS.who(FULL_NAME).people
    assert "CSIS" in card.aliases


@pytest.mark.parametrize("asked", ["bridge", "NASA", "!", "", "(", "x" * 500])
def test_a_common_word_and_what_nobody_names_is_no_organisation(asked: str) -> None:
    assert not any(person.is_organisation for person in NEWS.who(asked).people)


def test_only_near_names_are_suggested() -> None:
    assert NEWS.who("NASA").suggestions == ()
    assert NEWS.who("Mark Canciano Silva").suggestions == ("Mark Cancian",)
