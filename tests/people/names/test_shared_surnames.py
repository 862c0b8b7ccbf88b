"""Surnames that are said once for two."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.library.library import Library

PAD = "It rained on and on in the whole of the town."


def library(*texts: str) -> Library:
    return Library(
        [
            parse_article(f"A title\n\n{text} {PAD}\n".encode(), f"{number}.txt")
            for number, text in enumerate(texts)
        ]
    )


def names(text: str) -> list[str]:
    return [person.name for person in library(text).who().people]


def test_the_first_of_two_has_the_surname_that_is_said_behind_the_second() -> None:
    assert names("The brothers Tomas and Eero Vasko are missing.") == ["Eero Vasko", "Tomas Vasko"]
    found = library("Tomas and Eero Vasko are missing.", "“I was lost,” said Tomas Vasko.")
    (person,) = found.who("Tomas Vasko").people
    assert len(person.by_article) == 2


def test_one_who_has_a_surname_of_their_own_keeps_it() -> None:
    found = library("Tomas Ferreira spoke. Tomas and Eero Vasko left.")
    assert {p.name for p in found.who().people} == {"Tomas Ferreira", "Eero Vasko"}


def test_a_place_and_a_title_take_no_surname() -> None:
    assert names("They came from Paris and Eero Vasko left.") == ["Eero Vasko"]
    assert "Tomas Vasko" not in names("Prince Tomas and Eero Vasko left.")
