"""Who of different articles is one person, and who isn't."""

from __future__ import annotations

import pytest

from tests.people.test_people import library

PAD = "It rained for hours and hours in the whole of the town."


def counted(*texts: str, name: str | None = None) -> dict[str, int]:
    """Return in how many articles each person is named."""
    people = library(*(f"{text} {PAD}" for text in texts)).who(name).people
    return {person.name: len(person.by_article) for person in people}


FULL = "Karen Trebold spoke on Monday."
BARE = "A gift went to Trebold from the town."
TITLED = "Judge Trebold spoke on Monday."


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([FULL, *[BARE] * 4], {"Karen Trebold": 5}),
        ([FULL, *[BARE] * 5], {"Karen Trebold": 1}),
        ([FULL, FULL, *[BARE] * 8], {"Karen Trebold": 10}),
        ([BARE] * 3, {}),
        ([FULL, "Tom Trebold left.", BARE], {"Karen Trebold": 1, "Tom Trebold": 1}),
    ],
)
def test_an_uncertain_bare_name_joins_one_full_name_that_is_not_far_rarer(
    texts: list[str], found: dict[str, int]
) -> None:
    assert counted(*texts) == found


def test_a_certain_bare_name_joins_however_rare_the_full_name_is() -> None:
    certain = "“It is late,” said Ms Trebold."
    assert counted(FULL, *[certain] * 9) == {"Karen Trebold": 10}


def test_a_bare_name_that_has_a_title_is_somebody_where_two_full_names_fit() -> None:
    found = counted(FULL, "Tom Trebold left.", "They met Mr Marble. Mr Trebold left.")
    assert found == {"Karen Trebold": 1, "Tom Trebold": 1, "Trebold": 1, "Marble": 1}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["John Kerry spoke.", "J. Kerry said no."], {"John Kerry": 2}),
        (["John F. Kerry spoke.", "John Kerry spoke.", "J. Kerry said no."], {"John F. Kerry": 3}),
        (
            ["John Kerry spoke.", "Jane Kerry spoke.", "J. Kerry said no."],
            {"J. Kerry": 1, "Jane Kerry": 1, "John Kerry": 1},
        ),
    ],
)
def test_an_initial_joins_only_where_one_full_name_fits(
    texts: list[str], found: dict[str, int]
) -> None:
    assert counted(*texts) == found


@pytest.mark.parametrize(
    ("short", "long", "one"),
    [
        ("Vince Adair", "Vincent Adair", True),
        ("Steve Adair", "Steven Adair", True),
        ("Bill Adair", "William Adair", True),
        ("Jo Adair", "John Adair", False),
        ("Vince Adair", "Vincent Cole", False),
        ("Vinod Adair", "Vincent Adair", False),
    ],
)
def test_a_short_form_is_one_where_surname_and_company_agree(
    short: str, long: str, *, one: bool
) -> None:
    met = "{} met Ann Lee. It was late."
    together = counted(met.format(short), met.format(long))
    assert together == ({long: 2} if one else {short: 1, long: 1}) | {"Ann Lee": 2}
    apart = counted(met.format(short), f"{long} met Jo Li. It was late.")
    assert apart == {short: 1, long: 1, "Ann Lee": 1, "Jo Li": 1}


def test_a_short_form_that_two_names_fit_joins_neither_and_makes_them_no_one() -> None:
    met = "{} met Ann Lee. It was late."
    names = ("Chris Cole", "Christine Cole", "Christopher Cole")
    assert counted(*map(met.format, names)) == {"Ann Lee": 3, **dict.fromkeys(names, 1)}


def test_he_and_she_are_two() -> None:
    found = counted(
        "Dan Cole met Ann Lee. He left. He wept.", "Daniela Cole met Ann Lee. She left. She wept."
    )
    assert found == {"Ann Lee": 2, "Dan Cole": 1, "Daniela Cole": 1}


def test_one_name_in_two_circles_is_two_cards() -> None:
    rugby = "Flanker Gareth Thomas met coach Ann Lee."
    council = "Councillor Gareth Thomas thanked mayor Jane Hill."
    people = library(*(f"{text} {PAD}" for text in (rugby, rugby, council, council, rugby)))
    cards = people.who("Gareth Thomas").people
    assert [len(person.by_article) for person in cards] == [3, 2]
    assert [{role.text for role in card.roles} for card in cards] == [{"Flanker"}, {"Councillor"}]


def test_of_those_called_mr_brown_the_most_mentioned_is_first_and_the_others_are_choices() -> None:
    often = "Gordon Brown met Ann Lee. Brown spoke, and Brown left."
    once = "James Brown sang for an hour."
    assert list(counted(once, often, often, name="Mr Brown")) == ["Gordon Brown", "James Brown"]
    assert list(counted(once, often, name="who is Mr Brown?")) == ["Gordon Brown", "James Brown"]


def test_short_forms_are_one_where_the_same_is_said_of_both() -> None:
    found = counted(
        "Agriculture Undersecretary Daniel Amsted spoke.",
        "They met U.S. Agriculture Undersecretary Dan Amsted.",
        "They met trader Dan Hollis.",
        "The cook Daniel Hollis left.",
    )
    assert found == {"Daniel Amsted": 2, "Dan Hollis": 1, "Daniel Hollis": 1}


def test_a_new_office_makes_nobody_two() -> None:
    old = "Economist Alan Grenden met Chairman Paul Volmer."
    new = "Federal Reserve Board chairman Alan Grenden spoke."
    assert counted(old, old, new, new) == {"Alan Grenden": 4, "Paul Volmer": 2}


def test_two_surnames_without_the_given_name_are_of_whom_the_same_is_said() -> None:
    whole = "Energy Minister Arturo Santero Grisante met Ann Lee."
    short = "Mines and Energy Minister Santero Grisante met Ann Lee."
    assert counted(whole, short) == {"Arturo Santero Grisante": 2, "Ann Lee": 2}


def test_a_title_with_a_slip_becomes_no_part_of_a_name() -> None:
    right = "Finance Minister Ketaro Miyazane met Ann Lee."
    slip = "Ann Lee met its Minsiter Ketaro Miyazane, a former minister. Miyazane told them so."
    assert counted(right, right, slip)["Ketaro Miyazane"] == 2


def test_a_common_word_that_never_speaks_joins_nobody() -> None:
    banker = "Wilson Banks, a manager, spoke."
    found = counted(banker, "It was told to the Association of Banks.", "“No,” Banks said.")
    assert found == {"Wilson Banks": 2}
