"""Things that are called as people are, and people who are called besides."""

from __future__ import annotations

import pytest

from tests.people.test_people import library, names

PAD = "It rained for hours and hours in the whole of the town."


@pytest.mark.parametrize(
    "text",
    [
        "A catamaran called Swift Anna was hired. It was said that Swift Anna leaks.",
        "The robot is called Gerald. Then Gerald fell over, and Gerald lay there.",
        "They built an old robot named Rosa. Later Rosa walked, and Rosa fell.",
        "Their single “Ann Lee” was sung on Monday. Everybody sang “Ann Lee” that day.",
        'Their single "Northbound Ferry" was sung on Monday.',
        "In the town of Lissa there were deaths. Residents of Lissa said that they were afraid.",
        "There was talk of an Oscar in the bar, and of a Tony for her.",
        "In Milan, Ermenegildo Zampa slipped 2 percent. Ermenegildo Zampa makes suits.",
        "She is of the firm Burgoyne Hale, and Ann Lee of the firm Burgoyne Hale said no.",
        "Its predecessor, Fulmar-1, is still up there. Later Fulmar-1 fell.",
        "Check-in opens at noon. They say that Check-in is slow.",
        "The old steamer Robert Corrie sank. It was cold on the Robert Corrie.",
    ],
)
def test_what_a_thing_is_called_is_nobody(text: str) -> None:
    assert [name for name in names(library(f"{text} {PAD}")) if name != "Ann Lee"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A teacher called Gerald Pike came. Later Gerald Pike left.", "Gerald Pike"),
        ("The boy was called Gerald Pike. Later Gerald Pike left.", "Gerald Pike"),
        ("The court called Ann Lee on Monday. Later Ann Lee left.", "Ann Lee"),
        ("A firm called Ann Lee on Monday. “No,” said Ann Lee.", "Ann Lee"),
        ('Dai "The Baker" Tanner won. Tanner was glad.', "Dai Tanner"),
        ("Karl “Tin” Tinsley played the drums.", "Karl Tinsley"),
        ("Thaddeus Brandy III, a retired admiral, spoke.", "Thaddeus Brandy III"),
        ("It is between Shakan Obafemi-Lee of Peckham and nobody.", "Shakan Obafemi-Lee"),
    ],
)
def test_whoever_is_called_so_is_somebody(text: str, name: str) -> None:
    assert names(library(f"{text} {PAD}")) == [name]


def test_a_surname_is_the_same_persons_without_what_stands_before_it() -> None:
    found = library(
        "Tadhg Ó Raghallaigh came, and Owain ap Huw did. He was at school with Ó Raghallaigh's "
        f"mother. The goalkeeper, ap Huw, slept. {PAD}"
    )
    assert {person.name: person.mentions for person in found.who().people} == {
        "Tadhg Ó Raghallaigh": 2,
        "Owain ap Huw": 2,
    }
