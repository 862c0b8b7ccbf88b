"""English sentences that point back at what only others tell."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for

NEEDS = pack_for("en").needs_antecedent


@pytest.mark.parametrize(
    "sentence",
    [
        "As a result, the old quay of Lune was closed to all boats.",
        "In addition, the council has made it clear that it would pay for the lamps.",
        "For example, a loaf of rye has cost two crowns since Easter.",
        "The analyst said the price of oats might rise by two crowns.",
        "The economist expects the price of oats to fall.",
        "New life has come to this market since the autumn.",
        "Central to those links is a fund of the northern ports.",
        "The union said these latest figures prove nothing.",
        "The main difference between the two plans is the height of the bridge.",
        "Mill wheat sells for nine crowns, two more than rye, it said.",
        "“The mills of Lune are older than the quay,” it said.",
        "“We will look at their offer when it comes,” the mayor of Lune said.",
    ],
)
def test_a_sentence_that_points_back_is_taken_with_the_one_before(sentence: str) -> None:
    assert NEEDS(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of oats fell as a result of the good harvest in Hask.",
        "In addition to oats, the mills of Lune bought rye.",
        "The analysts of Orr and Bell said the price might rise.",
        "The analyst Ann Lee said the price might rise.",
        "Prices have risen this week, and will rise this coming month.",
        "One keeper is left in these waters, and a ferry for those aged 80 or more.",
        "The town of Lune wants this to be the last of the storms.",
        "The rate opened at six percent and stayed at this level.",
        "“We love this market,” Ann Lee said on the quay.",
        "Hask and Lune agree that the two towns need a bridge.",
        "The two pilots of the ferry plane had been awake all night.",
        "Rain fell on the two days before the vote.",
        "“We will look at the offer of Hask,” the mayor of Lune said.",
    ],
)
def test_a_sentence_that_says_itself_what_it_means_stands_alone(sentence: str) -> None:
    assert not NEEDS(sentence)
