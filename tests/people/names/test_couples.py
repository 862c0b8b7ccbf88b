from __future__ import annotations

import pytest

from tests.people.test_people import library, names

PAD = "It rained for hours and hours."


@pytest.mark.parametrize(
    "text",
    [
        "Mr and Mrs Smith came to the hall.",
        "Mr. and Mrs. Clinton came to the hall on Monday.",
        "Lord and Lady Ashby opened the fair.",
        "President and Mrs Reagan danced.",
        "The Obamas came on Monday. The Obamas left.",
    ],
)
def test_a_couple_is_not_one_person(text: str) -> None:
    assert names(library(f"{text} {PAD}")) == []


def test_a_couple_are_both_who_are_named_in_full() -> None:
    found = library(
        f"Mr. and Mrs. Clinton came. Bill Clinton spoke. Hillary Clinton left. {PAD}",
    )
    counts = {person.name: person.mentions for person in found.who().people}
    assert counts == {"Bill Clinton": 2, "Hillary Clinton": 2}


def test_one_of_a_couple_who_is_named_alone_is_somebody() -> None:
    assert names(library(f"Dr and Mrs Patel left. “We wept,” said Dr Patel. {PAD}")) == ["Patel"]
    assert names(library(f"Mr and Mrs John Smith came. {PAD}")) == ["John Smith"]
