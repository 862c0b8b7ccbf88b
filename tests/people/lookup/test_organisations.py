from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.people.test_people import library

if TYPE_CHECKING:
    from bot.people.person import Person

FULL_NAME = "Center for International and Strategic Studies"

NEWS = library(
    "Mark Cancian of the Center for International and Strategic Studies (CSIS) spoke. The CSIS "
    "is a research institute in Washington that both parties fund. James To of the council left.",
    "NATO, the Western military alliance, met on Monday. Ann Lee praised NATO and the CSIS.",
    "The bridge was closed. Bridge works go on. The bridge will open in May.",
)


def is_organisation(card: Person) -> bool:
    return card.id.startswith("organisation-")


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
    assert is_organisation(card)
    assert [role.text for role in card.roles] == told
    assert card.mentions >= 2
    for quote in (*card.roles, *card.passages):
        assert quote.text in quote.passage.text


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        (
            "In March the mine's owner, Brandvik Minerals, stopped.",
            "Brandvik Minerals",
            ["the mine's owner"],
        ),
        ("The failure of the airline Corvina cost jobs.", "what is Corvina?", ["the airline"]),
        (
            "By midnight Corvina, Ruvenia's largest airline, had gone.",
            "Who is Corvina",
            ["Ruvenia's largest airline"],
        ),
        ("They hired a catamaran called Swift Anna.", "Swift Anna", ["a catamaran"]),
        ("They hired a fast catamaran called Swift Anna.", "Swift Anna", ["a fast catamaran"]),
        (
            "The Paper Harbours are a rock band from Ardmouth.",
            "Paper Harbours",
            ["a rock band from Ardmouth"],
        ),
        (
            "Ann Lee of the Lanic Policy Centre (LPC), a think tank in Thurl, spoke.",
            "lpc",
            ["Lanic Policy Centre", "a think tank in Thurl"],
        ),
        ("Usdaw, the shopworkers' union, wants more.", "Usdaw", ["the shopworkers' union"]),
        ("Ann Lee of the University of Kelsing, the lead author, spoke.", "Kelsing", []),
        ("They went to the island of Skarne by boat.", "Skarne", ["the island"]),
        ("It closed Brandvik, which owns the mine.", "Brandvik", ["which owns the mine"]),
        ("Leaders of the nineteen-member Lanic Union met.", "Lanic Union", []),
        ("They formed a group of their own, Ferro Aid, in May.", "Ferro Aid", []),
        ("Use the bridge at Thurl, a detour of ten miles, or wait.", "Thurl", []),
        (
            "She moved to Thurl, a town of ten thousand, in May.",
            "Thurl",
            ["a town of ten thousand"],
        ),
        ("Users of the paid service Quillo Plus wept. He blamed Quillo.", "Quillo", []),
        ("Shares in Vastrel, the OX-30, rose.", "Vastrel", []),
        ("On Skarne, the votes haven't come.", "Skarne", []),
        ("Lost were a cat in Pellbrook, a pair of birds and a dog.", "Pellbrook", []),
    ],
)
def test_what_stands_before_and_behind_a_name_says_what_it_is(
    text: str, asked: str, told: list[str]
) -> None:
    padding = "It rained for hours and hours in the whole of the land."
    (card,) = library(f"{text} {padding}").who(asked).people
    assert [role.text for role in card.roles] == told


def test_what_articles_name_as_it_is_typed_goes_before_a_name_with_a_slip() -> None:
    news = library(
        "The chipmaker Marlowe Devices was sold. Shares in Marlowe rose.",
        "Steven Marlow, an analyst, spoke. It rained for hours.",
    )
    (card,) = news.who("Marlowe").people
    assert is_organisation(card)
    (card,) = news.who("Steven Marlov").people
    assert card.name == "Steven Marlow"


def test_a_name_of_two_capitals_is_one_where_a_sentence_begins() -> None:
    news = library("Dunkerrow Rovers won. They had trained in the hall of a school for weeks.")
    (card,) = news.who("Dunkerrow Rovers").people
    assert is_organisation(card)


def test_an_abbreviation_is_a_name_where_a_sentence_begins() -> None:
    news = library("OTP gained 3 percent. The hall of a school was full of people for weeks.")
    (card,) = news.who("OTP").people
    assert is_organisation(card)


def test_what_a_firm_is_may_stand_before_its_name_with_its_legal_form() -> None:
    news = library("Nobody asked the drugmaker Arden Wickham Plc for weeks. Rain fell for hours.")
    (card,) = news.who("Arden Wickham").people
    assert [role.text for role in card.roles] == ["the drugmaker"]


def test_the_full_name_finds_an_organisation_by_its_abbreviation() -> None:
    (card,) = NEWS.who(FULL_NAME).people
    assert "CSIS" in card.aliases


@pytest.mark.parametrize("asked", ["bridge", "NASA", "!", "", "(", "x" * 500])
def test_a_common_word_and_what_nobody_names_is_no_organisation(asked: str) -> None:
    assert not any(is_organisation(person) for person in NEWS.who(asked).people)


def test_only_near_names_are_suggested() -> None:
    assert NEWS.who("NASA").suggestions == ()
    assert NEWS.who("Mark Canciano Silva").suggestions == ("Mark Cancian",)
    assert NEWS.who("Canciantallo").suggestions == ()
    assert NEWS.who("the cancia").suggestions == ()


ROLES = library(
    "Mayor Ann Lee spoke. John Kerry, the prime minister, left. Jane Kerry, a nurse, came.",
    "Anatol Lee, the captain, rested. James To of the council left. Then Paula Kerry spoke.",
)


def named(asked: str) -> list[str]:
    return [person.name for person in ROLES.who(asked).people]


def test_an_office_or_an_initial_may_stand_before_a_name() -> None:
    assert named("Captain Lee") == ["Anatol Lee", "Ann Lee"]
    assert named("Mayor Lee") == ["Ann Lee", "Anatol Lee"]
    assert sorted(named("J. Kerry")) == ["Jane Kerry", "John Kerry"]
    assert named("X. Kerry") != named("Kerry")


def test_of_a_role_alone_those_who_have_it_are_suggested() -> None:
    assert ROLES.who("the prime minister").suggestions == ("John Kerry",)
    assert ROLES.who("Prime Minister").people == ()


def test_short_names_are_not_near_by_chance() -> None:
    assert ROLES.who("NATO").suggestions == ()
    assert ROLES.who("UN").suggestions == ()
    assert ROLES.who("Kerri").suggestions != ()


BODIES = library(
    "Chief executive of the Refugee Council Ann Lee spoke. Thessaly Okwuosa and Radek Unwin left.",
    "The ferry left Vastrel, the capital, on Monday. Una Gilfeather sold tickets.",
)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Refugee Council", "Refugee Council"),
        ("what is the Refugee Council?", "Refugee Council"),
        ("where is Vastrel?", "Vastrel"),
    ],
)
def test_a_body_is_found_before_those_who_are_of_it(asked: str, name: str) -> None:
    (card,) = BODIES.who(asked).people
    assert is_organisation(card)
    assert card.name == name


@pytest.mark.parametrize("asked", ["what is the CSIS", "the European Union", "UN", "the talers"])
def test_nobody_is_suggested_for_an_abbreviation_or_a_body(asked: str) -> None:
    assert BODIES.who(asked).suggestions == ()
    assert BODIES.who("Una Gilfether").people != ()
