from __future__ import annotations

from tests.people.test_people import library, names


def test_those_who_are_not_used_are_of_a_line_up_as_well() -> None:
    found = library(
        "Rovers: Lumley; Farrow, Nkemelu, Teague, Sharp; Hale, Ota; Priddy. Not used: Bytheway. "
        "Venue: Wembley, London."
    )
    assert "Bytheway" in names(found)
    assert "London" not in names(found)
    alone = library("Not used: Bytheway. It rained for hours and hours in the whole of the land.")
    assert names(alone) == []
