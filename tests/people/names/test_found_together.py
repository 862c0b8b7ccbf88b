from __future__ import annotations

import pytest

from tests.people.test_people import library, names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They won with goals by Hansen, Cuthbert-Lee and Ji.",
            ["Cuthbert-Lee", "Hansen", "Ji"],
        ),
        ("They won with two goals from Juventus.", []),
        (
            "It was opposed by Cllrs Stanbury, Gillard and O'Shea.",
            ["Gillard", "O'Shea", "Stanbury"],
        ),
    ],
)
def test_a_list_of_surnames_is_somebody_where_what_leads_it_in_shows_it(
    text: str, found: list[str]
) -> None:
    news = library(f"{text} It rained for hours and hours in the whole of the land.")
    assert sorted(names(news)) == found
